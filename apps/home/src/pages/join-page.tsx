import { Button } from '@mantine/core'
import { asApiError, isWorthRetrying } from '@sixfold/ui/api-error'
import { errorText } from '@sixfold/ui/error-words'
import { FailedState } from '@sixfold/ui/parts/failed-state'
import { useLanguage, useOwnLanguage, useSay } from '@sixfold/ui/parts/language'
import { SkeletonLines } from '@sixfold/ui/parts/query-states'
import { shellWords } from '@sixfold/ui/words/shell'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import styles from '../features/entrance/components/doorway.module.css'
import { Doorway } from '../features/entrance/components/doorway.tsx'
import { JoinForm } from '../features/entrance/components/join-form.tsx'
import { invitationQuery } from '../features/entrance/queries.ts'
import { entranceWords } from '../words/entrance.ts'

/** `/join/<token>`: an invited colleague makes an account. */
export function JoinPage() {
  const say = useSay(entranceWords)
  const sayShell = useSay(shellWords)
  const { language } = useLanguage()
  const { token } = useParams({ from: '/join/$token' })
  const invitation = useQuery(invitationQuery(token))

  // The invitation was written in the colleague's language; the page goes on in it.
  useOwnLanguage(invitation.data?.language)

  if (invitation.data) {
    const { email, role, organisation } = invitation.data
    return (
      <Doorway
        title={say('joinTitle', { organisation })}
        lead={say('joinLead', { role: sayShell(role), email })}
      >
        <JoinForm token={token} email={email} language={invitation.data.language} />
      </Doorway>
    )
  }
  if (invitation.isPending) {
    return (
      <Doorway title="Sixfold">
        <SkeletonLines />
      </Doorway>
    )
  }
  const error = asApiError(invitation.error)
  if (isWorthRetrying(error)) {
    return (
      <Doorway title="Sixfold">
        <FailedState error={error} onRetry={() => void invitation.refetch()} />
      </Doorway>
    )
  }
  return (
    <Doorway title={say('joinFailed')} lead={errorText(error, language)}>
      <div className={styles.foot}>
        {error.code === 'link_used' && <p>{say('linkUsedHint')}</p>}
        <Button component="a" href="/">
          {say('goToSignIn')}
        </Button>
      </div>
    </Doorway>
  )
}

import { asApiError } from '@sixfold/ui/api-error'
import { FailedState } from '@sixfold/ui/parts/failed-state'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useOwnLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { AppChooser } from '../features/entrance/components/app-chooser.tsx'
import styles from '../features/entrance/components/doorway.module.css'
import { Doorway } from '../features/entrance/components/doorway.tsx'
import { SignInForm } from '../features/entrance/components/sign-in-form.tsx'
import { welcomeQuery } from '../features/entrance/queries.ts'
import { entranceWords } from '../words/entrance.ts'
import { HouseShell } from './house-layout.tsx'

/** `/`: where to work, for who is signed in; else the way in. */
export function StartPage() {
  const say = useSay(entranceWords)
  const session = useSession()
  useOwnLanguage(session.data?.actor.language)
  if (session.data) {
    const { actor, organisation, demonstration } = session.data
    return (
      <HouseShell actor={actor}>
        <PageHeader
          title={say('welcome', { name: actor.name })}
          lead={organisation.name}
          actions={demonstration && <Lamp tone="none">{say('demonstration')}</Lamp>}
        />
        <AppChooser actor={actor} />
      </HouseShell>
    )
  }
  if (session.isPending) return null
  if (asApiError(session.error).code === 'unauthenticated') return <SignInPage />
  return (
    <Doorway title="Sixfold">
      <FailedState error={session.error} onRetry={() => void session.refetch()} />
    </Doorway>
  )
}

function SignInPage() {
  const say = useSay(entranceWords)
  const { next } = useSearch({ from: '/' })
  const welcome = useQuery(welcomeQuery())
  if (welcome.data?.needsSetup) return <Doorway title={say('notSetUp')} lead={say('notSetUpText')} />
  return (
    <Doorway title={say('signIn')} lead={welcome.data?.organisation}>
      <QueryStates query={welcome}>
        {({ demonstration }) => (
          <>
            <SignInForm next={next} />
            <div className={styles.foot}>
              <p>
                <Link to="/reset">{say('forgotten')}</Link>
              </p>
              <p>{say('noAccount')}</p>
              {demonstration && (
                <p>
                  <strong>{say('demonstration')}.</strong> {say('demonstrationText')}
                </p>
              )}
            </div>
          </>
        )}
      </QueryStates>
    </Doorway>
  )
}

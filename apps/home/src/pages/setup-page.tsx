import { useSay } from '@sixfold/ui/parts/language'
import { useParams } from '@tanstack/react-router'
import { Doorway } from '../features/entrance/components/doorway.tsx'
import { SetupForm } from '../features/entrance/components/setup-form.tsx'
import { entranceWords } from '../words/entrance.ts'

/** `/setup/<token>`: the first administrator. Whether the link is good shows when it is used. */
export function SetupPage() {
  const say = useSay(entranceWords)
  const { token } = useParams({ from: '/setup/$token' })
  return (
    <Doorway title={say('setupTitle')} lead={say('setupLead')}>
      <SetupForm token={token} />
    </Doorway>
  )
}

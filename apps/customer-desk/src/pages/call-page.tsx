import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { CallConsole } from '../features/calls/components/call-console.tsx'
import { callQuery } from '../features/calls/queries.ts'
import { DueReason } from '../features/due/components/due-reason.tsx'
import { callWords } from '../words/calls.ts'
import { dueWords } from '../words/due.ts'

/** `/desk/calls/…`: the console of one call. */
export function CallPage() {
  const say = useSay(callWords)
  const sayDue = useSay(dueWords)
  const { id } = useParams({ from: '/calls/$id' })
  const now = useSession().data?.now ?? ''
  const view = useQuery(callQuery(id))
  return (
    <QueryStates query={view}>
      {found => (
        <>
          <PageHeader
            title={found.call.contact?.name ?? sayDue('nobodyToAsk')}
            lead={found.call.accountName}
            actions={<Link to="/calls">{say('back')}</Link>}
          />
          <CallConsole
            key={id}
            view={found}
            now={now}
            reason={found.call.reason === null ? null : <DueReason reason={found.call.reason} />}
          />
        </>
      )}
    </QueryStates>
  )
}

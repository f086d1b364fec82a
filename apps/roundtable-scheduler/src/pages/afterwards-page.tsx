import type { Roundtable } from '@sixfold/contract/roundtables'
import { can } from '@sixfold/domain/permissions'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import styles from '../features/afterwards/components/afterwards.module.css'
import { Attendance } from '../features/afterwards/components/attendance.tsx'
import { BeforeAfter } from '../features/afterwards/components/before-after.tsx'
import { Cost } from '../features/afterwards/components/cost.tsx'
import { FollowUp } from '../features/afterwards/components/follow-up.tsx'
import { afterwardsQuery } from '../features/afterwards/queries.ts'
import { EventFrame } from './event-frame.tsx'
import pageStyles from './page.module.css'

const route = getRouteApi('/events/$id/afterwards')

/** What became of an event: who came, what it cost, what they say, and whether anything changed. */
export function AfterwardsPage() {
  const { id } = route.useParams()
  return (
    <EventFrame id={id} tab="/events/$id/afterwards">
      {event => <Afterwards event={event} />}
    </EventFrame>
  )
}

function Afterwards({ event }: { event: Roundtable }) {
  const session = useSession().data
  const query = useQuery(afterwardsQuery(event.id))
  const mayEdit = session !== undefined && can(session.actor, 'roundtable.plan', { regionId: event.regionId })
  return (
    <QueryStates query={query}>
      {view => (
        <div className={pageStyles.stack}>
          <div className={styles.halves}>
            <Attendance view={view} />
            <FollowUp event={event} view={view} mayEdit={mayEdit} />
            <Cost id={event.id} view={view} mayEdit={mayEdit} />
          </div>
          <BeforeAfter comparison={view.comparison} />
        </div>
      )}
    </QueryStates>
  )
}

import { can } from '@sixfold/domain/permissions'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { RulesForm } from '../features/cadence/components/rules-form.tsx'
import { rulesQuery } from '../features/cadence/queries.ts'
import { NoRegions } from '../features/roundtables/components/no-regions.tsx'
import { cadenceWords } from '../words/cadence.ts'
import styles from './page.module.css'

const route = getRouteApi('/cadence/$regionId')

/** How often a region meets its customers; what another rule changes is seen before it counts. */
export function CadencePage() {
  const say = useSay(cadenceWords)
  const { regionId } = route.useParams()
  const session = useSession().data
  const query = useQuery(rulesQuery(regionId))
  if (!session) return null
  const region = session.regions.find(({ id }) => id === regionId)
  const today = wallTimeIn(new Date(session.now), region?.zone ?? session.organisation.zone).date
  const mayPlan = can(session.actor, 'roundtable.plan', { regionId })
  return (
    <div className={styles.page}>
      <PageHeader title={say('title', { region: region?.name ?? '' })} lead={say('lead')} />
      {region && mayPlan ? (
        <QueryStates query={query}>
          {rules => (
            <RulesForm key={rules.revision} stored={rules} today={today} zone={session.organisation.zone} />
          )}
        </QueryStates>
      ) : (
        <NoRegions />
      )}
    </div>
  )
}

import { Button } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { SharedLinks } from '../features/report-links/components/shared-links.tsx'
import { Schedules } from '../features/report-schedules/components/schedules.tsx'
import { ReportForm } from '../features/reports/components/report-form.tsx'
import styles from '../features/reports/components/reports.module.css'
import { newestBoard } from '../features/results/newest-board.ts'
import { historyQuery } from '../features/results/queries.ts'
import { reportWords } from '../words/reports.ts'

/** `/reports?quarter=2026-Q4&region=…`: the results of a quarter as a document. */
export function ReportsPage() {
  const say = useSay(reportWords)
  const { region } = useSearch({ from: '/pages/reports' })
  const actor = useSession().data?.actor
  const query = useQuery({ ...historyQuery({ regionId: region }), placeholderData: keepPreviousData })
  return (
    <>
      <PageHeader title={say('title')} lead={say('lead')} />
      <div className={styles.page}>
        <QueryStates
          query={query}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <EmptyState
              title={say('nothing')}
              action={<Button renderRoot={props => <Link {...props} to="/waves" />}>{say('toWaves')}</Button>}
            >
              {say('nothingText')}
            </EmptyState>
          }
        >
          {({ items }) => <ReportForm items={items} newest={newestBoard(items)} />}
        </QueryStates>
        {actor && can(actor, 'report.share') && <SharedLinks />}
        {actor && can(actor, 'wave.launch') && <Schedules />}
      </div>
    </>
  )
}

import { Button, SegmentedControl } from '@mantine/core'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { commonWords } from '@sixfold/ui/words/common'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { JobTable } from '../features/jobs/components/job-table.tsx'
import styles from '../features/jobs/components/jobs.module.css'
import { jobsQuery } from '../features/jobs/queries.ts'
import { houseWords } from '../words/house.ts'

const choices = ['dead', 'waiting', 'running', 'done', 'all'] as const

/** `/jobs`: dead letters first, because only they wait for a person. */
export function JobsPage() {
  const say = useSay(houseWords)
  const sayCommon = useSay(commonWords)
  const { state = 'dead' } = useSearch({ from: '/house/jobs' })
  const navigate = useNavigate()
  const jobs = useInfiniteQuery({
    ...jobsQuery(state === 'all' ? undefined : state),
    refetchInterval: 10_000,
  })
  const show = (next: string) =>
    void navigate({ to: '/jobs', search: { state: choices.find(choice => choice === next) }, replace: true })
  return (
    <>
      <PageHeader
        title={say('jobsTitle')}
        lead={say('jobsLead')}
        actions={
          <SegmentedControl
            aria-label={say('state')}
            value={state}
            onChange={show}
            data={choices.map(choice => ({ value: choice, label: say(choice) }))}
          />
        }
      />
      <QueryStates
        query={jobs}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={
          state === 'dead' ? (
            <EmptyState title={say('jobsEmptyDead')}>{say('jobsEmptyDeadText')}</EmptyState>
          ) : (
            <EmptyState
              title={say('jobsEmpty')}
              action={<Button onClick={() => show('dead')}>{say('showDead')}</Button>}
            >
              {say('jobsEmptyText')}
            </EmptyState>
          )
        }
      >
        {({ pages }) => (
          <Sheet label={say('jobsTitle')}>
            <JobTable jobs={pages.flatMap(page => page.items)} />
            {jobs.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={jobs.isFetchingNextPage}
                onClick={() => void jobs.fetchNextPage()}
              >
                {sayCommon('more')}
              </Button>
            )}
          </Sheet>
        )}
      </QueryStates>
    </>
  )
}

import { Button } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { DesksDialog } from '../features/calls/components/desks-dialog.tsx'
import styles from '../features/due/components/due.module.css'
import { DueFilters, DueViews } from '../features/due/components/due-filters.tsx'
import { DueList } from '../features/due/components/due-list.tsx'
import { LapseReport } from '../features/due/components/lapse-report.tsx'
import { Openings } from '../features/due/components/openings.tsx'
import type { DueFilter } from '../features/due/queries.ts'
import { dueQuery, kindOf, viewOf } from '../features/due/queries.ts'
import { TaskList } from '../features/tasks/components/task-list.tsx'
import { requestedCallsQuery } from '../features/tasks/queries.ts'
import { dueWords } from '../words/due.ts'
import { taskDetail } from './task-detail.tsx'

/** `/desk/calls`: calls and product surveys that are due, wait, have lapsed or are done. All that is chosen is in the address. */
export function CallsPage() {
  const say = useSay(dueWords)
  const sayCommon = useSay(commonWords)
  const now = useSession().data?.now ?? ''
  const filter = useSearch({ from: '/calls' })
  const navigate = useNavigate()
  const due = useInfiniteQuery({ ...dueQuery(filter), placeholderData: keepPreviousData })
  const show = (search: DueFilter) => void navigate({ to: '/calls', search, replace: true })
  const kind = kindOf(filter)
  const actor = useSession().data?.actor
  const mayCall = kind === 'installation_call' && actor !== undefined && can(actor, 'call.make')
  const [giving, setGiving] = useState(false)
  const isLapsed = viewOf(filter) === 'lapsed'
  return (
    <>
      <PageHeader
        title={say(kind)}
        lead={say(`lead.${kind}`)}
        actions={
          <>
            <DueFilters filter={filter} onChange={show} />
            {mayCall && <Button onClick={() => setGiving(true)}>{say('desks')}</Button>}
          </>
        }
      />
      {giving && <DesksDialog onClose={() => setGiving(false)} />}
      <DueViews filter={filter} counts={due.data?.pages[0]?.counts} onChange={show} />
      {mayCall && viewOf(filter) === 'now' && (
        <>
          <RequestedCalls filter={filter} now={now} />
          <Openings openings={due.data?.pages[0]?.openings ?? []} />
        </>
      )}
      <QueryStates
        query={due}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={<NothingDue filter={filter} onShow={show} />}
      >
        {({ pages }) => (
          <>
            {isLapsed && <LapseReport filter={filter} today={now} onChange={show} />}
            <div className={isLapsed ? (styles.report ?? '') : ''}>
              <Sheet {...(isLapsed ? { title: say('list') } : { label: say(kind) })}>
                <DueList things={pages.flatMap(page => page.items)} now={now} />
                {due.hasNextPage && (
                  <Button
                    className={styles.more ?? ''}
                    loading={due.isFetchingNextPage}
                    onClick={() => void due.fetchNextPage()}
                  >
                    {sayCommon('more')}
                  </Button>
                )}
              </Sheet>
            </div>
          </>
        )}
      </QueryStates>
    </>
  )
}

/** Customers who asked for a call: whoever calls sees them before everybody else. */
function RequestedCalls({ filter: { of, region }, now }: { filter: DueFilter; now: string }) {
  const say = useSay(dueWords)
  const { items = [], next } = useQuery(requestedCallsQuery({ of, region })).data ?? {}
  if (items.length === 0) return null
  return (
    <div className={styles.openings}>
      <Sheet title={say('requested')} aside={next ? <Link to="/tasks">{say('allTasks')}</Link> : undefined}>
        <TaskList tasks={items} now={now} detailOf={taskDetail} />
      </Sheet>
    </div>
  )
}

function NothingDue({ filter, onShow }: { filter: DueFilter; onShow: (filter: DueFilter) => void }) {
  const say = useSay(dueWords)
  const view = viewOf(filter)
  const key = view === 'now' ? (`now.${kindOf(filter)}` as const) : view
  const { of, region, ...rest } = filter
  const isNarrowed = of !== undefined || region !== undefined
  return (
    <EmptyState
      title={say(`empty.${key}`)}
      action={isNarrowed ? <Button onClick={() => onShow(rest)}>{say('showAll')}</Button> : undefined}
    >
      {say(`emptyText.${key}`)}
    </EmptyState>
  )
}

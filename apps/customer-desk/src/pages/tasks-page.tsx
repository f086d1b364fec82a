import { Button } from '@mantine/core'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { TaskFilters } from '../features/tasks/components/task-filters.tsx'
import { TaskList } from '../features/tasks/components/task-list.tsx'
import styles from '../features/tasks/components/tasks.module.css'
import type { TaskFilter } from '../features/tasks/queries.ts'
import { tasksQuery } from '../features/tasks/queries.ts'
import { taskWords } from '../words/tasks.ts'
import { taskDetail } from './task-detail.tsx'

/** `/desk/tasks`: what needs a person. Whose, whether done, and the region are in the address. */
export function TasksPage() {
  const say = useSay(taskWords)
  const sayCommon = useSay(commonWords)
  const session = useSession().data
  const filter = useSearch({ from: '/tasks' })
  const navigate = useNavigate()
  const tasks = useInfiniteQuery({ ...tasksQuery(filter), placeholderData: keepPreviousData })
  const show = (search: TaskFilter) => void navigate({ to: '/tasks', search, replace: true })
  return (
    <>
      <PageHeader
        title={say('tasks')}
        lead={say('lead')}
        actions={<TaskFilters filter={filter} onChange={show} />}
      />
      <QueryStates
        query={tasks}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={<NoTasks filter={filter} onShow={show} />}
      >
        {({ pages }) => (
          <Sheet label={say('tasks')}>
            <TaskList
              tasks={pages.flatMap(page => page.items)}
              now={session?.now ?? ''}
              detailOf={taskDetail}
            />
            {tasks.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={tasks.isFetchingNextPage}
                onClick={() => void tasks.fetchNextPage()}
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

function NoTasks({ filter, onShow }: { filter: TaskFilter; onShow: (filter: TaskFilter) => void }) {
  const say = useSay(taskWords)
  const { of = 'me', state = 'open', region } = filter
  if (state === 'done' && region === undefined)
    return <EmptyState title={say('emptyDone')}>{say('emptyDoneText')}</EmptyState>
  if (of === 'me' && region === undefined)
    return (
      <EmptyState
        title={say('emptyMine')}
        action={<Button onClick={() => onShow({ of: 'all' })}>{say('showAll')}</Button>}
      >
        {say('emptyMineText')}
      </EmptyState>
    )
  return (
    <EmptyState
      title={say('emptyOther')}
      action={<Button onClick={() => onShow({})}>{say('showMine')}</Button>}
    >
      {say('emptyOtherText')}
    </EmptyState>
  )
}

import { Button, Select } from '@mantine/core'
import { dueItemKind } from '@sixfold/contract/my-day'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { DayList } from '../features/my-day/components/day-list.tsx'
import { DigestButton } from '../features/my-day/components/digest-dialog.tsx'
import styles from '../features/my-day/components/my-day.module.css'
import type { DayFilter } from '../features/my-day/queries.ts'
import { myDayQuery } from '../features/my-day/queries.ts'
import { dayWords } from '../words/my-day.ts'

/** `/desk/`: everything that is due for whoever looks, the most urgent first. */
export function MyDayPage() {
  const say = useSay(dayWords)
  const { kind } = useSearch({ from: '/' })
  const navigate = useNavigate()
  const day = useQuery(myDayQuery())
  const show = (search: DayFilter) => void navigate({ to: '/', search, replace: true })
  const counts = day.data?.counts
  const items = day.data?.items ?? []
  return (
    <>
      <PageHeader
        title={say('myDay')}
        {...(counts
          ? {
              lead: say('lead', {
                n: Object.values(counts).reduce((sum, n) => sum + n, 0),
                late: items.filter(({ group }) => group === 'late').length,
              }),
            }
          : {})}
        actions={
          <div className={styles.actions}>
            <Select
              aria-label={say('show')}
              value={kind ?? 'all'}
              onChange={value => show({ kind: dueItemKind.safeParse(value).data })}
              allowDeselect={false}
              data={[
                { value: 'all', label: say('all') },
                ...dueItemKind.options.map(value => ({
                  value,
                  label: say(`kind.${value}`, { n: counts?.[value] ?? 0 }),
                })),
              ]}
            />
            <DigestButton />
          </div>
        }
      />
      <QueryStates
        query={day}
        isEmpty={({ items: all }) => !all.some(item => kind === undefined || item.kind === kind)}
        empty={
          kind === undefined ? (
            <EmptyState title={say('empty')}>{say('emptyText')}</EmptyState>
          ) : (
            <EmptyState
              title={say('emptyKind')}
              action={<Button onClick={() => show({})}>{say('showAll')}</Button>}
            >
              {say('emptyKindText')}
            </EmptyState>
          )
        }
      >
        {({ items: all, zone }) => (
          <Sheet label={say('myDay')}>
            <DayList items={all.filter(item => kind === undefined || item.kind === kind)} zone={zone} />
            <details className={styles.order}>
              <summary>{say('order')}</summary>
              {say('orderText')}
            </details>
          </Sheet>
        )}
      </QueryStates>
    </>
  )
}

import { Button } from '@mantine/core'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { commonWords } from '@sixfold/ui/words/common'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { deskWords } from '../../../words/desk.ts'
import { recordWords } from '../../../words/record.ts'
import styles from './customers.module.css'

interface Page<Row> {
  items: Row[]
  total?: number | undefined
}

export interface CustomerListProps<Row> {
  title: string
  lead: (total: number) => string
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>
  /** Whether something narrows the list. */
  filtered: boolean
  onShowAll: () => void
  filters: ReactNode
  /** The primary button, where the person may add. */
  action: ReactNode
  /** What stands there while nobody is on record. */
  empty: ReactNode
  children: (rows: readonly Row[]) => ReactNode
}

/** A long list of customers by name: its filters, its states, and more of it on demand. */
export function CustomerList<Row>(props: CustomerListProps<Row>) {
  const { title, lead, query, filtered, onShowAll, filters, action, empty, children } = props
  const say = useSay(deskWords)
  const sayRecord = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  const total = query.data?.pages[0]?.total
  const isBare = total === 0 && !filtered
  return (
    <>
      <PageHeader
        title={title}
        lead={total ? lead(total) : undefined}
        actions={isBare ? undefined : action}
      />
      {!isBare && filters}
      <QueryStates
        query={query}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={
          filtered ? (
            <EmptyState
              title={say('nothingFits')}
              action={<Button onClick={onShowAll}>{say('showAll')}</Button>}
            >
              {sayRecord('nothingFitsText')}
            </EmptyState>
          ) : (
            empty
          )
        }
      >
        {({ pages }) => (
          <Sheet label={title}>
            {children(pages.flatMap(page => page.items))}
            {query.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
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

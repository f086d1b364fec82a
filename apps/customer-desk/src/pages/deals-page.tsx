import { Button, SegmentedControl } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { DealDialog } from '../features/deals/components/deal-dialog.tsx'
import { DealFilters } from '../features/deals/components/deal-filters.tsx'
import { DealRates } from '../features/deals/components/deal-rates.tsx'
import { DealTable } from '../features/deals/components/deal-table.tsx'
import styles from '../features/deals/components/deals.module.css'
import type { DealFilter } from '../features/deals/queries.ts'
import { dealRatesQuery, dealsQuery } from '../features/deals/queries.ts'
import { dealWords } from '../words/deals.ts'

/** `/desk/deals`: how many deals are won and why, and the deals themselves. What is chosen stands in the address. */
export function DealsPage() {
  const say = useSay(dealWords)
  const filter = useSearch({ from: '/deals' })
  const navigate = useNavigate()
  const actor = useSession().data?.actor
  const [noting, setNoting] = useState(false)
  const show = (search: DealFilter) => void navigate({ to: '/deals', search, replace: true })
  return (
    <>
      <PageHeader
        title={say('title')}
        lead={say('lead')}
        actions={
          <>
            <SegmentedControl
              aria-label={say('view')}
              value={filter.view ?? 'why'}
              onChange={value => show({ ...filter, view: value === 'list' ? 'list' : undefined })}
              data={[
                { value: 'why', label: say('why') },
                { value: 'list', label: say('list') },
              ]}
            />
            <Button renderRoot={(props: object) => <Link to="/competitors" {...props} />}>
              {say('competitors')}
            </Button>
            {actor && can(actor, 'deal.edit') && (
              <Button
                variant="filled"
                leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
                onClick={() => setNoting(true)}
              >
                {say('note')}
              </Button>
            )}
          </>
        }
      />
      <DealFilters filter={filter} show={show} />
      {filter.view === 'list' ? <List filter={filter} show={show} /> : <Why filter={filter} show={show} />}
      <DealDialog
        deal={noting ? 'new' : null}
        onClose={() => setNoting(false)}
        onNoted={({ id }) => void navigate({ to: '/deals/$id', params: { id } })}
      />
    </>
  )
}

interface PartProps {
  filter: DealFilter
  show: (filter: DealFilter) => void
}

function Why({ filter, show }: PartProps) {
  const rates = useQuery({ ...dealRatesQuery(filter), placeholderData: keepPreviousData })
  return (
    <QueryStates
      query={rates}
      isEmpty={({ whole }) => whole.n + whole.undecided === 0}
      empty={<NoDeals filter={filter} show={show} />}
    >
      {found => (
        <DealRates
          rates={found}
          side={filter.side ?? 'seller'}
          onSide={side => show({ ...filter, side: side === 'buyer' ? 'buyer' : undefined })}
        />
      )}
    </QueryStates>
  )
}

function List({ filter, show }: PartProps) {
  const say = useSay(dealWords)
  const sayCommon = useSay(commonWords)
  const deals = useInfiniteQuery({ ...dealsQuery(filter), placeholderData: keepPreviousData })
  return (
    <QueryStates
      query={deals}
      isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
      empty={<NoDeals filter={filter} show={show} />}
    >
      {({ pages }) => (
        <Sheet label={say('deals')}>
          <DealTable deals={pages.flatMap(page => page.items)} />
          {deals.hasNextPage && (
            <Button
              className={styles.pager ?? ''}
              loading={deals.isFetchingNextPage}
              onClick={() => void deals.fetchNextPage()}
            >
              {sayCommon('more')}
            </Button>
          )}
        </Sheet>
      )}
    </QueryStates>
  )
}

function NoDeals({ filter: { view, confidence, side, ...chosen }, show }: PartProps) {
  const say = useSay(dealWords)
  const isFiltered = Object.values(chosen).some(value => value !== undefined)
  return isFiltered ? (
    <EmptyState
      title={say('emptyFiltered')}
      action={<Button onClick={() => show({ view, confidence, side })}>{say('showAll')}</Button>}
    >
      {say('emptyFilteredText')}
    </EmptyState>
  ) : (
    <EmptyState
      title={say('empty')}
      action={
        <Button renderRoot={(props: object) => <Link to="/imports" search={{ kind: 'deals' }} {...props} />}>
          {say('import')}
        </Button>
      }
    >
      {say('emptyText')}
    </EmptyState>
  )
}

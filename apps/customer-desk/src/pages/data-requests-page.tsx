import { Button, SegmentedControl } from '@mantine/core'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { RegionSelect } from '@sixfold/ui/parts/region-select'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { commonWords } from '@sixfold/ui/words/common'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import styles from '../features/data-requests/components/data-requests.module.css'
import { RequestRow } from '../features/data-requests/components/request-row.tsx'
import type { DataRequestFilter } from '../features/data-requests/queries.ts'
import { dataRequestsQuery } from '../features/data-requests/queries.ts'
import { dataRequestWords } from '../words/data-requests.ts'

/** `/desk/data-requests`: what people ask about their own data. Whether it has ended and the region are in the address. */
export function DataRequestsPage() {
  const say = useSay(dataRequestWords)
  const sayCommon = useSay(commonWords)
  const filter = useSearch({ from: '/data-requests' })
  const navigate = useNavigate()
  const requests = useInfiniteQuery({ ...dataRequestsQuery(filter), placeholderData: keepPreviousData })
  const show = (search: DataRequestFilter) => void navigate({ to: '/data-requests', search, replace: true })
  const { state = 'open', region } = filter
  return (
    <>
      <PageHeader
        title={say('title')}
        lead={say('lead')}
        actions={
          <div className={styles.filters}>
            <SegmentedControl
              aria-label={say('state')}
              value={state}
              onChange={value => show({ ...filter, state: value === 'ended' ? 'ended' : undefined })}
              data={(['open', 'ended'] as const).map(value => ({ value, label: say(value) }))}
            />
            <RegionSelect region={region} onChange={next => show({ ...filter, region: next })} />
          </div>
        }
      />
      <QueryStates
        query={requests}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={<Nothing filter={filter} onShow={show} />}
      >
        {({ pages }) => (
          <Sheet label={say('title')}>
            <ul className={styles.list}>
              {pages
                .flatMap(page => page.items)
                .map(request => (
                  <RequestRow key={request.id} request={request} />
                ))}
            </ul>
            {requests.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={requests.isFetchingNextPage}
                onClick={() => void requests.fetchNextPage()}
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

interface NothingProps {
  filter: DataRequestFilter
  onShow: (filter: DataRequestFilter) => void
}

function Nothing({ filter: { state = 'open', region }, onShow }: NothingProps) {
  const say = useSay(dataRequestWords)
  if (region !== undefined)
    return (
      <EmptyState
        title={say('emptyRegion')}
        action={<Button onClick={() => onShow({ state })}>{say('showAll')}</Button>}
      >
        {say('emptyText')}
      </EmptyState>
    )
  if (state === 'ended') return <EmptyState title={say('emptyEnded')}>{say('emptyEndedText')}</EmptyState>
  return <EmptyState title={say('empty')}>{say('emptyText')}</EmptyState>
}

import { Button, SegmentedControl } from '@mantine/core'
import type { DuplicatePair } from '@sixfold/contract/duplicates'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { commonWords } from '@sixfold/ui/words/common'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useAccountTexts } from '../features/customers/use-account-texts.ts'
import { useContactTexts } from '../features/customers/use-contact-texts.ts'
import styles from '../features/duplicates/components/duplicates.module.css'
import { PairSheet } from '../features/duplicates/components/pair-sheet.tsx'
import type { ComparedPair } from '../features/duplicates/components/pair-table.tsx'
import { SearchNote } from '../features/duplicates/components/search-note.tsx'
import { duplicatesQuery } from '../features/duplicates/queries.ts'
import { deskWords } from '../words/desk.ts'
import { duplicateWords } from '../words/duplicates.ts'

/** `/desk/duplicates`: accounts and contacts that may be one, to be decided by a person. */
export function DuplicatesPage() {
  const say = useSay(duplicateWords)
  const sayCommon = useSay(commonWords)
  const navigate = useNavigate()
  const { kind = 'contacts' } = useSearch({ from: '/duplicates' })
  const pairs = useInfiniteQuery(duplicatesQuery(kind))
  const compare = useComparison()
  const [page] = pairs.data?.pages ?? []
  const counted = (one: 'accounts' | 'contacts') => say(`${one}Count`, { n: page?.total[one] ?? 0 })
  return (
    <>
      <PageHeader title={say('title')} lead={say('lead')} />
      <div className={styles.tools}>
        <SegmentedControl
          aria-label={say('kind')}
          value={kind}
          onChange={value =>
            void navigate({
              to: '/duplicates',
              search: { kind: value === 'accounts' ? 'accounts' : 'contacts' },
              replace: true,
            })
          }
          data={(['contacts', 'accounts'] as const).map(value => ({ value, label: counted(value) }))}
        />
        {page && <SearchNote search={page.search} />}
      </div>
      <QueryStates
        query={pairs}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          <EmptyState title={say(page?.search.finishedAt === null ? 'noneYet' : 'none')}>
            {say('noneText')}
          </EmptyState>
        }
      >
        {({ pages }) => (
          <div className={styles.list}>
            {pages
              .flatMap(({ items }) => items)
              .map(pair => (
                <PairSheet key={pair.id} pair={pair} compared={compare(pair)} />
              ))}
            {pairs.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={pairs.isFetchingNextPage}
                onClick={() => void pairs.fetchNextPage()}
              >
                {sayCommon('more')}
              </Button>
            )}
          </div>
        )}
      </QueryStates>
    </>
  )
}

/** How two records are shown side by side. An account's region stays with the record that stays. */
function useComparison(): (pair: DuplicatePair) => ComparedPair {
  const say = useSay(deskWords)
  const accounts = useAccountTexts()
  const contacts = useContactTexts()
  return pair => {
    if (pair.kind === 'contacts') {
      const { records } = pair
      const own = { label: say('account'), choosable: false }
      return {
        to: '/contacts/$id',
        records,
        rows: [
          { field: 'account', ...own, values: both(records, ({ accountName }) => accountName) },
          ...contacts.fields.map(field => ({
            field,
            label: contacts.label(field),
            values: both(records, record => contacts.value(field, record)),
            choosable: true,
          })),
          numberRow(say('externalId'), records),
        ],
      }
    }
    const { records } = pair
    return {
      to: '/accounts/$id',
      records,
      rows: [
        ...accounts.fields.map(field => ({
          field,
          label: accounts.label(field),
          values: both(records, record => accounts.value(field, record)),
          choosable: field !== 'regionId',
        })),
        {
          field: 'contacts',
          label: say('contacts'),
          values: both(records, ({ contacts: n }) => String(n)),
          choosable: false,
        },
        numberRow(say('externalId'), records),
      ],
    }
  }
}

function numberRow(label: string, records: readonly { externalId: string }[]) {
  return {
    field: 'externalId',
    label,
    values: both(records, ({ externalId }) => externalId),
    choosable: false,
  }
}

function both<T>(records: readonly T[], textOf: (record: T) => string): [string, string] {
  const [a, b] = records
  return [a === undefined ? '' : textOf(a), b === undefined ? '' : textOf(b)]
}

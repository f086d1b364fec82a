import { Button } from '@mantine/core'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { commonWords } from '@sixfold/ui/words/common'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { MailFilters } from '../features/outbox/components/mail-filters.tsx'
import { MailTable } from '../features/outbox/components/mail-table.tsx'
import styles from '../features/outbox/components/outbox.module.css'
import { type MailFilter, mailsQuery } from '../features/outbox/queries.ts'
import { houseWords } from '../words/house.ts'

/** `/outbox`: every mail, kept also where no mail server is set. The filters are in the address. */
export function OutboxPage() {
  const say = useSay(houseWords)
  const sayCommon = useSay(commonWords)
  const filter = useSearch({ from: '/house/outbox' })
  const navigate = useNavigate()
  const mails = useInfiniteQuery({ ...mailsQuery(filter), placeholderData: keepPreviousData })
  const show = (next: MailFilter) => void navigate({ to: '/outbox', search: next, replace: true })
  const filtered = filter.state !== undefined || filter.search !== undefined
  return (
    <>
      <PageHeader
        title={say('outboxTitle')}
        lead={say('outboxLead')}
        actions={<MailFilters filter={filter} onChange={show} />}
      />
      <QueryStates
        query={mails}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={
          filtered ? (
            <EmptyState
              title={say('nothingFits')}
              action={
                <Button onClick={() => void navigate({ to: '/outbox', search: {} })}>{say('showAll')}</Button>
              }
            >
              {say('nothingFitsText')}
            </EmptyState>
          ) : (
            <EmptyState
              title={say('outboxEmpty')}
              action={
                <Button component="a" href="/staff">
                  {say('invite')}
                </Button>
              }
            >
              {say('outboxEmptyText')}
            </EmptyState>
          )
        }
      >
        {({ pages }) => (
          <Sheet label={say('outboxTitle')}>
            <MailTable mails={pages.flatMap(page => page.items)} />
            {mails.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={mails.isFetchingNextPage}
                onClick={() => void mails.fetchNextPage()}
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

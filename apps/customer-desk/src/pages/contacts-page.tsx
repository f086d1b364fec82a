import { Button } from '@mantine/core'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { commonWords } from '@sixfold/ui/words/common'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ContactTable } from '../features/customers/components/contact-table.tsx'
import { CustomerFilters } from '../features/customers/components/customer-filters.tsx'
import styles from '../features/customers/components/customers.module.css'
import { type CustomerFilter, contactsQuery } from '../features/customers/queries.ts'
import { deskWords } from '../words/desk.ts'

/** `/desk/contacts`: every person one may see. */
export function ContactsPage() {
  const say = useSay(deskWords)
  const sayCommon = useSay(commonWords)
  const filter = useSearch({ from: '/contacts' })
  const navigate = useNavigate()
  const contacts = useInfiniteQuery({ ...contactsQuery(filter), placeholderData: keepPreviousData })
  const show = (search: CustomerFilter) => void navigate({ to: '/contacts', search, replace: true })
  const total = contacts.data?.pages[0]?.total
  const filtered = filter.search !== undefined || filter.region !== undefined
  return (
    <>
      <PageHeader
        title={say('contacts')}
        lead={!total ? undefined : say('contactsLead', { n: total })}
        actions={
          total === 0 && !filtered ? undefined : (
            <CustomerFilters label={say('searchContacts')} filter={filter} onChange={show} />
          )
        }
      />
      <QueryStates
        query={contacts}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={
          filtered ? (
            <EmptyState
              title={say('nothingFits')}
              action={<Button onClick={() => show({})}>{say('showAll')}</Button>}
            >
              {say('nothingFitsText')}
            </EmptyState>
          ) : (
            <EmptyState title={say('noContacts')}>{say('noContactsText')}</EmptyState>
          )
        }
      >
        {({ pages }) => (
          <Sheet label={say('contacts')}>
            <ContactTable contacts={pages.flatMap(page => page.items)} />
            {contacts.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={contacts.isFetchingNextPage}
                onClick={() => void contacts.fetchNextPage()}
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

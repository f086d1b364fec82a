import { Button } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { IconUpload } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { AccountTable } from '../features/customers/components/account-table.tsx'
import { CustomerFilters } from '../features/customers/components/customer-filters.tsx'
import styles from '../features/customers/components/customers.module.css'
import { accountsQuery, type CustomerFilter } from '../features/customers/queries.ts'
import { deskWords } from '../words/desk.ts'

/** `/desk/`: every account one may see. The filters are in the address. */
export function AccountsPage() {
  const say = useSay(deskWords)
  const sayCommon = useSay(commonWords)
  const filter = useSearch({ from: '/' })
  const navigate = useNavigate()
  const actor = useSession().data?.actor
  const accounts = useInfiniteQuery({ ...accountsQuery(filter), placeholderData: keepPreviousData })
  const show = (search: CustomerFilter) => void navigate({ to: '/', search, replace: true })
  const total = accounts.data?.pages[0]?.total
  const filtered = filter.search !== undefined || filter.region !== undefined
  const mayImport = actor !== undefined && can(actor, 'customers.import')
  const importButton = (
    <Button
      renderRoot={(props: object) => <Link to="/imports" {...props} />}
      variant="filled"
      leftSection={<IconUpload size={16} stroke={1.75} aria-hidden="true" />}
    >
      {say('importCustomers')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={say('accounts')}
        lead={!total ? undefined : say('accountsLead', { n: total })}
        actions={
          total === 0 && !filtered ? undefined : (
            <>
              <CustomerFilters label={say('searchAccounts')} filter={filter} onChange={show} />
              {mayImport && importButton}
            </>
          )
        }
      />
      <QueryStates
        query={accounts}
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
            <EmptyState title={say('noAccounts')} action={mayImport ? importButton : undefined}>
              {say(mayImport ? 'noAccountsText' : 'noAccountsForYou')}
            </EmptyState>
          )
        }
      >
        {({ pages }) => (
          <Sheet label={say('accounts')}>
            <AccountTable accounts={pages.flatMap(page => page.items)} />
            {accounts.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={accounts.isFetchingNextPage}
                onClick={() => void accounts.fetchNextPage()}
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

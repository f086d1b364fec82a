import { Button } from '@mantine/core'
import { accountKind } from '@sixfold/contract/customers'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { NewAccountDialog } from '../features/customers/components/account-dialogs.tsx'
import { AccountTable } from '../features/customers/components/account-table.tsx'
import { CustomerFilters } from '../features/customers/components/customer-filters.tsx'
import { CustomerList } from '../features/customers/components/customer-list.tsx'
import { ImportButton } from '../features/customers/components/import-button.tsx'
import { type AccountFilter, accountsQuery, choicesQuery } from '../features/customers/queries.ts'
import { deskWords } from '../words/desk.ts'
import { recordWords } from '../words/record.ts'

/** `/desk/accounts`: every account one may see. The filters are in the address. */
export function AccountsPage() {
  const say = useSay(deskWords)
  const sayRecord = useSay(recordWords)
  const { create, ...filter } = useSearch({ from: '/accounts' })
  const navigate = useNavigate()
  const actor = useSession().data?.actor
  const accounts = useInfiniteQuery({ ...accountsQuery(filter), placeholderData: keepPreviousData })
  const show = (search: AccountFilter & { create?: true }) =>
    void navigate({ to: '/accounts', search, replace: true })
  const mayImport = actor !== undefined && can(actor, 'customers.import')
  const mayAdd = actor !== undefined && can(actor, 'customers.edit')
  const addButton = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => show({ ...filter, create: true })}
    >
      {sayRecord('addAccount')}
    </Button>
  )
  return (
    <>
      <CustomerList
        title={say('accounts')}
        lead={n => say('accountsLead', { n })}
        query={accounts}
        filtered={Object.values(filter).some(value => value !== undefined)}
        onShowAll={() => show({})}
        filters={<AccountFilters filter={filter} onChange={show} />}
        action={mayAdd && addButton}
        empty={
          <EmptyState
            title={say('noAccounts')}
            action={
              <>
                {mayImport && <ImportButton />}
                {mayAdd && addButton}
              </>
            }
          >
            {say(mayImport ? 'noAccountsText' : 'noAccountsForYou')}
          </EmptyState>
        }
      >
        {rows => <AccountTable accounts={rows} />}
      </CustomerList>
      <NewAccountDialog
        opened={create === true && mayAdd}
        onClose={() => show(filter)}
        onCreated={({ id }) => void navigate({ to: '/accounts/$id', params: { id } })}
      />
    </>
  )
}

interface AccountFiltersProps {
  filter: AccountFilter
  onChange: (filter: AccountFilter) => void
}

function AccountFilters({ filter, onChange }: AccountFiltersProps) {
  const say = useSay(deskWords)
  const sayRecord = useSay(recordWords)
  const session = useSession().data
  const { segments = [], owners = [] } = useQuery(choicesQuery()).data ?? {}
  const others = owners.filter(({ id }) => id !== session?.actor.id)
  return (
    <CustomerFilters
      label={say('searchAccounts')}
      search={filter.search}
      onSearch={search => onChange({ ...filter, search })}
      choices={[
        {
          name: say('kind'),
          all: sayRecord('allKinds'),
          value: filter.kind,
          choices: accountKind.options.map(value => ({ value, label: say(value) })),
          onChange: value => onChange({ ...filter, kind: accountKind.safeParse(value).data }),
        },
        {
          name: say('region'),
          all: say('allRegions'),
          value: filter.region,
          choices: (session?.regions ?? []).map(({ id, name }) => ({ value: id, label: name })),
          onChange: region => onChange({ ...filter, region }),
        },
        {
          name: say('segment'),
          all: sayRecord('allSegments'),
          value: filter.segment,
          choices: segments.map(value => ({ value, label: value })),
          onChange: segment => onChange({ ...filter, segment }),
        },
        {
          name: sayRecord('owner'),
          all: sayRecord('allOwners'),
          value: filter.owner,
          choices: [
            ...(session ? [{ value: session.actor.id, label: sayRecord('mine') }] : []),
            { value: 'none', label: sayRecord('nobody') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ],
          onChange: owner => onChange({ ...filter, owner }),
        },
      ]}
    />
  )
}

import { accountKind } from '@sixfold/contract/customers'
import { can } from '@sixfold/domain/permissions'
import { SENIORITIES } from '@sixfold/domain/survey/plan'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ContactTable } from '../features/customers/components/contact-table.tsx'
import { CustomerFilters } from '../features/customers/components/customer-filters.tsx'
import { CustomerList } from '../features/customers/components/customer-list.tsx'
import { ImportButton } from '../features/customers/components/import-button.tsx'
import { type ContactFilter, contactsQuery } from '../features/customers/queries.ts'
import { deskWords } from '../words/desk.ts'
import { recordWords } from '../words/record.ts'

/** `/desk/contacts`: every person one may see. The filters are in the address. */
export function ContactsPage() {
  const say = useSay(deskWords)
  const sayRecord = useSay(recordWords)
  const filter = useSearch({ from: '/contacts' })
  const navigate = useNavigate()
  const { actor, regions = [] } = useSession().data ?? {}
  const mayImport = actor !== undefined && can(actor, 'customers.import')
  const contacts = useInfiniteQuery({ ...contactsQuery(filter), placeholderData: keepPreviousData })
  const show = (search: ContactFilter) => void navigate({ to: '/contacts', search, replace: true })
  return (
    <CustomerList
      title={say('contacts')}
      lead={n => say('contactsLead', { n })}
      query={contacts}
      filtered={Object.values(filter).some(value => value !== undefined)}
      onShowAll={() => show({})}
      filters={
        <CustomerFilters
          label={say('searchContacts')}
          search={filter.search}
          onSearch={search => show({ ...filter, search })}
          choices={[
            {
              name: say('region'),
              all: say('allRegions'),
              value: filter.region,
              choices: regions.map(({ id, name }) => ({ value: id, label: name })),
              onChange: region => show({ ...filter, region }),
            },
            {
              name: say('kind'),
              all: sayRecord('allKinds'),
              value: filter.kind,
              choices: accountKind.options.map(value => ({ value, label: say(value) })),
              onChange: value => show({ ...filter, kind: accountKind.safeParse(value).data }),
            },
            {
              name: sayRecord('seniority'),
              all: sayRecord('allSeniorities'),
              value: filter.seniority,
              choices: SENIORITIES.map(value => ({ value, label: sayRecord(value) })),
              onChange: value => show({ ...filter, seniority: SENIORITIES.find(one => one === value) }),
            },
          ]}
        />
      }
      action={undefined}
      empty={
        <EmptyState title={say('noContacts')} action={mayImport && <ImportButton />}>
          {say('noContactsText')}
        </EmptyState>
      }
    >
      {rows => <ContactTable contacts={rows} />}
    </CustomerList>
  )
}

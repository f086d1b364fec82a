import { formatNumber } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ContactTable } from '../features/customers/components/contact-table.tsx'
import styles from '../features/customers/components/customers.module.css'
import { Facts } from '../features/customers/components/facts.tsx'
import { accountQuery, peopleQuery } from '../features/customers/queries.ts'
import { deskWords } from '../words/desk.ts'

export function AccountPage() {
  const say = useSay(deskWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/accounts/$id' })
  const account = useQuery(accountQuery(id))
  const people = useQuery(peopleQuery(id))
  const regions = useSession().data?.regions ?? []
  return (
    <QueryStates query={account}>
      {({ name, kind, regionId, segment, annualRevenue, externalId }) => (
        <>
          <PageHeader title={name} lead={say(kind)} />
          <Facts
            items={[
              { name: say('region'), value: regions.find(region => region.id === regionId)?.name ?? '' },
              { name: say('segment'), value: segment || <NotGiven /> },
              {
                name: say('revenue'),
                value: annualRevenue === null ? <NotGiven /> : formatNumber(annualRevenue, language, 2),
              },
              { name: say('externalId'), value: externalId },
            ]}
          />
          <Sheet title={say('people')}>
            <QueryStates
              query={people}
              isEmpty={({ items }) => items.length === 0}
              empty={<p className={styles.quiet}>{say('noContactsHere')}</p>}
            >
              {({ items }) => <ContactTable contacts={items} showAccount={false} />}
            </QueryStates>
          </Sheet>
        </>
      )}
    </QueryStates>
  )
}

function NotGiven() {
  const say = useSay(deskWords)
  return <span className={styles.quiet}>{say('none')}</span>
}

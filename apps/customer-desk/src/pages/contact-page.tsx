import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import styles from '../features/contact-ledger/components/ledger.module.css'
import { LedgerLines } from '../features/contact-ledger/components/ledger-lines.tsx'
import { ledgerQuery } from '../features/contact-ledger/queries.ts'
import { Facts } from '../features/customers/components/facts.tsx'
import { deskWords } from '../words/desk.ts'

export function ContactPage() {
  const say = useSay(deskWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/contacts/$id' })
  const ledger = useQuery(ledgerQuery(id))
  const session = useSession().data
  const languageName = (tag: string) => new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
  return (
    <QueryStates query={ledger}>
      {({ contact, lines }) => (
        <>
          <PageHeader
            title={contact.name}
            lead={
              <>
                {contact.role && `${contact.role}, `}
                <Link to="/accounts/$id" params={{ id: contact.accountId }}>
                  {contact.accountName}
                </Link>
              </>
            }
          />
          <Facts
            items={[
              {
                name: say('contactable'),
                value: (
                  <Lamp tone={contact.optedOut ? 'attention' : 'good'}>
                    {say(contact.optedOut ? 'optedOut' : 'reachable')}
                  </Lamp>
                ),
                note: contact.executive ? `${say('executive')}. ${say('executiveText')}` : undefined,
              },
              { name: say('email'), value: contact.email },
              { name: say('phone'), value: contact.phone ?? say('none') },
              { name: say('language'), value: languageName(contact.language) },
              {
                name: say('zone'),
                value: contact.zone,
                note: say('localTime', {
                  time: formatInstant(new Date().toISOString(), language, {
                    zone: contact.zone,
                    readerZone: contact.zone,
                    show: 'time',
                  }),
                }),
              },
              {
                name: say('region'),
                value: session?.regions.find(region => region.id === contact.regionId)?.name ?? '',
              },
            ]}
          />
          <Sheet title={say('ledger')}>
            {lines.length === 0 ? (
              <p className={styles.nothing}>{say('ledgerEmpty')}</p>
            ) : (
              <LedgerLines lines={lines} zone={contact.zone} />
            )}
          </Sheet>
        </>
      )}
    </QueryStates>
  )
}

import { Button } from '@mantine/core'
import type { ContactRecord } from '@sixfold/contract/customers'
import { can } from '@sixfold/domain/permissions'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { CallRequestsSheet } from '../features/call-requests/components/call-requests-sheet.tsx'
import { CasesSheet } from '../features/cases/components/cases-sheet.tsx'
import { LedgerLines } from '../features/contact-ledger/components/ledger-lines.tsx'
import { OutlookSheet } from '../features/contact-ledger/components/outlook-sheet.tsx'
import { ledgerQuery } from '../features/contact-ledger/queries.ts'
import { StandingSheet } from '../features/contact-standing/components/standing-sheet.tsx'
import { EditContactDialog } from '../features/customers/components/contact-dialogs.tsx'
import { ContactFacts } from '../features/customers/components/contact-facts.tsx'
import styles from '../features/customers/components/record.module.css'
import { contactQuery } from '../features/customers/queries.ts'
import { NoteRequest } from '../features/data-requests/components/note-request.tsx'
import { deskWords } from '../words/desk.ts'
import { recordWords } from '../words/record.ts'

/** `/desk/contacts/…`: all that is known of one person, and everything that was sent. */
export function ContactPage() {
  const { id } = useParams({ from: '/contacts/$id' })
  const contact = useQuery(contactQuery(id))
  return <QueryStates query={contact}>{known => <KnownContact key={known.id} contact={known} />}</QueryStates>
}

function KnownContact({ contact }: { contact: ContactRecord }) {
  const say = useSay(deskWords)
  const sayRecord = useSay(recordWords)
  const actor = useSession().data?.actor
  const ledger = useQuery(ledgerQuery(contact.id))
  const [editing, setEditing] = useState(false)
  const mayEdit = actor !== undefined && can(actor, 'customers.edit', contact)
  const mayNote = actor !== undefined && can(actor, 'contact.note', contact)
  return (
    <>
      <PageHeader
        title={contact.name}
        lead={<Lead contact={contact} />}
        actions={
          <>
            {actor !== undefined && can(actor, 'data-request.work', contact) && (
              <NoteRequest contact={contact} />
            )}
            {mayEdit && (
              <Button
                leftSection={<IconPencil size={16} stroke={1.5} aria-hidden="true" />}
                onClick={() => setEditing(true)}
              >
                {sayRecord('edit')}
              </Button>
            )}
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          <CallRequestsSheet contactId={contact.id} />
          {actor !== undefined && can(actor, 'case.read') && <CasesSheet of={{ contactId: contact.id }} />}
          <OutlookSheet contactId={contact.id} />
          <QueryStates query={ledger}>
            {({ lines }) => (
              <Sheet title={say('ledger')}>
                {lines.length === 0 ? (
                  <p className={styles.quiet}>{say('ledgerEmpty')}</p>
                ) : (
                  <LedgerLines lines={lines} zone={contact.zone} />
                )}
              </Sheet>
            )}
          </QueryStates>
        </div>
        <div className={styles.column}>
          <ContactFacts contact={contact} mayEdit={mayEdit} />
          {ledger.data && (
            <StandingSheet contactId={contact.id} standing={ledger.data.standing} mayNote={mayNote} />
          )}
        </div>
      </div>
      <EditContactDialog opened={editing} onClose={() => setEditing(false)} contact={contact} />
    </>
  )
}

/** What the person does, where, and what the clock shows there. */
function Lead({ contact }: { contact: ContactRecord }) {
  const say = useSay(deskWords)
  const { language } = useLanguage()
  const { zone } = contact
  const time = formatInstant(new Date().toISOString(), language, { zone, readerZone: zone, show: 'time' })
  return (
    <>
      {contact.role && `${contact.role}, `}
      <Link to="/accounts/$id" params={{ id: contact.accountId }}>
        {contact.accountName}
      </Link>
      {` · ${say('localTime', { time })}`}
    </>
  )
}

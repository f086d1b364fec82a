import type { ContactFields, ContactRecord } from '@sixfold/contract/customers'
import { contactConflictData } from '@sixfold/contract/customers'
import { useChangeContact } from '../queries.ts'
import { useContactTexts } from '../use-contact-texts.ts'
import { RecordFacts } from './record-facts.tsx'

export function ContactFacts({ contact, mayEdit }: { contact: ContactRecord; mayEdit: boolean }) {
  const texts = useContactTexts()
  const change = useChangeContact()
  return (
    <RecordFacts<ContactRecord, ContactFields>
      record={contact}
      texts={texts}
      shown={shown}
      mayEdit={mayEdit}
      verify={(field, revision) =>
        change.mutateAsync({ id: contact.id, revision, changes: {}, verified: [field] })
      }
      readCurrent={data => contactConflictData.safeParse(data).data?.current}
    />
  )
}

function shown(field: keyof ContactFields, text: string) {
  if (text === '') return text
  if (field === 'email') return <a href={`mailto:${text}`}>{text}</a>
  if (field === 'phone') return <a href={`tel:${text.replace(/[^+\d]/g, '')}`}>{text}</a>
  return text
}

import type { ContactFields, ContactRecord } from '@sixfold/contract/customers'
import { contactConflictData } from '@sixfold/contract/customers'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { saveOnTop } from '@sixfold/ui/save-on-top'
import { useState } from 'react'
import { recordWords } from '../../../words/record.ts'
import { useChangeContact } from '../queries.ts'
import { useContactTexts } from '../use-contact-texts.ts'
import type { RecordField } from './record-fields.tsx'
import { RecordFields } from './record-fields.tsx'

/** What is known of a person, with who said it. */
export function ContactFacts({ contact, mayEdit }: { contact: ContactRecord; mayEdit: boolean }) {
  const say = useSay(recordWords)
  const { language } = useLanguage()
  const texts = useContactTexts()
  const change = useChangeContact()
  const [verifying, setVerifying] = useState<keyof ContactFields>()

  async function verify({ field, label }: RecordField<keyof ContactFields>) {
    setVerifying(field)
    try {
      await saveOnTop<ContactRecord, ContactFields, ContactRecord>({
        base: contact,
        // The value goes along: if somebody has changed it meanwhile, it is not what was seen.
        changes: { [field]: contact[field] },
        send: revision => change.mutateAsync({ id: contact.id, revision, changes: {}, verified: [field] }),
        readCurrent: data => contactConflictData.safeParse(data).data?.current,
      })
      toast.done(say('verified', { field: label }))
    } catch (error) {
      toast.failed(error, language)
    }
    setVerifying(undefined)
  }

  return (
    <Sheet title={say('whatWeKnow')}>
      <RecordFields
        fields={texts.fields.map(field => ({
          field,
          label: texts.label(field),
          value: shown(field, texts.value(field, contact)),
        }))}
        provenance={contact.provenance}
        marks={contact.marks}
        onVerify={mayEdit ? field => void verify(field) : undefined}
        verifying={verifying}
      />
    </Sheet>
  )
}

function shown(field: keyof ContactFields, text: string) {
  if (text === '') return text
  if (field === 'email') return <a href={`mailto:${text}`}>{text}</a>
  if (field === 'phone') return <a href={`tel:${text.replace(/[^+\d]/g, '')}`}>{text}</a>
  return text
}

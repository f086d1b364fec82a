import type { FieldMark, FieldOrigin } from '@sixfold/contract/customers'
import type { Changes } from '@sixfold/domain/customers/provenance'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { saveOnTop } from '@sixfold/ui/save-on-top'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { recordWords } from '../../../words/record.ts'
import { RecordFields } from './record-fields.tsx'

interface Stored {
  revision: number
  provenance: Readonly<Record<string, FieldOrigin>>
  marks: readonly FieldMark[]
}

interface RecordFactsProps<Record extends Stored & Fields, Fields extends object> {
  record: Record
  texts: {
    fields: readonly (keyof Fields & string)[]
    label: (field: string) => string
    value: (field: string, record: Record) => string
  }
  /** A value that is more than its text, such as an address that opens. */
  shown: (field: keyof Fields & string, text: string) => ReactNode
  mayEdit: boolean
  /** Notes that a field is true as it stands. */
  verify: (field: keyof Fields & string, revision: number) => Promise<unknown>
  /** What stands now, from the data of a refusal. */
  readCurrent: (data: unknown) => Record | undefined
}

/** What is known of an account or a person, with who said it. */
export function RecordFacts<Record extends Stored & Fields, Fields extends object>({
  record,
  texts,
  shown,
  mayEdit,
  verify,
  readCurrent,
}: RecordFactsProps<Record, Fields>) {
  const say = useSay(recordWords)
  const { language } = useLanguage()
  const [verifying, setVerifying] = useState<keyof Fields & string>()

  async function noteVerified(field: keyof Fields & string, label: string) {
    // The value goes along: if somebody has changed it meanwhile, it is not what was seen.
    const fields: Fields = record
    const seen: Changes<Fields> = {}
    seen[field] = fields[field]
    setVerifying(field)
    try {
      await saveOnTop<Record, Fields, unknown>({
        base: record,
        changes: seen,
        send: revision => verify(field, revision),
        readCurrent,
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
          value: shown(field, texts.value(field, record)),
        }))}
        provenance={record.provenance}
        marks={record.marks}
        onVerify={mayEdit ? ({ field, label }) => void noteVerified(field, label) : undefined}
        verifying={verifying}
      />
    </Sheet>
  )
}

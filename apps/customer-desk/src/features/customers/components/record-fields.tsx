import { Button } from '@mantine/core'
import type { FieldMark, FieldOrigin } from '@sixfold/contract/customers'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { recordWords } from '../../../words/record.ts'
import { OriginNote } from './origin-note.tsx'
import styles from './record.module.css'

export interface RecordField<Field extends string> {
  field: Field
  label: string
  value: ReactNode
}

export interface RecordFieldsProps<Field extends string> {
  fields: readonly RecordField<Field>[]
  provenance: Readonly<Record<string, FieldOrigin>>
  marks: readonly FieldMark[]
  /** Notes that a field is true as it stands; undefined for who may only read. */
  onVerify: ((field: RecordField<Field>) => void) | undefined
  /** The field that is being noted. */
  verifying: Field | undefined
}

/** What is known, field by field: who says so, who made sure, and what cannot be right. */
export function RecordFields<Field extends string>({
  fields,
  provenance,
  marks,
  onVerify,
  verifying,
}: RecordFieldsProps<Field>) {
  const say = useSay(recordWords)
  return (
    <dl className={styles.fields}>
      {fields.map(one => {
        const { field, label, value } = one
        const isKnown = value !== null && value !== ''
        return (
          <div key={field} className={styles.field}>
            <dt>{label}</dt>
            <dd>
              <div className={styles.value}>
                {isKnown ? value : <span className={styles.quiet}>{say('unknown')}</span>}
              </div>
              {marks
                .filter(mark => mark.field === field)
                .map(mark => (
                  <MarkNote key={mark.code} mark={mark} />
                ))}
              {isKnown && <OriginNote origin={provenance[field]} />}
            </dd>
            {isKnown && onVerify && (
              <dd className={styles.act}>
                <Button
                  size="xs"
                  variant="subtle"
                  leftSection={<IconCheck size={14} stroke={1.75} aria-hidden="true" />}
                  aria-label={say('verifyField', { field: label })}
                  loading={verifying === field}
                  onClick={() => onVerify(one)}
                >
                  {say('verify')}
                </Button>
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

const known = [
  'not_a_mailbox',
  'impossible_phone',
  'phone_of_other_country',
  'installed_before_bought',
  'in_the_future',
  'before_1970',
  'contradicts_verified',
] as const

/** Why a value cannot be right. */
export function MarkNote({ mark: { code, value } }: { mark: FieldMark }) {
  const say = useSay(recordWords)
  const word = known.find(one => one === code) ?? 'other'
  return (
    <div className={styles.mark}>
      <Lamp tone="attention">{say(`mark.${word}`, { value })}</Lamp>
    </div>
  )
}

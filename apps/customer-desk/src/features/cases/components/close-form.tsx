import { Select } from '@mantine/core'
import type { StaffStep } from '@sixfold/contract/case-steps'
import type { CaseDetail } from '@sixfold/contract/cases'
import type { ClosingReason } from '@sixfold/domain/cases/case-state'
import { CLOSING_REASONS } from '@sixfold/domain/cases/case-state'
import { useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import { caseWords } from '../../../words/cases.ts'
import { NoteForm } from './note-form.tsx'

interface CloseFormProps {
  one: CaseDetail
  busy: boolean
  onSend: (step: StaffStep) => void
  onCancel: () => void
}

type Given = Exclude<ClosingReason, 'erased'>

/** Closing without the customer's own word: only with a reason and a note. */
export function CloseForm({ one, busy, onSend, onCancel }: CloseFormProps) {
  const say = useSay(caseWords)
  const reachable = one.contactId !== null && one.answerWanted
  const reasons = CLOSING_REASONS.filter(
    (reason): reason is Given =>
      reason !== 'erased' &&
      (reason === 'nobody_to_ask' ? !reachable : reason !== 'silent' || one.toldAt !== null),
  )
  const [reason, setReason] = useState<Given | null>(null)
  return (
    <NoteForm
      label={say('note.needed')}
      send={say('confirm')}
      busy={busy}
      incomplete={reason === null}
      onCancel={onCancel}
      onSend={note => {
        if (reason) onSend({ step: 'close', reason, note })
      }}
    >
      <Select
        label={say('reason')}
        value={reason}
        onChange={value => setReason(reasons.find(one => one === value) ?? null)}
        data={reasons.map(value => ({ value, label: say(`reason.${value}`) }))}
      />
    </NoteForm>
  )
}

import { Button, Modal, Select, Textarea } from '@mantine/core'
import type { Requirement } from '@sixfold/contract/requirements'
import { can } from '@sixfold/domain/permissions'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { useFactorRef } from '../../../parts/factors.ts'
import { requirementWords } from '../../../words/requirements.ts'
import { useNote } from '../queries.ts'
import { ContactPicker } from './contact-picker.tsx'
import type { Duty } from './duty-fields.tsx'
import { DutyFields } from './duty-fields.tsx'
import styles from './requirements.module.css'
import type { Subject } from './subject-fields.tsx'
import { SubjectFields } from './subject-fields.tsx'
import type { CustomerWords } from './words-fields.tsx'
import { WordsFields } from './words-fields.tsx'

interface NoteProps {
  onClose: () => void
  /** Where it was said, and what was said already. */
  at?: { roundtableId: string; regionId: string; text: string } | undefined
  onNoted: (requirement: Requirement) => void
}

/** Notes what a customer asked for. */
export function NoteDialog({ opened, ...props }: NoteProps & { opened: boolean }) {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={say('note')}
      size="lg"
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <NoteForm {...props} />
    </Modal>
  )
}

// Mounted with the dialog, so that each opening begins anew.
function NoteForm({ at, onClose, onNoted }: NoteProps) {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  const session = useSession().data
  const factorRef = useFactorRef()
  const note = useNote()
  const regions = (session?.regions ?? []).filter(
    ({ id }) => session && can(session.actor, 'requirement.edit', { regionId: id }),
  )
  const [text, setText] = useState(at?.text ?? '')
  const [words, setWords] = useState<CustomerWords>({ said: '', mayQuote: false })
  const [contactId, setContactId] = useState<string | null>(null)
  const [regionId, setRegionId] = useState<string | null>(at?.regionId ?? regions[0]?.id ?? null)
  const [subject, setSubject] = useState<Subject>({ factor: null, productId: null })
  const [duty, setDuty] = useState<Duty>({ ownerId: null, due: '' })
  const isBlank = text.trim() === ''

  function send(event: FormEvent) {
    event.preventDefault()
    if (isBlank || note.isPending) return
    note.mutate(
      {
        text,
        factor: factorRef(subject.factor),
        productId: subject.productId,
        ownerId: duty.ownerId,
        due: duty.due === '' ? null : duty.due,
        source: {
          kind: at ? 'round_table' : 'hand',
          aboutId: at?.roundtableId ?? null,
          contactId,
          regionId,
          ...words,
        },
      },
      {
        onSuccess(requirement) {
          toast.done(say('noted', { receipt: requirement.receipt }))
          onNoted(requirement)
          onClose()
        },
      },
    )
  }

  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {note.isError && <FailureNotice error={note.error} />}
      <Textarea
        label={say('text')}
        description={say('textHelp')}
        value={text}
        maxLength={2000}
        autosize
        minRows={2}
        data-autofocus
        onChange={event => setText(event.currentTarget.value)}
      />
      <ContactPicker contactId={contactId} regionId={at?.regionId} onChange={setContactId} />
      <WordsFields words={words} onChange={setWords} />
      <div className={styles.pair}>
        <SubjectFields subject={subject} onChange={setSubject} />
        {!at && contactId === null && regions.length > 1 && (
          <Select
            label={say('region')}
            value={regionId}
            allowDeselect={false}
            data={regions.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setRegionId}
          />
        )}
        <DutyFields duty={duty} regionIds={regionId === null ? [] : [regionId]} onChange={setDuty} />
      </div>
      <div className={styles.end}>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        <Button type="submit" variant="filled" disabled={isBlank} loading={note.isPending}>
          {say('note')}
        </Button>
      </div>
    </form>
  )
}

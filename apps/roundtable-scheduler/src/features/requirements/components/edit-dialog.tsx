import { Button, Modal, Textarea } from '@mantine/core'
import type { Requirement } from '@sixfold/contract/requirements'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { useFactorRef } from '../../../parts/factors.ts'
import { requirementWords } from '../../../words/requirements.ts'
import { useEdit } from '../queries.ts'
import type { Duty } from './duty-fields.tsx'
import { DutyFields } from './duty-fields.tsx'
import styles from './requirements.module.css'
import type { Subject } from './subject-fields.tsx'
import { SubjectFields } from './subject-fields.tsx'

interface EditProps {
  requirement: Requirement
  onClose: () => void
}

/** Changes the sentence, factor, product, owner and day. */
export function EditDialog({ opened, ...props }: EditProps & { opened: boolean }) {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={say('editTitle', { receipt: props.requirement.receipt })}
      size="lg"
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <EditForm {...props} />
    </Modal>
  )
}

function EditForm({ requirement, onClose }: EditProps) {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  const factorRef = useFactorRef()
  const edit = useEdit()
  const [text, setText] = useState(requirement.text)
  const [subject, setSubject] = useState<Subject>({
    factor: requirement.factorRef?.key ?? null,
    productId: requirement.productId,
  })
  const [duty, setDuty] = useState<Duty>({ ownerId: requirement.ownerId, due: requirement.due ?? '' })
  const isConflict = edit.isError && asApiError(edit.error).code === 'revision_conflict'
  const known = requirement.factor
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() === '' || edit.isPending) return
        const isSameFactor = subject.factor === (requirement.factorRef?.key ?? null)
        edit.mutate(
          {
            id: requirement.id,
            revision: requirement.revision,
            changes: {
              text,
              ...(isSameFactor ? {} : { factor: factorRef(subject.factor) }),
              productId: subject.productId,
              ownerId: duty.ownerId,
              due: duty.due === '' ? null : duty.due,
            },
          },
          {
            onSuccess() {
              toast.done(say('saved'))
              onClose()
            },
          },
        )
      }}
    >
      {edit.isError && <FailureNotice error={edit.error} text={isConflict ? say('conflict') : undefined} />}
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
      <div className={styles.pair}>
        <SubjectFields
          subject={subject}
          known={known && { value: known.key, label: known.name.en ?? known.key }}
          onChange={setSubject}
        />
        <DutyFields duty={duty} regionIds={requirement.regionIds} onChange={setDuty} />
      </div>
      <div className={styles.end}>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        <Button type="submit" variant="filled" disabled={text.trim() === ''} loading={edit.isPending}>
          {say('save')}
        </Button>
      </div>
    </form>
  )
}

import { Button, Modal, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Requirement } from '@sixfold/contract/requirements'
import { nextStatuses } from '@sixfold/domain/requirements/status'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { requirementWords } from '../../../words/requirements.ts'
import { useSetStatus } from '../queries.ts'
import styles from './requirements.module.css'
import { StatusLamp } from './status-lamp.tsx'

/** Where it stands, where it can go, and how it came there. */
export function StatusSteps({ requirement }: { requirement: Requirement }) {
  const say = useSay(requirementWords)
  const { language } = useLanguage()
  const [declining, dialog] = useDisclosure(false)
  const setStatus = useSetStatus()
  const { id, revision, receipt, status, history, editable } = requirement
  const go = (to: Requirement['status'], reason = '', onDone?: () => void) =>
    setStatus.mutate(
      { id, revision, status: to, reason },
      {
        onSuccess() {
          toast.done(say('statusDone', { receipt, status: say(`status.${to}`) }))
          onDone?.()
        },
      },
    )
  return (
    <Sheet title={say('becomes')} aside={<StatusLamp status={status} />}>
      {setStatus.isError && !declining && <FailureNotice error={setStatus.error} />}
      {editable && (
        <div className={styles.buttons}>
          {nextStatuses(status).map(to => (
            <Button
              key={to}
              size="xs"
              disabled={setStatus.isPending}
              onClick={() => (to === 'declined' ? dialog.open() : go(to))}
            >
              {say(`move.${to}`)}
            </Button>
          ))}
        </div>
      )}
      <h3 className={styles.since}>{say('history')}</h3>
      <ol className={styles.steps}>
        {history.toReversed().map(step => (
          <li key={step.at + step.status}>
            {say('step', {
              status: say(`status.${step.status}`),
              name: step.by,
              day: formatInstant(step.at, language, { show: 'date' }),
            })}
            {step.reason !== '' && <span className={styles.reason}>{step.reason}</span>}
          </li>
        ))}
      </ol>
      <DeclineDialog
        receipt={receipt}
        opened={declining}
        onClose={dialog.close}
        busy={setStatus.isPending}
        error={setStatus.error}
        onDecline={reason => go('declined', reason, dialog.close)}
      />
    </Sheet>
  )
}

interface DeclineProps {
  receipt: string
  opened: boolean
  onClose: () => void
  busy: boolean
  error: unknown
  onDecline: (reason: string) => void
}

function DeclineDialog({ receipt, opened, onClose, busy, error, onDecline }: DeclineProps) {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  const [reason, setReason] = useState('')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('declineTitle', { receipt })}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (reason.trim() !== '') onDecline(reason)
        }}
      >
        {error != null && <FailureNotice error={error} />}
        <Textarea
          label={say('reason')}
          description={say('reasonHelp')}
          value={reason}
          maxLength={2000}
          autosize
          minRows={3}
          data-autofocus
          onChange={event => setReason(event.currentTarget.value)}
        />
        <div className={styles.end}>
          <Button onClick={onClose}>{sayCommon('cancel')}</Button>
          <Button type="submit" variant="filled" disabled={reason.trim() === ''} loading={busy}>
            {say('decline')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Requirement } from '@sixfold/contract/requirements'
import { nextStatuses } from '@sixfold/domain/requirements/status'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { ReasonDialog } from '../../../parts/reason-dialog.tsx'
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
      <ReasonDialog
        opened={declining}
        onClose={dialog.close}
        title={say('declineTitle', { receipt })}
        confirmLabel={say('decline')}
        label={say('reason')}
        help={say('reasonHelp')}
        maxLength={2000}
        required
        busy={setStatus.isPending}
        error={setStatus.error}
        onConfirm={reason => go('declined', reason, dialog.close)}
      />
    </Sheet>
  )
}

import { Button, Stack } from '@mantine/core'
import type { CallRefusal } from '@sixfold/contract/calls'
import { CALL_REFUSALS } from '@sixfold/domain/due/call-outcome'
import { useSay } from '@sixfold/ui/parts/language'
import { callWords } from '../../../words/calls.ts'
import { CallDialog } from './call-dialog.tsx'
import styles from './calls.module.css'

export interface RefusalDialogProps {
  name: string
  isPending: boolean
  onClose: () => void
  onChoose: (refusal: CallRefusal) => void
}

/** Why somebody does not want the call: one button a reason, or its digit. */
export function RefusalDialog({ name, isPending, onClose, onChoose }: RefusalDialogProps) {
  const say = useSay(callWords)
  return (
    <CallDialog title={say('refusedTitle')} onClose={onClose}>
      <Stack
        gap="xs"
        onKeyDown={event => {
          const refusal = CALL_REFUSALS[Number(event.key) - 1]
          if (refusal && !isPending) onChoose(refusal)
        }}
      >
        <p>{say('refusedText', { name })}</p>
        {CALL_REFUSALS.map((refusal, at) => (
          <Button
            key={refusal}
            justify="space-between"
            disabled={isPending}
            {...(at === 0 ? { 'data-autofocus': true } : {})}
            aria-keyshortcuts={String(at + 1)}
            rightSection={
              <span className={styles.letter} aria-hidden="true">
                {at + 1}
              </span>
            }
            onClick={() => onChoose(refusal)}
          >
            {say(`refusal.${refusal}`)}
          </Button>
        ))}
      </Stack>
    </CallDialog>
  )
}

import { useDisclosure } from '@mantine/hooks'
import type { ImportRun } from '@sixfold/contract/imports'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useSay } from '@sixfold/ui/parts/language'
import { RunProgress } from '@sixfold/ui/parts/run-progress'
import { importPageWords } from '../../../words/imports.ts'
import { useCancelImport } from '../queries.ts'

/** How far a running import is, and the way to stop it. */
export function ImportProgress({ run }: { run: ImportRun }) {
  const say = useSay(importPageWords)
  const cancel = useCancelImport()
  const [asking, dialog] = useDisclosure(false)
  const isReading = run.state === 'reading'
  return (
    <>
      <RunProgress
        label={say(isReading ? 'checking' : 'importing')}
        state={cancel.isPending ? 'cancelling' : 'running'}
        done={isReading ? run.rows : run.done}
        total={isReading ? null : run.rows - run.faultyRows}
        onCancel={dialog.open}
        note={say('leave')}
      />
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        title={say('cancelTitle', { name: run.fileName })}
        confirmLabel={say('cancelDo')}
        onConfirm={() => cancel.mutate({ id: run.id }, { onSuccess: dialog.close })}
        busy={cancel.isPending}
        error={cancel.error}
      >
        {say('cancelText')}
      </ConfirmDialog>
    </>
  )
}

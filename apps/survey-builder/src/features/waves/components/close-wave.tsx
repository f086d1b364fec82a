import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Wave } from '@sixfold/contract/waves'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { waveWords } from '../../../words/waves.ts'
import { useClose } from '../queries.ts'

export function CloseWave({ wave }: { wave: Wave }) {
  const say = useSay(waveWords)
  const close = useClose()
  const [asking, dialog] = useDisclosure(false)
  return (
    <>
      <Button onClick={dialog.open}>{say('close')}</Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          close.reset()
          dialog.close()
        }}
        title={say('closeAsk', { name: wave.name })}
        confirmLabel={say('close')}
        destructive
        busy={close.isPending}
        error={close.error}
        onConfirm={() =>
          close.mutate(
            { id: wave.id },
            {
              onSuccess() {
                toast.done(say('closedDone'))
                dialog.close()
              },
            },
          )
        }
      >
        {say('closeText')}
      </ConfirmDialog>
    </>
  )
}

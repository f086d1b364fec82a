import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { waveWords } from '../../../words/waves.ts'
import { useWithdraw } from '../queries.ts'

interface EndLinkProps {
  waveId: string
  invitationId: string
  name: string
}

/** Ends the link of one person, after a question. */
export function EndLink({ waveId, invitationId, name }: EndLinkProps) {
  const say = useSay(waveWords)
  const withdraw = useWithdraw()
  const [asking, dialog] = useDisclosure(false)
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={say('endLinkOf', { name })}
        onClick={dialog.open}
      >
        {say('endLink')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          withdraw.reset()
          dialog.close()
        }}
        title={say('endLinkAsk', { name })}
        confirmLabel={say('endLink')}
        destructive
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() =>
          withdraw.mutate(
            { id: waveId, invitationId },
            {
              onSuccess() {
                toast.done(say('endLinkDone'))
                dialog.close()
              },
            },
          )
        }
      >
        {say('endLinkText')}
      </ConfirmDialog>
    </>
  )
}

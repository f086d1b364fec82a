import type { Roundtable } from '@sixfold/contract/roundtables'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { eventWords } from '../../../words/event.ts'
import { titleOf } from '../../../words/event-text.ts'
import { useCancel } from '../queries.ts'

interface CancelDialogProps {
  event: Roundtable
  opened: boolean
  onClose: () => void
}

/** Asks once, by name: everybody who has a seat hears of it. */
export function CancelDialog({ event, opened, onClose }: CancelDialogProps) {
  const { language } = useLanguage()
  const say = useSay(eventWords)
  const cancel = useCancel()
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={say('cancelTitle', { title: titleOf(event, language) })}
      confirmLabel={say('cancelEvent')}
      destructive
      busy={cancel.isPending}
      error={cancel.error}
      onConfirm={() =>
        cancel.mutate(
          { id: event.id, revision: event.revision },
          {
            onSuccess() {
              toast.done(say('cancelDone'))
              onClose()
            },
          },
        )
      }
    >
      {say('cancelText')}
    </ConfirmDialog>
  )
}

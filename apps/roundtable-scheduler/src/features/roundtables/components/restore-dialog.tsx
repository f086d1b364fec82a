import type { Roundtable } from '@sixfold/contract/roundtables'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { calendarWords } from '../../../words/calendar.ts'
import { titleOf } from '../../../words/event-text.ts'
import { useRestore } from '../queries.ts'

interface RestoreDialogProps {
  event: Roundtable
  opened: boolean
  onClose: () => void
}

/** Asks before a cancelled event is taken up again: everybody with a seat hears of it. */
export function RestoreDialog({ event, opened, onClose }: RestoreDialogProps) {
  const { language } = useLanguage()
  const say = useSay(calendarWords)
  const restore = useRestore()
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={say('restoreTitle', { title: titleOf(event, language) })}
      confirmLabel={say('restore')}
      busy={restore.isPending}
      error={restore.error}
      onConfirm={() =>
        restore.mutate(
          { id: event.id, revision: event.revision },
          {
            onSuccess() {
              toast.done(say('restoreDone'))
              onClose()
            },
          },
        )
      }
    >
      {say('restoreText')}
    </ConfirmDialog>
  )
}

import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useBlocker } from '@tanstack/react-router'

interface LeaveDialogProps {
  /** Whether there is something to lose. */
  when: boolean
  title: string
  text: string
  confirmLabel: string
}

/** Asks before unsaved work is left: by a link, by going back, or by closing the tab. */
export function LeaveDialog({ when, title, text, confirmLabel }: LeaveDialogProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: () => when,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={title}
      confirmLabel={confirmLabel}
      onConfirm={() => blocker.proceed?.()}
      destructive
    >
      <p>{text}</p>
    </ConfirmDialog>
  )
}

import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useSay } from '@sixfold/ui/parts/language'
import { useBlocker } from '@tanstack/react-router'
import { factorModelWords } from '../../../words/factor-models.ts'

/** Asks before a page with unsaved work is left, by a link or by closing the tab. */
export function LeaveDialog({ when, name }: { when: boolean; name: string }) {
  const say = useSay(factorModelWords)
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: () => when,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={say('leaveTitle')}
      confirmLabel={say('leave')}
      onConfirm={() => blocker.proceed?.()}
      destructive
    >
      <p>{say('leaveText', { name })}</p>
    </ConfirmDialog>
  )
}

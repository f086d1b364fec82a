import { useBlocker } from '@tanstack/react-router'
import { leaveWords } from '../words/leave.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { useSay } from './language.tsx'

interface Place {
  pathname: string
  search: object
}

/** A form may be a page of its own, or a page's search. */
const isElsewhere = (from: Place, to: Place) =>
  from.pathname !== to.pathname || JSON.stringify(from.search) !== JSON.stringify(to.search)

/**
 * Asks before unsaved work is left: by a link, by going back, or by closing the tab. Who saves or cancels leaves with
 * `ignoreBlocker`.
 */
export function LeaveDialog({ when }: { when: boolean }) {
  const say = useSay(leaveWords)
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && isElsewhere(current, next),
    enableBeforeUnload: () => when,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={say('title')}
      confirmLabel={say('leave')}
      onConfirm={() => blocker.proceed?.()}
      destructive
    >
      <p>{say('text')}</p>
    </ConfirmDialog>
  )
}

import type { StaffMember } from '@sixfold/contract/staff'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { houseWords } from '../../../words/house.ts'
import { useEndMember } from '../queries.ts'

/** Ends a colleague's account after asking with the name. */
export function EndDialog({ member, onClose }: { member: StaffMember | undefined; onClose: () => void }) {
  const say = useSay(houseWords)
  const end = useEndMember()
  const name = member?.name ?? ''
  function close() {
    end.reset()
    onClose()
  }
  function confirm() {
    if (!member) return
    end.mutate(
      { id: member.id },
      {
        onSuccess() {
          toast.done(say('ended', { name }))
          close()
        },
      },
    )
  }
  return (
    <ConfirmDialog
      opened={member !== undefined}
      onClose={close}
      title={say('endTitle', { name })}
      confirmLabel={say('endDo')}
      onConfirm={confirm}
      busy={end.isPending}
      error={end.error}
      destructive
    >
      {say('endText')}
    </ConfirmDialog>
  )
}

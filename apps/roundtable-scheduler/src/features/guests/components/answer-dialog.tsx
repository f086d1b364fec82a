import type { Guest } from '@sixfold/contract/guests'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { eventWords } from '../../../words/event.ts'
import { useAnswerFor } from '../queries.ts'
import type { GuestAnswer } from './guest-table.tsx'

interface AnswerProps {
  eventId: string
  guest: Guest
  answer: GuestAnswer
  onClose: () => void
}

/** Notes what a guest said on the phone or in person; says before what the guest gets. */
export function AnswerDialog({ eventId, guest, answer, onClose }: AnswerProps) {
  const say = useSay(eventWords)
  const noting = useAnswerFor()
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={say(`noteTitle.${answer}`, { name: guest.name })}
      confirmLabel={say('noteDo')}
      busy={noting.isPending}
      error={noting.error}
      onConfirm={() =>
        noting.mutate(
          { id: eventId, guestId: guest.id, answer },
          {
            onSuccess() {
              toast.done(say('noted'))
              onClose()
            },
          },
        )
      }
    >
      {say(`noteText.${answer}`)}
    </ConfirmDialog>
  )
}

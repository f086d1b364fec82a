import type { Guest } from '@sixfold/contract/guests'
import { formatInstant } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { eventWords } from '../../../words/event.ts'
import { useSendLink } from '../queries.ts'

interface LinkProps {
  eventId: string
  guest: Guest
  zone: string
  onClose: () => void
}

/** Sends a guest who asked for it the personal link again; says before what leaves, and after why nothing did. */
export function LinkDialog({ eventId, guest, zone, onClose }: LinkProps) {
  const say = useSay(eventWords)
  const { language } = useLanguage()
  const sending = useSendLink()
  const refused = sending.data?.sent === false ? sending.data : null
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={say('linkTitle', { name: guest.name })}
      confirmLabel={say(refused ? 'linkTry' : 'linkDo')}
      busy={sending.isPending}
      error={sending.error}
      onConfirm={() =>
        sending.mutate(
          { id: eventId, guestId: guest.id },
          {
            onSuccess({ sent }) {
              if (!sent) return
              toast.done(say('linkSent', { name: guest.name }))
              onClose()
            },
          },
        )
      }
    >
      <p>{say('linkText')}</p>
      {refused && (
        <div role="alert">
          <Lamp tone="attention">
            {say('linkRefused')} {refused.reason && <TouchReason reason={refused.reason} />}.
            {refused.from && ` ${say('linkFrom', { when: formatInstant(refused.from, language, { zone }) })}`}
          </Lamp>
        </div>
      )}
    </ConfirmDialog>
  )
}

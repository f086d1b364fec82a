import { NumberInput, Textarea } from '@mantine/core'
import type { SeatGuest } from '@sixfold/contract/seats'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { seatWords } from '../../../words/seats.ts'
import { useChangeSide, useMove, useRelease } from '../queries.ts'

export type Step = 'Move' | 'Side' | 'Release'

interface MoveDialogProps {
  eventId: string
  guest: SeatGuest
  step: Step
  onClose: () => void
}

/** A change by hand: what follows from it, and the reason, without which nothing is moved. */
export function MoveDialog({ eventId, guest, step, onClose }: MoveDialogProps) {
  const say = useSay(seatWords)
  const [reason, setReason] = useState('')
  const [place, setPlace] = useState<number | string>(1)
  const [move, side, release] = [useMove(eventId), useChangeSide(eventId), useRelease(eventId)]
  const change = { Move: move, Side: side, Release: release }[step]
  const name = guest.name || say('erased')
  const word = ({ Move: 'move', Side: 'side', Release: 'release' } as const)[step]
  const of = { id: eventId, guestId: guest.id, reason: reason.trim() }

  function confirm() {
    if (of.reason === '' || change.isPending) return
    const then = {
      onSuccess: () => {
        toast.done(say('done'))
        onClose()
      },
    }
    if (step === 'Move') move.mutate({ ...of, position: Math.max(1, Number(place) || 1) }, then)
    if (step === 'Side') side.mutate({ ...of, side: guest.side === 'remote' ? 'room' : 'remote' }, then)
    if (step === 'Release') release.mutate(of, then)
  }

  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={say(`${word}Title`, { name })}
      confirmLabel={say(`do${step}`)}
      onConfirm={confirm}
      busy={change.isPending}
      error={change.error}
      destructive={step === 'Release'}
    >
      <p>{say(`${word}Text`)}</p>
      {step === 'Move' && (
        <NumberInput
          label={say('newPlace')}
          value={place}
          onChange={setPlace}
          min={1}
          step={1}
          allowDecimal={false}
        />
      )}
      <Textarea
        label={say('reason')}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        maxLength={300}
        required
        autosize
        minRows={2}
      />
    </ConfirmDialog>
  )
}

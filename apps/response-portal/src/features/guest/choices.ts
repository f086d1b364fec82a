import type { GuestView } from '@sixfold/contract/guests'
import type { Say } from '@sixfold/contract/words'
import type { guestWords } from '../../words/guest.ts'

export type GuestWord = typeof guestWords extends (language: never) => Say<infer Id> ? Id : never

/** A button of the form: what it posts and says. */
export interface Choice {
  value: 'accept' | 'room' | 'remote' | 'decline'
  word: GuestWord
}

/** What a guest can do now, the first thing first. */
export function choicesOf(view: GuestView): Choice[] {
  const { answer } = view
  if (answer === 'offered')
    return [
      { value: 'accept', word: 'take' },
      { value: 'decline', word: 'giveUp' },
    ]
  if (answer === 'accepted') return [...otherSide(view), { value: 'decline', word: 'withdraw' }]
  if (answer === 'waitlisted') return [...otherSide(view), { value: 'decline', word: 'leave' }]
  const again = answer === 'declined'
  return [...fresh(view, again), ...(again ? [] : [{ value: 'decline', word: 'decline' } as const])]
}

/** Somebody with a seat is shown only a side that has one; the closing day does not hold them back. */
function otherSide({ answer, side, remote, full, closed }: GuestView): Choice[] {
  if (!remote) return []
  const other = side === 'room' ? remote : { full, closed }
  if (other.full || (answer === 'waitlisted' && other.closed)) return []
  return [side === 'room' ? { value: 'remote', word: 'toRemote' } : { value: 'room', word: 'toRoom' }]
}

function fresh({ full, closed, remote }: GuestView, again: boolean): Choice[] {
  const room: Choice[] = closed
    ? []
    : [{ value: 'room', word: again ? (full ? 'joinAfterAll' : 'acceptAfterAll') : full ? 'join' : 'accept' }]
  if (!remote || remote.closed) return room
  const online: Choice = { value: 'remote', word: remote.full ? 'joinRemote' : 'acceptRemote' }
  // Where the room is full and remote is not, taking part at once comes first.
  return full && !remote.full ? [online, ...room] : [...room, online]
}

import type { AcceptRefusal, AnswerTimes } from './seat-answers.ts'
import { accept, decline } from './seat-answers.ts'
import type { ArrivalOptions } from './seat-arrivals.ts'
import { checkIn, undoCheckIn } from './seat-arrivals.ts'
import {
  decided,
  type LargeParties,
  type Party,
  type SeatDecision,
  type SeatEffect,
  type SeatLedger,
  type Side,
  type SideSeats,
  standingOf,
} from './seat-ledger.ts'
import { expireOffers } from './seat-promotion.ts'

const closed: SideSeats = { capacity: 0, segmentCaps: [], claims: [], waitlist: [] }

/** The seats of one side; those of a side that the event does not have are closed. */
export const seatsOf = (ledger: SeatLedger, side: Side): SideSeats =>
  side === 'room' ? ledger : (ledger.remote ?? closed)

/**
 * Decides about one side as if it were all there is; the other stays as it is, and the revision is the whole ledger's.
 *
 * @example onSide(ledger, 'remote', remote => accept(remote, party, { now, startsAt }))
 *   // { ok: true, ledger, effects: [{ kind: 'seated', invitation: 'i1', seats: 1, side: 'remote' }] }
 */
export function onSide<Refusal extends string>(
  ledger: SeatLedger,
  side: Side,
  decide: (seats: SeatLedger) => SeatDecision<Refusal>,
): SeatDecision<Refusal> {
  if (side === 'room') return decide(ledger)
  const alone: SeatLedger = { ...seatsOf(ledger, side), remote: null, revision: ledger.revision }
  const decision = decide(alone)
  if (!decision.ok) return decision
  const effects = decision.effects.map(effect => ({ ...effect, side }))
  if (decision.ledger === alone) return { ok: true, ledger, effects }
  const { revision, remote: _none, ...remote } = decision.ledger
  return { ok: true, ledger: { ...ledger, remote, revision }, effects }
}

/** The side on which an invitation stands at all, waiting or seated, a lapsed offer among it; null: on none. */
export function sideOf(ledger: SeatLedger, invitation: string): Side | null {
  const stands = ({ claims, waitlist }: SideSeats) =>
    [...claims, ...waitlist].some(one => one.invitation === invitation)
  if (stands(ledger)) return 'room'
  return stands(seatsOf(ledger, 'remote')) ? 'remote' : null
}

/**
 * An acceptance for one side, as `accept` says. Who stands on the other side moves, in one change: a seat there is let go
 * only for a seat here, and can be exchanged until the start; a place on the waitlist there is let go for one here.
 *
 * @example acceptOn(ledger, party, 'remote', { now, startsAt }) // of somebody seated in the room
 *   // effects: [{ kind: 'seated', side: 'remote', ... }, { kind: 'side_changed', from: 'room', to: 'remote', ... }]
 * @example acceptOn(remoteIsFull, party, 'remote', { now, startsAt }) // { ok: false, reason: 'full' }: the seat in the room stays
 */
export function acceptOn(
  ledger: SeatLedger,
  party: Party,
  side: Side,
  options: AnswerTimes & { largeParties?: LargeParties; ifFull?: 'wait' | 'refuse' },
): SeatDecision<AcceptRefusal> {
  const from = sideOf(ledger, party.invitation)
  if (from === null || from === side) return onSide(ledger, side, seats => accept(seats, party, options))
  const { state } = standingOf(ledger, party.invitation, options.now)
  const keeps = state === 'confirmed' ? { answerBy: null, ifFull: 'refuse' as const } : {}
  const offered = state === 'offered' ? { ifFull: 'refuse' as const } : {}
  const taken = onSide(ledger, side, seats => accept(seats, party, { ...options, ...offered, ...keeps }))
  return taken.ok ? leaving(ledger, taken, party.invitation, { from, to: side, now: options.now }) : taken
}

/** Whatever the invitation holds is let go, on whichever side: see `decline`. */
export function release(ledger: SeatLedger, invitation: string, options: { now: Date }): SeatDecision {
  const side = sideOf(ledger, invitation) ?? 'room'
  return onSide(ledger, side, seats => decline(seats, invitation, options))
}

/** Takes back the seats of offers that have expired, on both sides: see `expireOffers`. */
export function expireOnBoth(ledger: SeatLedger, options: { now: Date }): SeatDecision {
  const room = onSide(ledger, 'room', seats => expireOffers(seats, options))
  if (!room.ok) return room
  const remote = onSide(room.ledger, 'remote', seats => expireOffers(seats, options))
  if (!remote.ok) return remote
  return decided(ledger, remote.ledger, [...room.effects, ...remote.effects])
}

/** A party arrives on one side, as `checkIn` says; who had a seat on the other side lets it go. */
export function arriveOn(
  ledger: SeatLedger,
  party: Party,
  side: Side,
  options: ArrivalOptions,
): SeatDecision<'not_open' | 'full'> {
  const from = sideOf(ledger, party.invitation)
  const arrived = onSide(ledger, side, seats => checkIn(seats, party, options))
  if (!arrived.ok || from === null || from === side) return arrived
  return leaving(ledger, arrived, party.invitation, { from, to: side, now: options.now })
}

/** Takes an arrival back, on whichever side: see `undoCheckIn`. */
export function undoArrival(ledger: SeatLedger, invitation: string, options: { now: Date }): SeatDecision {
  const side = sideOf(ledger, invitation) ?? 'room'
  return onSide(ledger, side, seats => undoCheckIn(seats, invitation, options))
}

function leaving(
  before: SeatLedger,
  taken: { ledger: SeatLedger; effects: SeatEffect[] },
  invitation: string,
  { from, to, now }: { from: Side; to: Side; now: Date },
): SeatDecision {
  const left = onSide(taken.ledger, from, seats => decline(seats, invitation, { now }))
  if (!left.ok) return left
  const others = left.effects.filter(effect => !('invitation' in effect && effect.invitation === invitation))
  return decided(before, left.ledger, [
    ...taken.effects,
    ...others,
    { kind: 'side_changed', invitation, from, to },
  ])
}

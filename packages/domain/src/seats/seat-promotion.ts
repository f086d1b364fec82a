import { requireThat, requireWhole } from '../checks.ts'
import {
  decided,
  type LargeParties,
  overBy,
  requireCapacity,
  type SeatClaim,
  type SeatDecision,
  type SeatEffect,
  type SeatLedger,
  servedInOrder,
  withoutLapsedOffers,
} from './seat-ledger.ts'

const HOUR = 3_600_000

/** Closer to the start than this, an offer goes out in quiet hours too: later it would be worth nothing. */
const LAST_CALL_HOURS = 48

export interface PromotionOptions {
  now: Date
  startsAt: Date
  /** How long an offer holds its seats, in hours; never beyond the start. */
  offerHours: number
  largeParties: LargeParties
  /** Whether a mail to this guest would arrive in the quiet hours of the guest's own zone. Default: never. */
  isQuietFor?: (invitation: string) => boolean
}

/**
 * Offers free seats to those who wait, in order. Somebody in quiet hours keeps the turn: the seats stay reserved for
 * the next run and nobody behind is served from them. Nothing is offered while the event is over its capacity.
 *
 * @example promote(ledger, { now, startsAt, offerHours: 24, largeParties: 'skip' })
 *   // { ok: true, ledger, effects: [{ kind: 'offered', invitation: 'i7', seats: 1, expiresAt }] }
 */
export function promote(ledger: SeatLedger, options: PromotionOptions): SeatDecision<'event_started'> {
  const { now, startsAt, largeParties, isQuietFor = () => false } = options
  requireThat(options.offerHours > 0, `offerHours must be above 0, not ${options.offerHours}`)
  if (now >= startsAt) return { ok: false, reason: 'event_started' }
  const current = withoutLapsedOffers(ledger, now)
  const isLastCall = startsAt.getTime() - now.getTime() < LAST_CALL_HOURS * HOUR
  const expiresAt = new Date(Math.min(now.getTime() + options.offerHours * HOUR, startsAt.getTime()))
  const served = servedInOrder(current.ledger, current.ledger.waitlist, { now, largeParties })
  const deferred = isLastCall ? [] : served.filter(({ invitation }) => isQuietFor(invitation))
  const chosen = served.filter(entry => !deferred.includes(entry))
  const effects: SeatEffect[] = [
    ...current.effects,
    ...chosen.map(({ invitation, seats }) => ({ kind: 'offered', invitation, seats, expiresAt }) as const),
    ...deferred.map(
      ({ invitation }) => ({ kind: 'offer_deferred', invitation, reason: 'quiet_hours' }) as const,
    ),
  ]
  if (chosen.length === 0) return decided(ledger, current.ledger, effects)
  const offers = chosen.map(
    ({ invitation, seats, segment }): SeatClaim => ({
      invitation,
      seats,
      segment,
      table: null,
      state: 'offered',
      expiresAt,
    }),
  )
  const after = {
    ...current.ledger,
    claims: [...current.ledger.claims, ...offers],
    waitlist: current.ledger.waitlist.filter(entry => !chosen.includes(entry)),
  }
  return decided(ledger, after, effects)
}

/**
 * Takes back the seats of offers that have expired. An offer is over from `expiresAt` on, whether or not this ran.
 *
 * @example expireOffers(ledger, { now }) // { ok: true, ledger, effects: [{ kind: 'offer_expired', invitation: 'i7', seats: 1 }] }
 */
export function expireOffers(ledger: SeatLedger, options: { now: Date }): SeatDecision {
  const current = withoutLapsedOffers(ledger, options.now)
  return decided(ledger, current.ledger, current.effects)
}

/** The next instant at which an offer expires; null: none is open. */
export function nextOfferExpiry(ledger: Pick<SeatLedger, 'claims'>): Date | null {
  const times = ledger.claims.flatMap(claim => (claim.expiresAt ? [claim.expiresAt.getTime()] : []))
  return times.length === 0 ? null : new Date(Math.min(...times))
}

/**
 * Sets the capacity: null is unlimited, 0 closed. Lowering it below the held seats evicts nobody and says by how much it is over.
 *
 * @example changeCapacity(ledgerWith12Held, 10, { now })
 *   // { ok: true, ledger, effects: [{ kind: 'capacity_changed', from: 20, to: 10, overBy: 2 }] }
 */
export function changeCapacity(
  ledger: SeatLedger,
  capacity: number | null,
  options: { now: Date },
): SeatDecision {
  requireCapacity(capacity)
  const current = withoutLapsedOffers(ledger, options.now)
  if (capacity === ledger.capacity) return decided(ledger, current.ledger, current.effects)
  const after = { ...current.ledger, capacity }
  return decided(ledger, after, [
    ...current.effects,
    { kind: 'capacity_changed', from: ledger.capacity, to: capacity, overBy: overBy(after, options.now) },
  ])
}

/**
 * Moves somebody who waits to another place (1 is next in line). A jump needs a reason, which goes to the audit log.
 *
 * @example moveInWaitlist(ledger, { invitation: 'i9', position: 1, reason: 'Speaker of the day' }, { now })
 */
export function moveInWaitlist(
  ledger: SeatLedger,
  move: { invitation: string; position: number; reason: string },
  options: { now: Date },
): SeatDecision<'not_waiting' | 'reason_required'> {
  requireWhole('position', move.position, 1)
  const current = withoutLapsedOffers(ledger, options.now)
  const entry = current.ledger.waitlist.find(({ invitation }) => invitation === move.invitation)
  if (!entry) return { ok: false, reason: 'not_waiting' }
  if (move.reason.trim() === '') return { ok: false, reason: 'reason_required' }
  const others = current.ledger.waitlist.filter(one => one !== entry)
  const waitlist = others.toSpliced(move.position - 1, 0, entry)
  const position = waitlist.indexOf(entry) + 1
  if (current.ledger.waitlist[position - 1] === entry) return decided(ledger, current.ledger, current.effects)
  const { invitation, reason } = move
  return decided(ledger, { ...current.ledger, waitlist }, [
    ...current.effects,
    { kind: 'moved', invitation, position, reason },
  ])
}

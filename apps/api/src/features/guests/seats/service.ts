import { nextWorkingTime } from '@sixfold/domain/calendar/working-days'
import { thenSeatWaiting } from '@sixfold/domain/seats/seat-from-waitlist'
import type { SeatDecision, SeatEffect, SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { freeSeats, openLedger, SIDES } from '@sixfold/domain/seats/seat-ledger'
import { nextOfferExpiry } from '@sixfold/domain/seats/seat-promotion'
import { seatsOf } from '@sixfold/domain/seats/seat-sides'
import { type LedgerSettings, nextRelease } from '@sixfold/domain/seats/seating'
import { min } from 'date-fns/min'
import type { Context } from '../../../context.ts'
import { together } from '../../../db/together.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { contactRules } from '../../contact-policy/contact-policy/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { announceEvent } from '../../roundtables/event-records/service.ts'
import type { GuestEvent } from '../guests/service.ts'
import { findGuestsById } from '../guests/service.ts'
import type { Mover, SeatMove } from '../seat-moves/service.ts'
import { movesOf, recordMoves } from '../seat-moves/service.ts'
import { findLedgers, insertLedger, storeLedger } from './store.ts'

/** Each round somebody's change is written, so this many lost races in a row mean something else is wrong. */
const MOST_ROUNDS = 500

/** Opens the seat ledger of a round table. */
export function openSeats(
  ctx: Context,
  id: string,
  { capacity, segmentCaps, remote }: LedgerSettings,
): Promise<void> {
  const closed = { segmentCaps: [], claims: [], waitlist: [] }
  return insertLedger(ctx, id, {
    ...openLedger({ capacity, segmentCaps }),
    remote: remote && { ...closed, capacity: remote.capacity },
  })
}

export async function readSeats(ctx: Context, id: string): Promise<SeatLedger> {
  const ledger = (await findLedgers(ctx, [id])).get(id)
  if (!ledger) throw new Error(`no seat ledger for ${id}`)
  return ledger
}

export { findLedgers } from './store.ts'

export type SeatOutcome<Refusal extends string> =
  | { ok: true; ledger: SeatLedger; effects: SeatEffect[]; changed: boolean }
  | { ok: false; reason: Refusal }

/**
 * Reads the ledger, lets the domain decide, and writes the decision if the ledger is still the same; otherwise decides
 * again. Whatever races with it, in this process or another, one write follows each revision (law 9, R16). Decisions that
 * come while one is written are written together, each on the one before it.
 */
export function decideSeats<Refusal extends string>(
  ctx: Context,
  id: string,
  decide: (ledger: SeatLedger) => SeatDecision<Refusal> | Promise<SeatDecision<Refusal>>,
  store: typeof storeLedger = storeLedger,
): Promise<SeatOutcome<Refusal>> {
  return new Promise((resolve, reject) => {
    const turn: Turn = {
      store,
      reject,
      async decide(before) {
        const decision = await decide(before)
        if (!decision.ok) return { after: before, written: () => resolve(decision) }
        const changed = decision.ledger !== before
        return { after: decision.ledger, written: () => resolve({ ...decision, changed }) }
      },
    }
    takeTurn(ctx, id, turn)
  })
}

/**
 * A change of an event's seats with everything that follows from it: freed seats go to those who wait, calendars are
 * brought in line by a job, every move goes to the audit log, and screens hear of it.
 */
export async function changeSeats<Refusal extends string>(
  ctx: Context,
  event: GuestEvent,
  decide: (ledger: SeatLedger) => SeatDecision<Refusal>,
  mover?: Mover,
): Promise<SeatOutcome<Refusal>> {
  let wakeAt: Date | null = null
  const outcome = await decideSeats<Refusal>(ctx, event.id, async before => {
    const decision = decide(before)
    wakeAt = null
    if (!decision.ok || event.cancelled || !somebodyCouldMoveUp(decision.ledger, ctx.clock.now()))
      return decision
    const quiet = await quietUntil(ctx, event, decision.ledger)
    const isQuietFor = (guestId: string) => quiet.has(guestId)
    const { startsAt, seating } = event
    const moved = thenSeatWaiting<Refusal>(before, decision, {
      now: ctx.clock.now(),
      startsAt,
      largeParties: seating.largeParties,
      offerHours: seating.offerHours,
      isQuietFor,
    })
    wakeAt = moved.ok ? wakingTime(moved.effects, quiet) : null
    return moved
  })
  if (!outcome.ok) return outcome
  if (outcome.changed) await followUp(ctx, event, outcome, mover)
  if (!event.cancelled)
    for (const runAt of [wakeAt, nextTurnOfTime(outcome.ledger, ctx.clock.now())])
      if (runAt) await enqueuePromotion(ctx, event.id, runAt)
  return outcome
}

const somebodyCouldMoveUp = (ledger: SeatLedger, now: Date) =>
  SIDES.map(side => seatsOf(ledger, side)).some(
    seats => seats.waitlist.length > 0 && freeSeats(seats, now) !== 0,
  )

/** When seats become free by themselves: an offer expires, or kept seats are released to those who wait. */
function nextTurnOfTime(ledger: SeatLedger, now: Date): Date | null {
  const times = SIDES.map(side => seatsOf(ledger, side)).flatMap(seats => [
    nextOfferExpiry(seats),
    seats.waitlist.length > 0 ? nextRelease(seats, now) : null,
  ])
  const known = times.filter(time => time !== null)
  return known.length === 0 ? null : min(known)
}

/** Guests who wait and would be woken by a mail now, with the first time at which they would not. */
async function quietUntil(
  ctx: Context,
  event: GuestEvent,
  ledger: SeatLedger,
): Promise<Map<string, Date | null>> {
  const now = ctx.clock.now()
  const { policyOf, calendarOf } = await contactRules(ctx)
  const stranger = { country: '', regionId: event.regionId, executive: false, segment: '' }
  const rows = await findGuestsById(
    ctx,
    SIDES.flatMap(side => seatsOf(ledger, side).waitlist.map(({ invitation }) => invitation)),
  )
  const contacts = await findContacts(
    ctx,
    rows.map(({ contactId }) => contactId),
  )
  const quiet = new Map<string, Date | null>()
  for (const { _id, contactId } of rows) {
    const contact = contacts.get(contactId) ?? stranger
    const open = nextWorkingTime({
      instant: now,
      zone: contacts.get(contactId)?.zone ?? event.zone,
      hours: policyOf(contact, 'roundtable').hours.email,
      calendar: await calendarOf(contact.regionId, contact.country),
    })
    if (open?.getTime() !== now.getTime()) quiet.set(_id, open)
  }
  return quiet
}

function wakingTime(effects: readonly SeatEffect[], quiet: ReadonlyMap<string, Date | null>): Date | null {
  const times = effects.flatMap(effect =>
    effect.kind === 'offer_deferred' ? (quiet.get(effect.invitation) ?? []) : [],
  )
  return times.length === 0 ? null : min(times)
}

/** What guests hear of. */
const settled: ReadonlySet<SeatEffect['kind']> = new Set(['seated', 'released', 'offered', 'side_changed'])

interface FollowUp {
  eventId: string
  revision: number
  guestIds: string[]
  /** Guests whose offer is over. */
  lapsed: string[]
  moves: SeatMove[]
}

function followUp(
  ctx: Context,
  { id: eventId }: GuestEvent,
  { ledger: { revision }, effects }: { ledger: SeatLedger; effects: readonly SeatEffect[] },
  mover: Mover | undefined,
): Promise<void> {
  const guestIds = effects.flatMap(effect =>
    'invitation' in effect && settled.has(effect.kind) ? [effect.invitation] : [],
  )
  const lapsed = effects.flatMap(effect => (effect.kind === 'offer_expired' ? [effect.invitation] : []))
  return followUpTogether(ctx, { eventId, revision, guestIds, lapsed, moves: movesOf(effects, mover) })
}

/** One job of a kind and one word to the screens for an event, however many guests answered at once. */
const followUpTogether = together<FollowUp>(async (ctx, changes) => {
  await recordMoves(
    ctx,
    changes.flatMap(({ moves }) => moves),
  )
  for (const [roundtableId, of] of Map.groupBy(changes, ({ eventId }) => eventId)) {
    const guestIds = of.flatMap(change => change.guestIds)
    const revision = Math.max(...of.map(change => change.revision))
    if (guestIds.length > 0)
      await enqueue(ctx, {
        kind: 'roundtable.settle',
        key: `roundtable-settle:${roundtableId}:seats-${revision}`,
        payload: { roundtableId, guestIds },
      })
    const lapsed = of.flatMap(change => change.lapsed)
    if (lapsed.length > 0)
      await enqueue(ctx, {
        kind: 'roundtable.lapsed',
        key: `roundtable-lapsed:${roundtableId}:${revision}`,
        payload: { roundtableId, guestIds: lapsed, revision },
      })
    announceEvent(ctx, roundtableId)
  }
})

function enqueuePromotion(ctx: Context, roundtableId: string, runAt: Date) {
  const key = `roundtable-promote:${roundtableId}:${runAt.getTime()}`
  return enqueue(ctx, { kind: 'roundtable.promote', key, payload: { roundtableId }, runAt })
}

interface Turn {
  store: typeof storeLedger
  decide(before: SeatLedger): Promise<{ after: SeatLedger; written: () => void }>
  reject(error: unknown): void
}

/** Decisions written at once: what one write carries stays far below what a document may hold. */
const MOST_AT_ONCE = 200

const turns = new WeakMap<Context, Map<string, Turn[]>>()

/** One write at a time within this process: it saves lost races, and correctness does not rest on it. */
function takeTurn(ctx: Context, id: string, turn: Turn): void {
  const waiting = turns.get(ctx) ?? new Map<string, Turn[]>()
  turns.set(ctx, waiting)
  const queue = waiting.get(id)
  if (queue) queue.push(turn)
  else {
    waiting.set(id, [turn])
    void workOff(ctx, id, waiting)
  }
}

async function workOff(ctx: Context, id: string, waiting: Map<string, Turn[]>): Promise<void> {
  for (let queue = waiting.get(id); queue && queue.length > 0; queue = waiting.get(id)) {
    const [first] = queue
    const others = queue.findIndex(turn => turn.store !== first?.store)
    const together = queue.splice(0, Math.min(MOST_AT_ONCE, others === -1 ? queue.length : others))
    try {
      await decideTogether(ctx, id, together)
    } catch (error) {
      for (const turn of together) turn.reject(error)
    }
  }
  waiting.delete(id)
}

async function decideTogether(ctx: Context, id: string, together: readonly Turn[]): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = await readSeats(ctx, id)
    let ledger = before
    const done: (() => void)[] = []
    for (const turn of together)
      try {
        const { after, written } = await turn.decide(ledger)
        ledger = after
        done.push(written)
      } catch (error) {
        done.push(() => turn.reject(error))
      }
    const store = together[0]?.store ?? storeLedger
    if (ledger === before || (await store(ctx, id, ledger, before.revision))) {
      for (const tell of done) tell()
      return
    }
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}

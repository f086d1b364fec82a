import { nextWorkingTime } from '@sixfold/domain/calendar/working-days'
import { thenSeatWaiting } from '@sixfold/domain/seats/seat-from-waitlist'
import type { SeatDecision, SeatEffect, SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { freeSeats, openLedger } from '@sixfold/domain/seats/seat-ledger'
import type { LedgerSettings } from '@sixfold/domain/seats/seating'
import { min } from 'date-fns/min'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { enqueue } from '../../jobs/worker.ts'
import { contactRules } from '../contact-policy/service.ts'
import { findContacts } from '../contacts/service.ts'
import type { GuestEvent } from '../guests/service.ts'
import { findGuestsById } from '../guests/service.ts'
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
 * again. Whatever races with it, in this process or another, exactly one change follows each revision (law 9, R16).
 */
export function decideSeats<Refusal extends string>(
  ctx: Context,
  id: string,
  decide: (ledger: SeatLedger) => SeatDecision<Refusal> | Promise<SeatDecision<Refusal>>,
  store: typeof storeLedger = storeLedger,
): Promise<SeatOutcome<Refusal>> {
  return inTurn(ctx, id, async () => {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const before = await readSeats(ctx, id)
      const decision = await decide(before)
      if (!decision.ok) return decision
      const changed = decision.ledger !== before
      if (!changed || (await store(ctx, id, decision.ledger))) return { ...decision, changed }
    }
    throw new AppError('unavailable', { retryAfterSeconds: 5 })
  })
}

/**
 * A change of an event's seats with everything that follows from it: freed seats go to those who wait, calendars are
 * brought in line by a job, and screens hear of it.
 */
export async function changeSeats<Refusal extends string>(
  ctx: Context,
  event: GuestEvent,
  decide: (ledger: SeatLedger) => SeatDecision<Refusal>,
): Promise<SeatOutcome<Refusal>> {
  let wakeAt: Date | null = null
  const outcome = await decideSeats<Refusal>(ctx, event.id, async before => {
    const decision = decide(before)
    wakeAt = null
    if (!decision.ok || event.cancelled || !somebodyCouldMoveUp(decision.ledger, ctx.clock.now()))
      return decision
    const quiet = await quietUntil(ctx, event, decision.ledger)
    const isQuietFor = (guestId: string) => quiet.has(guestId)
    const { startsAt } = event
    const moved = thenSeatWaiting<Refusal>(before, decision, {
      now: ctx.clock.now(),
      startsAt,
      largeParties: 'skip',
      isQuietFor,
    })
    wakeAt = moved.ok ? wakingTime(moved.effects, quiet) : null
    return moved
  })
  if (!outcome.ok) return outcome
  if (outcome.changed) await followUp(ctx, event, outcome)
  if (wakeAt) await enqueuePromotion(ctx, event.id, wakeAt)
  return outcome
}

const somebodyCouldMoveUp = (ledger: SeatLedger, now: Date) =>
  ledger.waitlist.length > 0 && freeSeats(ledger, now) !== 0

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
    ledger.waitlist.map(({ invitation }) => invitation),
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

async function followUp(
  ctx: Context,
  event: GuestEvent,
  { ledger, effects }: { ledger: SeatLedger; effects: readonly SeatEffect[] },
): Promise<void> {
  const guestIds = effects.flatMap(effect =>
    effect.kind === 'seated' || effect.kind === 'released' ? [effect.invitation] : [],
  )
  if (guestIds.length > 0)
    await enqueue(ctx, {
      kind: 'roundtable.settle',
      key: `roundtable-settle:${event.id}:seats-${ledger.revision}`,
      payload: { roundtableId: event.id, guestIds },
    })
  ctx.live.announce({ kind: 'roundtable', id: event.id }, 'roundtable:changed', { roundtableId: event.id })
}

function enqueuePromotion(ctx: Context, roundtableId: string, runAt: Date) {
  const key = `roundtable-promote:${roundtableId}:${runAt.getTime()}`
  return enqueue(ctx, { kind: 'roundtable.promote', key, payload: { roundtableId }, runAt })
}

const turns = new WeakMap<Context, Map<string, Promise<unknown>>>()

/** One decision at a time within this process: it saves lost races, and correctness does not rest on it. */
async function inTurn<T>(ctx: Context, id: string, work: () => Promise<T>): Promise<T> {
  const queue = turns.get(ctx) ?? new Map<string, Promise<unknown>>()
  turns.set(ctx, queue)
  const mine = (queue.get(id) ?? Promise.resolve()).then(work, work)
  queue.set(id, mine)
  try {
    return await mine
  } finally {
    if (queue.get(id) === mine) queue.delete(id)
  }
}

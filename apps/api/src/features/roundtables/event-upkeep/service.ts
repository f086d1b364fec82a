import { expireOnBoth } from '@sixfold/domain/seats/seat-sides'
import { changeSettings, ledgerSettings } from '@sixfold/domain/seats/seating'
import type { Context } from '../../../context.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { tellGuests } from '../../guests/calendar-notices/service.ts'
import { orderReminders } from '../../guests/event-reminders/service.ts'
import { findGuests, findGuestsById } from '../../guests/guests/service.ts'
import { tellLapses, tellOffers } from '../../guests/seat-offers/service.ts'
import { changeSeats, openSeats, readSeats } from '../../guests/seats/service.ts'
import type { RoundtableRow } from '../event-records/service.ts'
import {
  announceEvent,
  findGuestEvent,
  findRoundtable,
  findUpcomingIds,
  planOf,
  toEvent,
} from '../event-records/service.ts'
import { planFollowUp } from '../follow-ups/service.ts'

/**
 * Brings the seat ledger and the guests' calendars in line with the plan. Without `guestIds`: those of all guests.
 * It may run at any time and any number of times.
 */
export async function settle(
  ctx: Context,
  { roundtableId, guestIds }: { roundtableId: string; guestIds?: string[] },
): Promise<void> {
  const row = await findRoundtable(ctx, roundtableId)
  if (!row) return
  const event = toEvent(row)
  if (!guestIds) {
    await openSeats(ctx, roundtableId, ledgerSettings({ ...planOf(row), zone: row.usedZone }))
    await keepCapacity(ctx, row)
  }
  const [ledger, guests] = await Promise.all([
    readSeats(ctx, roundtableId),
    guestIds ? findGuestsById(ctx, guestIds) : findGuests(ctx, roundtableId),
  ])
  await tellGuests(ctx, event, ledger, guests)
  await tellOffers(ctx, event, ledger, guests)
  if (!guestIds) await orderReminders(ctx, event)
}

/** After a start: whatever a crash left undone between two writes is taken up again. */
export async function settleUpcoming(ctx: Context): Promise<void> {
  const now = ctx.clock.now().getTime()
  for (const id of await findUpcomingIds(ctx))
    await enqueue(ctx, {
      kind: 'roundtable.settle',
      key: `roundtable-settle:${id}:start-${now}`,
      payload: { roundtableId: id },
    })
}

/** Tells guests that an offer is over. */
export async function settleLapses(
  ctx: Context,
  { roundtableId, guestIds, revision }: { roundtableId: string; guestIds: string[]; revision: number },
): Promise<void> {
  const event = await findGuestEvent(ctx, roundtableId)
  if (!event) return
  const [ledger, guests] = await Promise.all([readSeats(ctx, roundtableId), findGuestsById(ctx, guestIds)])
  await tellLapses(ctx, event, ledger, { guests, revision })
}

/** Takes back offers that are over, and gives free seats to those who wait and are awake by now. */
export async function runPromotion(ctx: Context, id: string): Promise<void> {
  const event = await findGuestEvent(ctx, id)
  if (event) await changeSeats(ctx, event, ledger => expireOnBoth(ledger, { now: ctx.clock.now() }))
}

/** What follows from every change of a plan: seats, calendars, reminders and the survey afterwards. */
export async function followChange(ctx: Context, row: RoundtableRow): Promise<void> {
  await planFollowUp(ctx, toEvent(row))
  await enqueue(ctx, {
    kind: 'roundtable.settle',
    key: `roundtable-settle:${row._id}:plan-${row.revision}`,
    payload: { roundtableId: row._id },
  })
  await keepCapacity(ctx, row)
  announceEvent(ctx, row._id)
}

/** The ledger takes over what the plan says of seats; nobody loses one by it. */
async function keepCapacity(ctx: Context, row: RoundtableRow): Promise<void> {
  const now = ctx.clock.now()
  const event = toEvent(row)
  const settings = ledgerSettings({ ...planOf(row), zone: row.usedZone })
  await changeSeats(ctx, event, ledger => changeSettings(ledger, settings, { now }))
}

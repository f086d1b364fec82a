import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import { isFrozen } from '@sixfold/domain/roundtables/freeze'
import { usualSeating } from '@sixfold/domain/seats/seating'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { GuestEvent } from '../../guests/guests/service.ts'
import type { RoundtablePlan, RoundtableRow } from './store.ts'
import { findNextRoundtable, findRoundtable, findRoundtableByUid, findRoundtablesSince } from './store.ts'

export type {
  ApprovalRow,
  NewPlan,
  PlanChanges,
  ResolvedTimes,
  RoundtablePlan,
  RoundtableRow,
} from './store.ts'
export {
  changeRoundtable,
  findEndingAfter,
  findEventDates,
  findLastRoundtables,
  findRoundtable,
  findRoundtables,
  findSpokenEvents,
  findUpcomingIds,
  insertRoundtable,
} from './store.ts'

/** Far more than a region holds in years. */
const MOST_IN_FEED = 500

/** The event as it is stored, if the person may do this to it. */
export async function visibleEvent(
  ctx: Context,
  actor: StaffMember,
  id: string,
  action: 'roundtable.read' | 'roundtable.plan',
): Promise<RoundtableRow> {
  const row = await findRoundtable(ctx, id)
  if (!row || !can(actor, action, row)) throw new AppError('not_found')
  return row
}

/** The event at the revision that the person saw, if it may still be changed. */
export async function changeableEvent(
  ctx: Context,
  actor: StaffMember,
  id: string,
  revision: number,
): Promise<RoundtableRow> {
  const row = await visibleEvent(ctx, actor, id, 'roundtable.plan')
  if (row.state !== 'planned' || ctx.clock.now() >= row.endsAt) throw new AppError('wrong_state')
  if (row.revision !== revision) throw new AppError('revision_conflict')
  return row
}

/** The event, if the person may do this to it; an unknown one and a foreign one look the same. */
export async function openEvent(
  ctx: Context,
  actor: StaffMember,
  id: string,
  action: 'roundtable.read' | 'roundtable.plan',
): Promise<GuestEvent> {
  return toEvent(await visibleEvent(ctx, actor, id, action))
}

/** Whether somebody may follow an event as it changes. */
export async function mayReadRoundtable(ctx: Context, actor: StaffMember, id: string): Promise<boolean> {
  const row = await findRoundtable(ctx, id)
  return row !== null && can(actor, 'roundtable.read', row)
}

/** The region's next event, as guests know it; null: none is planned. */
export async function nextEventOf(ctx: Context, regionId: string): Promise<GuestEvent | null> {
  const row = await findNextRoundtable(ctx, regionId)
  return row && toEvent(row)
}

/** What guests must know of an event; null: there is none. */
export async function findGuestEvent(ctx: Context, id: string): Promise<GuestEvent | null> {
  const row = await findRoundtable(ctx, id)
  return row && toEvent(row)
}

/** The event that a calendar message is about; null: none of ours. */
export async function findEventByUid(ctx: Context, uid: string): Promise<GuestEvent | null> {
  const row = await findRoundtableByUid(ctx, uid)
  return row && toEvent(row)
}

/** A region's events that end after an instant, in order. */
export async function findEventsOfRegion(ctx: Context, regionId: string, since: Date): Promise<GuestEvent[]> {
  return (await findRoundtablesSince(ctx, regionId, since, MOST_IN_FEED)).map(toEvent)
}

/** Whether changes of what logistics hang on wait for a second person by now. */
export const isFrozenNow = (ctx: Context, { freezeOn = null, usedZone }: RoundtableRow): boolean =>
  isFrozen({ freezeOn, zone: usedZone, now: ctx.clock.now() })

/** The plan as people wrote it; what older events do not say has its usual value. */
export function planOf(row: RoundtableRow): RoundtablePlan {
  const { regionId, title, description, date, startTime, endTime, zone, venue, capacity, answerBy } = row
  const { kind = 'round_table', freezeOn = null, speakerIds = [], seating = usualSeating } = row
  const when = { date, startTime, endTime, zone, answerBy, freezeOn }
  return {
    regionId,
    kind,
    title,
    description,
    ...when,
    venue,
    capacity,
    seating,
    speakerIds: [...speakerIds],
  }
}

/** The event as guests know it. */
export function toEvent(row: RoundtableRow): GuestEvent {
  const { _id: id, regionId, title, description, venue, startsAt, endsAt, acceptUntil } = row
  const { usedZone: zone, uid, sequence, organizer } = row
  const cancelled = row.state === 'cancelled'
  return {
    id,
    regionId,
    title,
    description,
    venue,
    startsAt,
    endsAt,
    acceptUntil,
    seating: row.seating ?? usualSeating,
    zone,
    uid,
    sequence,
    organizer,
    cancelled,
  }
}

/** Whoever follows the event reads it again. */
export function announceEvent(ctx: Context, id: string): void {
  ctx.live.announce({ kind: 'roundtable', id }, 'roundtable:changed', { roundtableId: id })
}

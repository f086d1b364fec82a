import { randomUUID } from 'node:crypto'
import type { Roundtable } from '@sixfold/contract/roundtables'
import type { StaffMember } from '@sixfold/contract/staff'
import type { DayKind } from '@sixfold/domain/calendar/working-days'
import { dayKind } from '@sixfold/domain/calendar/working-days'
import { raisesSequence } from '@sixfold/domain/calendar-message/next-notice'
import { can } from '@sixfold/domain/permissions'
import { roundtableTimes } from '@sixfold/domain/roundtable-times'
import { morningAfter } from '@sixfold/domain/roundtables/agenda'
import { dayAlert } from '@sixfold/domain/roundtables/day-alert'
import { heldFields, isFrozen } from '@sixfold/domain/roundtables/freeze'
import type { SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { freeSeats, heldSeats, overBy } from '@sixfold/domain/seats/seat-ledger'
import { changeSettings, ledgerSettings, usualSeating } from '@sixfold/domain/seats/seating'
import { subDays } from 'date-fns/subDays'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { enqueue } from '../../jobs/worker.ts'
import { record } from '../audit/service.ts'
import { tellGuests } from '../calendar-notices/service.ts'
import { findContacts } from '../contacts/service.ts'
import { orderReminders } from '../event-reminders/service.ts'
import type { GuestEvent } from '../guests/service.ts'
import {
  countGuests,
  findGuests,
  findGuestsById,
  inviteGuests,
  previewInvitations,
  sendInvitations,
  toGuests,
} from '../guests/service.ts'
import { listRegions, readOrganisation } from '../organisation/service.ts'
import { readCalendars } from '../region-calendars/service.ts'
import { tellOffers } from '../seat-offers/service.ts'
import { changeSeats, findLedgers, openSeats, readSeats } from '../seats/service.ts'
import { knownSpeakers } from '../speakers/service.ts'
import type {
  ApprovalRow,
  NewPlan,
  PlanChanges,
  ResolvedTimes,
  RoundtablePlan,
  RoundtableRow,
} from './store.ts'
import {
  changeRoundtable,
  findEndingAfter,
  findNextRoundtable,
  findRoundtable,
  findRoundtableByUid,
  findRoundtablesSince,
  findUpcomingIds,
  insertRoundtable,
} from './store.ts'
import { planFaultWords } from './words.ts'

export type { ApprovalRow, PlanChanges, RoundtableRow } from './store.ts'
export { findEventDates, findLastRoundtables, findRoundtables, findSpokenEvents } from './store.ts'

/** Far more than a region holds in years. */
const MOST_IN_FEED = 500

/** Plans an event. Oddities of its time and day are kept with it and shown; nothing is moved. */
export async function planRoundtable(ctx: Context, actor: StaffMember, given: NewPlan): Promise<Roundtable> {
  const plan: RoundtablePlan = {
    kind: 'round_table',
    freezeOn: null,
    speakerIds: [],
    seating: usualSeating,
    ...given,
  }
  if (!can(actor, 'roundtable.plan', plan)) throw new AppError('not_found')
  const regions = await listRegions(ctx)
  if (!regions.some(({ _id }) => _id === plan.regionId)) throw planFault(actor, 'regionId', 'unknownRegion')
  await checkSpeakers(ctx, plan.speakerIds)
  const organisation = await readOrganisation(ctx)
  const calendarOf = await readCalendars(ctx)
  const row = await insertRoundtable(ctx, {
    ...plan,
    notedDay: dayKind(plan.date, await calendarOf(plan.regionId)),
    ...resolve(actor, plan, organisation.zone),
    uid: `${randomUUID()}@${new URL(ctx.config.publicUrl).hostname}`,
    organizer: { name: organisation.name, email: addressOf(ctx.config.mailFrom) },
  })
  await openSeats(ctx, row._id, ledgerSettings({ ...planOf(row), zone: row.usedZone }))
  await askAfterwards(ctx, row)
  await orderReminders(ctx, toEvent(row))
  await record(ctx, actor, 'roundtable.planned', `roundtable:${row._id}`, row.date)
  return describeOne(ctx, row)
}

/** An event and its guests; reading their names leaves an audit entry. */
export async function readRoundtable(ctx: Context, actor: StaffMember, id: string) {
  const row = await visible(ctx, actor, id, 'roundtable.read')
  await record(ctx, actor, 'roundtable.read', `roundtable:${id}`)
  return { roundtable: await describeOne(ctx, row), guests: await readGuests(ctx, id) }
}

/** The event, if the person may do this to it; an unknown one and a foreign one look the same. */
export async function openEvent(
  ctx: Context,
  actor: StaffMember,
  id: string,
  action: 'roundtable.read' | 'roundtable.plan',
): Promise<GuestEvent> {
  return toEvent(await visible(ctx, actor, id, action))
}

/** Whether somebody may follow an event as it changes. */
export async function mayReadRoundtable(ctx: Context, actor: StaffMember, id: string): Promise<boolean> {
  const row = await findRoundtable(ctx, id)
  return row !== null && can(actor, 'roundtable.read', row)
}

export interface RoundtableChange {
  id: string
  revision: number
  changes: PlanChanges
}

/**
 * Changes an event that is not over. Who has a seat gets an update when the time or the place changed. After the freeze what
 * logistics hang on waits for a second person.
 */
export async function changePlan(
  ctx: Context,
  actor: StaffMember,
  { id, revision, changes }: RoundtableChange,
): Promise<Roundtable> {
  const before = await changeable(ctx, actor, id, revision)
  const real = realChanges(before, changes)
  if (heldFields(real, isFrozenNow(ctx, before)).length > 0) throw new AppError('needs_approval')
  return describeOne(ctx, await carryOut(ctx, actor, before, { changes: real }))
}

/** Changes a plan on the revision it was read at, whatever the freeze says; `approvals` are kept with it. */
export async function carryOut(
  ctx: Context,
  actor: StaffMember,
  before: RoundtableRow,
  { changes, approvals }: { changes: PlanChanges; approvals?: ApprovalRow[] },
): Promise<RoundtableRow> {
  const after = await planAfter(ctx, actor, before, changes)
  const raises = raisesSequence(calendarFacts(before), calendarFacts(after))
  const { _id, revision: _r, sequence: _s, ...fields } = after
  const row = await changeRoundtable(
    ctx,
    before,
    { ...fields, ...(approvals && { approvals }) },
    { raisesSequence: raises },
  )
  if (!row) throw new AppError('revision_conflict')
  await afterChange(ctx, row)
  await record(ctx, actor, 'roundtable.changed', `roundtable:${_id}`, Object.keys(changes).join(', '))
  return row
}

/** The event as it would stand after a change; an impossible one is refused field by field. */
export async function planAfter(
  ctx: Context,
  actor: StaffMember,
  before: RoundtableRow,
  changes: PlanChanges,
): Promise<RoundtableRow> {
  const { zone } = await readOrganisation(ctx)
  const plan = { ...planOf(before), ...given(changes) }
  if (changes.speakerIds) await checkSpeakers(ctx, changes.speakerIds)
  const noted = changes.date === undefined ? {} : { notedDay: await dayOf(ctx, before.regionId, plan.date) }
  return { ...before, ...plan, ...resolve(actor, plan, zone), ...noted }
}

/** What a change would really change. */
export function realChanges(before: RoundtableRow, changes: PlanChanges): PlanChanges {
  const plan = planOf(before)
  return Object.fromEntries(
    Object.entries(given(changes)).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(plan[field as keyof RoundtablePlan]),
    ),
  )
}

export const isFrozenNow = (ctx: Context, { freezeOn = null, usedZone }: RoundtableRow): boolean =>
  isFrozen({ freezeOn, zone: usedZone, now: ctx.clock.now() })

/** Keeps what was asked and said about changes after the freeze; nothing else of the event changes. */
export async function keepApprovals(
  ctx: Context,
  before: RoundtableRow,
  approvals: ApprovalRow[],
): Promise<RoundtableRow> {
  const row = await changeRoundtable(ctx, before, { approvals }, { raisesSequence: false })
  if (!row) throw new AppError('revision_conflict')
  announce(ctx, row._id)
  return row
}

/** Keeps the day as the list of days off is now: the alert about it ends. */
export async function keepDate(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number },
): Promise<Roundtable> {
  const before = await changeable(ctx, actor, id, revision)
  const notedDay = await dayOf(ctx, before.regionId, before.date)
  const row = await changeRoundtable(ctx, before, { notedDay }, { raisesSequence: false })
  if (!row) throw new AppError('revision_conflict')
  await record(ctx, actor, 'roundtable.date-kept', `roundtable:${id}`, notedDay.kind)
  announce(ctx, id)
  return describeOne(ctx, row)
}

/** Cancels an event. Who has it in the calendar is told; the seats stay as they are. */
export async function cancelRoundtable(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number },
): Promise<Roundtable> {
  const before = await changeable(ctx, actor, id, revision)
  const row = await changeRoundtable(ctx, before, { state: 'cancelled' }, { raisesSequence: true })
  if (!row) throw new AppError('revision_conflict')
  await afterChange(ctx, row)
  await record(ctx, actor, 'roundtable.cancelled', `roundtable:${id}`)
  return describeOne(ctx, row)
}

/** Takes up a cancelled event again. Who had a seat has it still and gets the event back into the calendar. */
export async function restoreRoundtable(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number },
): Promise<Roundtable> {
  const before = await visible(ctx, actor, id, 'roundtable.plan')
  if (before.state !== 'cancelled' || ctx.clock.now() >= before.startsAt) throw new AppError('wrong_state')
  if (before.revision !== revision) throw new AppError('revision_conflict')
  const row = await changeRoundtable(ctx, before, { state: 'planned' }, { raisesSequence: true })
  if (!row) throw new AppError('revision_conflict')
  await afterChange(ctx, row)
  await record(ctx, actor, 'roundtable.restored', `roundtable:${id}`)
  return describeOne(ctx, row)
}

/** Invites contacts of the event's region, as far and as soon as the contact policy allows. */
export async function inviteToRoundtable(
  ctx: Context,
  actor: StaffMember,
  { id, contactIds }: { id: string; contactIds: string[] },
) {
  const row = await visible(ctx, actor, id, 'roundtable.plan')
  if (row.state !== 'planned' || ctx.clock.now() >= row.acceptUntil) throw new AppError('wrong_state')
  await inviteGuests(ctx, toEvent(row), contactIds)
  await record(ctx, actor, 'roundtable.invited', `roundtable:${id}`, `${contactIds.length}`)
  announce(ctx, id)
  return { guests: await readGuests(ctx, id) }
}

/** What would come of inviting contacts now, so that it is known before anybody is asked. */
export async function previewInvite(
  ctx: Context,
  actor: StaffMember,
  { id, contactIds }: { id: string; contactIds: string[] },
) {
  const row = await visible(ctx, actor, id, 'roundtable.plan')
  if (row.state !== 'planned' || ctx.clock.now() >= row.acceptUntil) throw new AppError('wrong_state')
  return { items: await previewInvitations(ctx, toEvent(row), contactIds) }
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

/** Sends what the contact policy allows by now. */
export async function runInvitations(ctx: Context, id: string, guestIds: readonly string[]): Promise<void> {
  const event = await findGuestEvent(ctx, id)
  if (!event) return
  await sendInvitations(ctx, event, guestIds)
  announce(ctx, id)
}

/** Gives free seats to those who wait and are awake by now. */
export async function runPromotion(ctx: Context, id: string): Promise<void> {
  const event = await findGuestEvent(ctx, id)
  if (event) await changeSeats(ctx, event, ledger => ({ ok: true, ledger, effects: [] }))
}

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

const FOLLOWED_DAYS = 3

/** After a start: events that nobody asked about yet, because they are older than the question or a crash lost the job. */
export async function askAfterRecent(ctx: Context): Promise<void> {
  for (const row of await findEndingAfter(ctx, subDays(ctx.clock.now(), FOLLOWED_DAYS)))
    await askAfterwards(ctx, row)
}

/** Those who came are asked on the morning after. An event that moved meanwhile is left to the job of its new day. */
async function askAfterwards(ctx: Context, { _id, endsAt, usedZone }: RoundtableRow): Promise<void> {
  const runAt = morningAfter(endsAt, usedZone)
  const key = `follow-up:${_id}:${runAt.getTime()}`
  await enqueue(ctx, { kind: 'followUps.ask', key, payload: { roundtableId: _id }, runAt })
}

async function afterChange(ctx: Context, row: RoundtableRow): Promise<void> {
  await askAfterwards(ctx, row)
  await enqueue(ctx, {
    kind: 'roundtable.settle',
    key: `roundtable-settle:${row._id}:plan-${row.revision}`,
    payload: { roundtableId: row._id },
  })
  await keepCapacity(ctx, row)
  announce(ctx, row._id)
}

/** The ledger takes over what the plan says of seats; nobody loses one by it. */
async function keepCapacity(ctx: Context, row: RoundtableRow): Promise<void> {
  const now = ctx.clock.now()
  const event = toEvent(row)
  const settings = ledgerSettings({ ...planOf(row), zone: row.usedZone })
  await changeSeats(ctx, event, ledger => changeSettings(ledger, settings, { now }))
}

/** The event as it is stored, if the person may do this to it. */
export async function visible(
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
export async function changeable(
  ctx: Context,
  actor: StaffMember,
  id: string,
  revision: number,
): Promise<RoundtableRow> {
  const row = await visible(ctx, actor, id, 'roundtable.plan')
  if (row.state !== 'planned' || ctx.clock.now() >= row.endsAt) throw new AppError('wrong_state')
  if (row.revision !== revision) throw new AppError('revision_conflict')
  return row
}

function resolve(actor: StaffMember, plan: RoundtablePlan, fallbackZone: string): ResolvedTimes {
  if (!Object.values(plan.title).some(text => text.trim() !== ''))
    throw planFault(actor, `title.${actor.language}`, 'noTitle')
  const resolved = roundtableTimes({ ...plan, fallbackZone })
  if (!resolved.ok)
    throw resolved.reason === 'ends_before_start'
      ? planFault(actor, 'endTime', 'endsBeforeStart')
      : planFault(actor, 'answerBy', 'answerAfterEvent')
  const { notice, ...times } = resolved.times
  return { ...times, timeNotice: notice }
}

function planFault(
  { language }: StaffMember,
  path: string,
  word: Parameters<ReturnType<typeof planFaultWords>>[0],
): AppError {
  return new AppError('invalid_input', { fields: [{ path, message: planFaultWords(language)(word) }] })
}

function planOf(row: RoundtableRow): RoundtablePlan {
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

/** Fields that were left out are not changes. */
function given(changes: PlanChanges): Partial<RoundtablePlan> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}

function calendarFacts({ startsAt, endsAt, usedZone, venue }: RoundtableRow) {
  return { startsAt, endsAt, zone: usedZone, venue }
}

function toEvent(row: RoundtableRow): GuestEvent {
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

async function readGuests(ctx: Context, id: string) {
  const [rows, ledger] = await Promise.all([findGuests(ctx, id), readSeats(ctx, id)])
  const contacts = await findContacts(
    ctx,
    rows.map(({ contactId }) => contactId),
  )
  return toGuests(rows, ledger, contacts, ctx.clock.now())
}

export async function describeOne(ctx: Context, row: RoundtableRow): Promise<Roundtable> {
  const [described] = await describeRoundtables(ctx, [row])
  if (!described) throw new Error('an event was lost while it was described')
  return described
}

/** Events as staff see them, with their seats as they are now. */
export async function describeRoundtables(
  ctx: Context,
  rows: readonly RoundtableRow[],
): Promise<Roundtable[]> {
  const ids = rows.map(({ _id }) => _id)
  const [ledgers, counts, calendarOf] = await Promise.all([
    findLedgers(ctx, ids),
    countGuests(ctx, ids),
    readCalendars(ctx),
  ])
  const now = ctx.clock.now()
  const described: Roundtable[] = []
  for (const row of rows) {
    const ledger = ledgers.get(row._id)
    const { invited, declined } = counts.get(row._id) ?? { invited: 0, declined: 0 }
    const day = dayKind(row.date, await calendarOf(row.regionId))
    described.push({
      id: row._id,
      ...planOf(row),
      title: { ...row.title },
      description: { ...row.description },
      state: row.state,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      timeNotice: row.timeNotice,
      holiday: nameOf(day) || null,
      dayKind: day.kind,
      dayAlert: alertOf(row, day, { invited, now }),
      frozen: isFrozenNow(ctx, row),
      approvals: (row.approvals ?? []).map(toApproval),
      seats: {
        ...(ledger ? seatCounts(ledger, now) : noSeats(row)),
        invited,
        declined,
      },
      revision: row.revision,
    })
  }
  return described
}

const nameOf = (day: DayKind) => ('name' in day ? day.name : '')

/** Only who was invited for a day is told of another one: before that the day is shown as it is. */
function alertOf(row: RoundtableRow, day: DayKind, { invited, now }: { invited: number; now: Date }) {
  const open = row.state === 'planned' && now < row.startsAt && invited > 0
  const alert = open ? dayAlert(row.notedDay, day) : null
  if (!alert) return null
  const { was, is } = alert
  return { was: was.kind, wasName: nameOf(was), is: is.kind, isName: nameOf(is) }
}

function toApproval({ decidedById: _by, askedAt, decidedAt, ...row }: ApprovalRow) {
  return { ...row, askedAt: askedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null }
}

async function dayOf(ctx: Context, regionId: string, date: string): Promise<DayKind> {
  const calendarOf = await readCalendars(ctx)
  return dayKind(date, await calendarOf(regionId))
}

async function checkSpeakers(ctx: Context, ids: readonly string[]): Promise<void> {
  const known = await knownSpeakers(ctx, ids)
  if (ids.some(id => !known.has(id))) throw new AppError('not_found')
}

function seatCounts(ledger: SeatLedger, now: Date) {
  return {
    capacity: ledger.capacity,
    taken: heldSeats(ledger, now),
    free: freeSeats(ledger, now),
    overBy: overBy(ledger, now),
    waitlisted: ledger.waitlist.length,
  }
}

/** Between planning an event and opening its ledger a crash may lie; the next start opens it. */
function noSeats({ capacity }: RoundtableRow) {
  return { capacity, taken: 0, free: capacity, overBy: 0, waitlisted: 0 }
}

function announce(ctx: Context, id: string): void {
  ctx.live.announce({ kind: 'roundtable', id }, 'roundtable:changed', { roundtableId: id })
}

/** @example addressOf('Sixfold <events@example.com>') // 'events@example.com' */
function addressOf(mailFrom: string): string {
  return /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom
}

import { randomUUID } from 'node:crypto'
import type { Roundtable } from '@sixfold/contract/roundtables'
import type { StaffMember } from '@sixfold/contract/staff'
import type { DayKind } from '@sixfold/domain/calendar/working-days'
import { dayKind } from '@sixfold/domain/calendar/working-days'
import { raisesSequence } from '@sixfold/domain/calendar-message/next-notice'
import { can } from '@sixfold/domain/permissions'
import { roundtableTimes } from '@sixfold/domain/roundtable-times'
import { heldFields } from '@sixfold/domain/roundtables/freeze'
import { ledgerSettings, usualSeating } from '@sixfold/domain/seats/seating'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import { orderReminders } from '../../guests/event-reminders/service.ts'
import { openSeats } from '../../guests/seats/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import type {
  ApprovalRow,
  NewPlan,
  PlanChanges,
  ResolvedTimes,
  RoundtablePlan,
  RoundtableRow,
} from '../event-records/service.ts'
import {
  announceEvent,
  changeableEvent,
  changeRoundtable,
  insertRoundtable,
  isFrozenNow,
  planOf,
  toEvent,
  visibleEvent,
} from '../event-records/service.ts'
import { followChange } from '../event-upkeep/service.ts'
import { planFollowUp } from '../follow-ups/service.ts'
import { describeRoundtable } from '../roundtables/service.ts'
import { knownSpeakers } from '../speakers/service.ts'
import { planFaultWords } from './words.ts'

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
  await planFollowUp(ctx, toEvent(row))
  await orderReminders(ctx, toEvent(row))
  await record(ctx, actor, 'roundtable.planned', `roundtable:${row._id}`, row.date)
  return describeRoundtable(ctx, row)
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
  const before = await changeableEvent(ctx, actor, id, revision)
  const real = realChanges(before, changes)
  if (heldFields(real, isFrozenNow(ctx, before)).length > 0) throw new AppError('needs_approval')
  return describeRoundtable(ctx, await carryOut(ctx, actor, before, { changes: real }))
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
  await followChange(ctx, row)
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

/** Keeps what was asked and said about changes after the freeze; nothing else of the event changes. */
export async function keepApprovals(
  ctx: Context,
  before: RoundtableRow,
  approvals: ApprovalRow[],
): Promise<RoundtableRow> {
  const row = await changeRoundtable(ctx, before, { approvals }, { raisesSequence: false })
  if (!row) throw new AppError('revision_conflict')
  announceEvent(ctx, row._id)
  return row
}

/** Keeps the day as the list of days off is now: the alert about it ends. */
export async function keepDate(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number },
): Promise<Roundtable> {
  const before = await changeableEvent(ctx, actor, id, revision)
  const notedDay = await dayOf(ctx, before.regionId, before.date)
  const row = await changeRoundtable(ctx, before, { notedDay }, { raisesSequence: false })
  if (!row) throw new AppError('revision_conflict')
  await record(ctx, actor, 'roundtable.date-kept', `roundtable:${id}`, notedDay.kind)
  announceEvent(ctx, id)
  return describeRoundtable(ctx, row)
}

/** Cancels an event. Who has it in the calendar is told; the seats stay as they are. */
export async function cancelRoundtable(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number },
): Promise<Roundtable> {
  const before = await changeableEvent(ctx, actor, id, revision)
  const row = await changeRoundtable(ctx, before, { state: 'cancelled' }, { raisesSequence: true })
  if (!row) throw new AppError('revision_conflict')
  await followChange(ctx, row)
  await record(ctx, actor, 'roundtable.cancelled', `roundtable:${id}`)
  return describeRoundtable(ctx, row)
}

/** Takes up a cancelled event again. Who had a seat has it still and gets the event back into the calendar. */
export async function restoreRoundtable(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number },
): Promise<Roundtable> {
  const before = await visibleEvent(ctx, actor, id, 'roundtable.plan')
  if (before.state !== 'cancelled' || ctx.clock.now() >= before.startsAt) throw new AppError('wrong_state')
  if (before.revision !== revision) throw new AppError('revision_conflict')
  const row = await changeRoundtable(ctx, before, { state: 'planned' }, { raisesSequence: true })
  if (!row) throw new AppError('revision_conflict')
  await followChange(ctx, row)
  await record(ctx, actor, 'roundtable.restored', `roundtable:${id}`)
  return describeRoundtable(ctx, row)
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

/** Fields that were left out are not changes. */
function given(changes: PlanChanges): Partial<RoundtablePlan> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}

function calendarFacts({ startsAt, endsAt, usedZone, venue }: RoundtableRow) {
  return { startsAt, endsAt, zone: usedZone, venue }
}

async function dayOf(ctx: Context, regionId: string, date: string): Promise<DayKind> {
  const calendarOf = await readCalendars(ctx)
  return dayKind(date, await calendarOf(regionId))
}

async function checkSpeakers(ctx: Context, ids: readonly string[]): Promise<void> {
  const known = await knownSpeakers(ctx, ids)
  if (ids.some(id => !known.has(id))) throw new AppError('not_found')
}

/** @example addressOf('Sixfold <events@example.com>') // 'events@example.com' */
function addressOf(mailFrom: string): string {
  return /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom
}

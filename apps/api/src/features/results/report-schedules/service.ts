import { isDeepStrictEqual } from 'node:util'
import type { ReportSchedule, ReportScheduleFields } from '@sixfold/contract/report-schedules'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import { findMember, findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import type { Occasion } from '../report-sendings/service.ts'
import {
  deleteSendings,
  occasionsOf,
  planFor,
  readSendings,
  sendingId,
  sendReport,
  tryReport,
  wasNoted,
} from '../report-sendings/service.ts'
import type { ScheduleRow } from './store.ts'
import { changeSchedule, deleteSchedule, findSchedule, findSchedules, insertSchedule } from './store.ts'

/** Whoever may ask customers of a region decides which colleagues hear how it went. */
const reaches = (actor: StaffMember, { regionId }: Pick<ScheduleRow, 'regionId'>) =>
  can(actor, 'wave.launch', { regionId })

export async function listSchedules(ctx: Context, actor: StaffMember) {
  if (!can(actor, 'wave.launch')) throw new AppError('not_found')
  const rows = (await findSchedules(ctx)).filter(row => reaches(actor, row))
  return { items: await Promise.all(rows.map(row => toSchedule(ctx, row))) }
}

async function openSchedule(ctx: Context, actor: StaffMember, id: string): Promise<ScheduleRow> {
  const row = await findSchedule(ctx, id)
  if (!row || !reaches(actor, row)) throw new AppError('not_found')
  return row
}

export async function makeSchedule(
  ctx: Context,
  actor: StaffMember,
  { recipientIds, ...fields }: ReportScheduleFields,
): Promise<ReportSchedule> {
  await requireKnown(ctx, actor, { ...fields, recipientIds })
  const now = ctx.clock.now()
  const row: ScheduleRow = {
    _id: newId(),
    ...fields,
    recipients: [...new Set(recipientIds)].map(id => ({ id, since: now })),
    paused: false,
    createdBy: actor.name,
    createdAt: now,
    revision: 1,
  }
  await insertSchedule(ctx, row)
  await record(ctx, actor, 'report-schedule.made', `report-schedule:${row._id}`, row.name)
  return toSchedule(ctx, row)
}

/** What was due before a change of its time, or during a pause, is not sent afterwards. */
export async function editSchedule(
  ctx: Context,
  actor: StaffMember,
  {
    id,
    revision,
    recipientIds,
    ...fields
  }: { id: string; revision: number; paused?: boolean | undefined } & {
    [Name in keyof ReportScheduleFields]?: ReportScheduleFields[Name] | undefined
  },
): Promise<ReportSchedule> {
  const before = await openSchedule(ctx, actor, id)
  const given: Partial<ScheduleRow> = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  )
  const after = { ...before, ...given }
  const ids = [...new Set(recipientIds ?? before.recipients.map(one => one.id))]
  await requireKnown(ctx, actor, { regionId: after.regionId, recipientIds: recipientIds ?? [] })
  const anew =
    (before.paused && !after.paused) ||
    !isDeepStrictEqual(whenOf(before), whenOf(after)) ||
    before.regionId !== after.regionId
  const known = new Map(anew ? [] : before.recipients.map(one => [one.id, one.since]))
  const now = ctx.clock.now()
  const recipients = ids.map(one => ({ id: one, since: known.get(one) ?? now }))
  const row = await changeSchedule(ctx, { id, revision }, { ...given, recipients })
  if (!row) throw new AppError('revision_conflict')
  const action = before.paused === row.paused ? 'changed' : row.paused ? 'paused' : ('resumed' as const)
  await record(ctx, actor, `report-schedule.${action}`, `report-schedule:${id}`, row.name)
  return toSchedule(ctx, row)
}

const whenOf = ({ timing: { kind, ...timing }, time, clock }: ScheduleRow) => ({
  kind,
  ...timing,
  time,
  clock,
})

export async function endSchedule(ctx: Context, actor: StaffMember, id: string): Promise<void> {
  const { name } = await openSchedule(ctx, actor, id)
  await deleteSchedule(ctx, id)
  await deleteSendings(ctx, id)
  await record(ctx, actor, 'report-schedule.ended', `report-schedule:${id}`, name)
}

export async function trySchedule(ctx: Context, actor: StaffMember, id: string) {
  return tryReport(ctx, actor, await openSchedule(ctx, actor, id))
}

export async function listSendings(ctx: Context, actor: StaffMember, id: string) {
  await openSchedule(ctx, actor, id)
  return { items: await readSendings(ctx, id) }
}

async function requireKnown(
  ctx: Context,
  actor: StaffMember,
  { regionId, recipientIds }: Pick<ReportScheduleFields, 'regionId' | 'recipientIds'>,
): Promise<void> {
  const [regions, members] = await Promise.all([listRegions(ctx), findMembers(ctx)])
  const known =
    (regionId === null || regions.some(({ _id }) => _id === regionId)) &&
    recipientIds.every(id => members.some(member => member.id === id))
  if (!known || !reaches(actor, { regionId })) throw new AppError('not_found')
}

async function toSchedule(ctx: Context, row: ScheduleRow): Promise<ReportSchedule> {
  const { _id: id, name, timing, time, clock, regionId, recipients, paused, revision, createdBy } = row
  const now = ctx.clock.now()
  const dues = (await duesOf(ctx, row)).map(({ occasion }) => occasion.due.getTime())
  const next = Math.min(...dues.filter(due => due > now.getTime()))
  return {
    id,
    name,
    timing,
    time,
    clock,
    regionId,
    recipientIds: recipients.map(one => one.id),
    paused,
    revision,
    createdBy,
    nextAt: paused || next === Number.POSITIVE_INFINITY ? null : new Date(next).toISOString(),
  }
}

/** Everything that a schedule is to send, sent or not. */
async function duesOf(ctx: Context, row: ScheduleRow): Promise<{ memberId: string; occasion: Occasion }[]> {
  const dues = []
  for (const { id: memberId, since } of row.recipients) {
    const plan = await planFor(ctx, row, await findMember(ctx, memberId))
    for (const occasion of await occasionsOf(ctx, row, plan))
      if (occasion.due >= since) dues.push({ memberId, occasion })
  }
  return dues
}

/** Asks for a job for everything that is due now; says when the next is due. */
export async function orderDue(ctx: Context): Promise<Date | null> {
  const now = ctx.clock.now()
  let next: Date | null = null
  for (const row of await findSchedules(ctx)) {
    if (row.paused) continue
    for (const { memberId, occasion } of await duesOf(ctx, row)) {
      if (occasion.due > now) {
        if (next === null || occasion.due < next) next = occasion.due
      } else if (!(await wasNoted(ctx, sendingId(row._id, occasion, memberId))))
        await enqueue(ctx, {
          kind: SEND_REPORT,
          // After a change the occasion may come again at another time.
          key: `report:${sendingId(row._id, occasion, memberId)}:${row.revision}`,
          payload: { scheduleId: row._id, revision: row.revision, memberId, occasion: occasion.key },
        })
    }
  }
  return next
}

export const SEND_REPORT = 'report-schedules.mail'

/** One mail, unless its schedule was changed, paused or ended since it was asked for: then a later job decides. */
export async function sendOne(
  ctx: Context,
  order: { scheduleId: string; revision: number; memberId: string; occasion: string },
): Promise<void> {
  const row = await findSchedule(ctx, order.scheduleId)
  if (!row || row.paused || row.revision !== order.revision) return
  await sendReport(ctx, row, order.memberId, order.occasion)
}

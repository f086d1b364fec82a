import type { StaffMember } from '@sixfold/contract/staff'
import type { WorkingPlan } from '@sixfold/domain/calendar/working-clock'
import { readClocks } from '@sixfold/domain/cases/case-clocks'
import { isOver } from '@sixfold/domain/cases/case-state'
import type { EscalationLevel } from '@sixfold/domain/cases/escalation'
import { escalationAt, nextEscalation } from '@sixfold/domain/cases/escalation'
import { can } from '@sixfold/domain/permissions'
import { addHours } from 'date-fns/addHours'
import { addSeconds } from 'date-fns/addSeconds'
import { findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { RunLater } from '../../../jobs/worker.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import { sendMail } from '../../house/outbox/service.ts'
import { emitEvent } from '../../house/webhooks/service.ts'
import type { CaseRow } from '../case-records/service.ts'
import { changeThrough, entry, findByDue, findCase, planOf } from '../case-records/service.ts'
import { askAgain, mailReceipt, tellCustomer } from '../case-verdicts/service.ts'

/** A case that is not there, or not this far, after this never came to be so: another write was first. */
const PATIENCE_SECONDS = 60

/**
 * Looks after a case as it stands with one revision: its owner and its customer hear what they are to hear, and what is
 * late escalates. Every change of a case asks for this anew, so an older one has nothing left to do. Safe to repeat.
 */
export async function followCase(
  ctx: Context,
  { caseId, revision, since }: { caseId: string; revision: number; since: Date },
): Promise<void> {
  const row = await findCase(ctx, caseId)
  const now = ctx.clock.now()
  if (!row || row.revision < revision) {
    if (now < addSeconds(since, PATIENCE_SECONDS)) throw new RunLater(addSeconds(now, 5))
    return
  }
  if (row.revision > revision) return
  await tellSystems(ctx, row)
  await tellOwner(ctx, row)
  await mailReceipt(ctx, row)
  const wakes = [await escalate(ctx, row), await tellCustomer(ctx, row), await askAgain(ctx, row)]
  const next = wakes.filter(wake => wake !== null).map(Number)
  if (next.length > 0) throw new RunLater(new Date(Math.min(...next)))
}

const NEW_HOURS = 24

/** Other systems hear that it was opened, and how it stands with each revision that lasted. */
async function tellSystems(ctx: Context, row: CaseRow): Promise<void> {
  const { _id: caseId, receipt, accountId, state, severity, kind, revision, round } = row
  const data = { caseId, receipt, accountId, state, severity, source: kind, revision }
  const regionIds = [row.regionId]
  if (ctx.clock.now() < addHours(row.openedAt, NEW_HOURS))
    await emitEvent(ctx, { type: 'case.opened', id: `case.opened:${caseId}`, regionIds, data })
  if (revision === 1) return
  const type = state === 'closed' ? 'case.closed' : 'case.changed'
  await emitEvent(ctx, {
    type,
    id: `${type}:${caseId}:${state === 'closed' ? round : revision}`,
    regionIds,
    data,
  })
}

/** A case that somebody was given by others: they hear of it once, each time. */
async function tellOwner(ctx: Context, row: CaseRow): Promise<void> {
  if (row.ownerId === null || (row.state !== 'open' && row.state !== 'in_work')) return
  const owner = (await findMembers(ctx)).find(({ id }) => id === row.ownerId)
  const given = row.entries.findLast(({ what }) => what === 'handed_over')
  if (!owner || (given ? given.name : row.openedBy) === owner.name) return
  const turn = given ? `:${given.id}` : ''
  await mailStaff(ctx, row, owner, { kind: 'case-new', key: `case-new:${row._id}:${owner.id}${turn}` })
}

/** Tells who is to know by now that a case takes too long; says when it is to be looked at again. */
async function escalate(ctx: Context, row: CaseRow): Promise<Date | null> {
  if (isOver(row.state)) return null
  const [plan, now] = [await planOf(ctx, row), ctx.clock.now()]
  const level = escalationAt(row.clocks, now, plan)
  if (level <= row.escalated) return nextEscalation(row.clocks, row.escalated, now, plan)
  for (const member of await recipients(ctx, row, level)) {
    const key = `case-late:${row._id}:${row.round}:${level}:${member.id}`
    await mailStaff(ctx, row, member, { kind: level === 1 ? 'case-reminder' : 'case-late', key })
  }
  await changeThrough(ctx, row._id, again =>
    again.revision === row.revision
      ? {
          change: { escalated: level },
          entries: [entry(now, { what: 'escalated', by: 'house', name: '', text: `${level}` })],
        }
      : null,
  )
  return null
}

async function recipients(
  ctx: Context,
  { ownerId, watcherIds, regionId }: CaseRow,
  level: EscalationLevel,
): Promise<StaffMember[]> {
  const members = (await findMembers(ctx)).filter(member => can(member, 'case.read', { regionId }))
  const wholeTeam = level >= 2 || !members.some(({ id }) => id === ownerId)
  return members.filter(
    ({ id, role }) =>
      id === ownerId ||
      (level >= 2 && watcherIds.includes(id)) ||
      (wholeTeam && (role === 'care' || role === 'regional')) ||
      (level >= 3 && role === 'administrator'),
  )
}

async function mailStaff(
  ctx: Context,
  row: CaseRow,
  member: StaffMember,
  mail: { kind: 'case-new' | 'case-reminder' | 'case-late'; key: string },
): Promise<void> {
  const account = (await findAccounts(ctx, [row.accountId])).get(row.accountId)
  await sendMail(ctx, {
    ...mail,
    to: member.email,
    language: member.language,
    values: {
      name: member.name,
      receipt: row.receipt,
      account: account?.name ?? '',
      link: new URL(`desk/cases/${row._id}`, `${ctx.config.publicUrl}/`).toString(),
    },
  })
}

const BATCH = 500

/** After days off or working hours changed: what is due moves with them. `regionId` null: everywhere. */
export async function recountCases(ctx: Context, regionId: string | null): Promise<void> {
  const regionIds = regionId === null ? null : [regionId]
  const states = ['open', 'in_work'] as const
  const plans = new Map<string, WorkingPlan>()
  for (const row of await findByDue(ctx, { regionIds, states }, BATCH)) {
    const plan = plans.get(row.regionId) ?? (await planOf(ctx, row))
    plans.set(row.regionId, plan)
    await changeThrough(ctx, row._id, ({ clocks, dueAt }) => {
      const due = readClocks(clocks, ctx.clock.now(), plan).dueAt
      return due?.getTime() === dueAt?.getTime() ? null : { change: { dueAt: due }, entries: [] }
    })
  }
}

import type { Roundtable } from '@sixfold/contract/roundtables'
import type { StaffMember } from '@sixfold/contract/staff'
import { textIn } from '@sixfold/domain/local-text'
import type { DueItem } from '@sixfold/domain/my-day/due-item'
import { MOST_OF_A_SOURCE } from '@sixfold/domain/my-day/due-item'
import { can } from '@sixfold/domain/permissions'
import type { ApprovalStep } from '@sixfold/domain/roundtables/freeze'
import { heldFields, nextApproval } from '@sixfold/domain/roundtables/freeze'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { mailThoseWhoMayDecide, mailWhoAsked } from '../approval-mails/service.ts'
import { carryOut, keepApprovals, planAfter, realChanges } from '../event-plans/service.ts'
import type { ApprovalRow, PlanChanges, RoundtableRow } from '../event-records/service.ts'
import { changeableEvent, findEndingAfter, isFrozenNow } from '../event-records/service.ts'
import { describeRoundtable } from '../roundtables/service.ts'

const KEPT = 20

/** Asks a second person to agree to a change of a frozen event. One request stands at a time; nothing changes by it. */
export async function askApproval(
  ctx: Context,
  actor: StaffMember,
  { id, revision, changes, note }: { id: string; revision: number; changes: PlanChanges; note: string },
): Promise<Roundtable> {
  const event = await changeableEvent(ctx, actor, id, revision)
  const { approvals = [] } = event
  const real = realChanges(event, changes)
  const held = heldFields(real, isFrozenNow(ctx, event))
  if (held.length === 0 || approvals.some(({ state }) => state === 'open')) throw new AppError('wrong_state')
  await planAfter(ctx, actor, event, real)
  const request: ApprovalRow = {
    id: newId(),
    changes: real,
    before: beforeOf(event, real),
    note,
    state: 'open',
    askedById: actor.id,
    askedBy: actor.name,
    askedAt: ctx.clock.now(),
    decidedById: '',
    decidedBy: '',
    decidedAt: null,
    reason: '',
  }
  const row = await keepApprovals(ctx, event, [...approvals, request].slice(-KEPT))
  await record(ctx, actor, 'roundtable.approval-asked', `roundtable:${id}`, held.join(', '))
  await mailThoseWhoMayDecide(ctx, row, request)
  return describeRoundtable(ctx, row)
}

/** What a second person says to it, or that it is no longer wanted. An approval is the change itself, in one write. */
export async function decideApproval(
  ctx: Context,
  actor: StaffMember,
  input: { id: string; approvalId: string; revision: number; step: ApprovalStep; reason: string },
): Promise<Roundtable> {
  const { id, approvalId, revision, step, reason } = input
  const event = await changeableEvent(ctx, actor, id, revision)
  const approvals = event.approvals ?? []
  const request = approvals.find(one => one.id === approvalId)
  if (!request) throw new AppError('not_found')
  const now = ctx.clock.now()
  const { state, askedById: askedBy } = request
  const next = nextApproval({ state, askedBy, by: actor.id, step, started: now >= event.startsAt })
  if (!next.ok) throw new AppError('wrong_state')
  const decided: ApprovalRow = {
    ...request,
    state: next.state,
    decidedById: actor.id,
    decidedBy: actor.name,
    decidedAt: now,
    reason,
  }
  const rest = approvals.map(one => (one.id === approvalId ? decided : one))
  const row =
    step === 'approve'
      ? await carryOut(ctx, actor, event, { changes: request.changes, approvals: rest })
      : await keepApprovals(ctx, event, rest)
  await record(ctx, actor, `roundtable.approval-${next.state}`, `roundtable:${id}`, approvalId)
  await mailWhoAsked(ctx, row, decided)
  return describeRoundtable(ctx, row)
}

/** Changes that a colleague asked for and the caller may decide, for My day; nothing is decided once the event begins. */
export async function changesDueFor(ctx: Context, actor: StaffMember): Promise<DueItem[]> {
  const events = await findEndingAfter(ctx, ctx.clock.now())
  const mine = events.filter(event => event.state === 'planned' && can(actor, 'roundtable.plan', event))
  const waiting = mine.flatMap(event =>
    (event.approvals ?? [])
      .filter(({ state, askedById }) => state === 'open' && askedById !== actor.id)
      .map(
        ({ id }): DueItem => ({
          kind: 'approval',
          topic: 'event_change',
          id,
          title: textIn(event.title, actor.language, 'en'),
          accountId: null,
          accountName: '',
          contactName: '',
          regionId: event.regionId,
          dueAt: event.startsAt,
          stake: 'colleague',
          severe: false,
          revenue: null,
          path: `/scheduler/events/${event._id}`,
        }),
      ),
  )
  return waiting.slice(0, MOST_OF_A_SOURCE)
}

function beforeOf(event: RoundtableRow, changes: PlanChanges): PlanChanges {
  const fields = Object.keys(changes) as (keyof PlanChanges)[]
  return Object.fromEntries(fields.map(field => [field, event[field] ?? null]))
}

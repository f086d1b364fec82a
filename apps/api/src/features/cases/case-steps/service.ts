import type { StaffStep } from '@sixfold/contract/case-steps'
import type { CaseDetail } from '@sixfold/contract/cases'
import type { StaffMember } from '@sixfold/contract/staff'
import { promiseAnew, readClocks } from '@sixfold/domain/cases/case-clocks'
import type { Severity } from '@sixfold/domain/cases/case-kinds'
import type { CaseStep, StepFault } from '@sixfold/domain/cases/case-state'
import { isOver } from '@sixfold/domain/cases/case-state'
import type { CaseEntry, CaseEvent } from '@sixfold/domain/cases/timeline'
import { MOST_ENTRIES } from '@sixfold/domain/cases/timeline'
import { can } from '@sixfold/domain/permissions'
import { addSeconds } from 'date-fns/addSeconds'
import { findMember } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { dropAttached, keepAttached, readAttached, storeAttached } from '../../house/files/service.ts'
import type { CaseRow, Decided } from '../case-records/service.ts'
import { changeThrough, entry, planOf, stepped } from '../case-records/service.ts'
import { casePromises, claimCause } from '../case-settings/service.ts'
import { describeCase, requireFactor, visibleCase } from '../cases/service.ts'

type Decide = (row: CaseRow) => Decided | Promise<Decided>

/** Does something to a case that the caller may work on, and shows it as it is then. */
async function work(
  ctx: Context,
  actor: StaffMember,
  { id, action, detail = '' }: { id: string; action: string; detail?: string },
  decide: Decide,
): Promise<CaseDetail> {
  await visibleCase(ctx, actor, id, 'case.work')
  const row = await changeThrough(ctx, id, decide)
  await record(ctx, actor, action, `case:${id}`, detail)
  return describeCase(ctx, actor, row)
}

const by = (actor: StaffMember): Pick<CaseEntry, 'by' | 'name'> => ({ by: 'staff', name: actor.name })

/** How the timeline names a step. */
const EVENTS: Record<StaffStep['step'], CaseEvent> = {
  acknowledge: 'acknowledged',
  wait: 'waiting',
  go_on: 'went_on',
  resolve: 'resolved',
  reopen: 'reopened',
  close: 'closed',
}

/** One step of a case. Of two people who do the same the second is told that it was done: nothing happens twice. */
export async function takeStep(
  ctx: Context,
  actor: StaffMember,
  { id, step }: { id: string; step: StaffStep },
): Promise<CaseDetail> {
  await visibleCase(ctx, actor, id, 'case.work')
  if (step.step === 'resolve') await requireResolution(ctx, step)
  return work(ctx, actor, { id, action: `case.${step.step}` }, async row => {
    const at = ctx.clock.now()
    const result = stepped(row, toDomain(step), { at, plan: await planOf(ctx, row) })
    if (!result.ok) throw refusal(result.reason)
    const about = step.step === 'resolve' ? { factor: step.factor } : {}
    const text = textOf(step)
    return {
      change: { ...result.change, ...about },
      entries: [entry(at, { what: EVENTS[step.step], ...by(actor), text })],
    }
  })
}

async function requireResolution(
  ctx: Context,
  { causeId, factor }: Extract<StaffStep, { step: 'resolve' }>,
): Promise<void> {
  await requireFactor(ctx, factor)
  // Marked as used before it is named: nobody deletes it in between.
  if (!(await claimCause(ctx, causeId))) throw new AppError('invalid_input')
}

function toDomain(step: StaffStep): CaseStep {
  if (step.step !== 'resolve') return step
  const { causeId: cause, factor, told } = step
  return { step: 'resolve', resolution: { cause, factor: factor.key, told } }
}

function textOf(step: StaffStep): string {
  if (step.step === 'resolve') return step.told
  return 'note' in step ? step.note : ''
}

const AS_INPUT: readonly StepFault[] = ['no_cause', 'no_factor', 'nothing_told', 'no_note', 'into_itself']

function refusal(reason: StepFault): AppError {
  return new AppError(AS_INPUT.includes(reason) ? 'invalid_input' : 'wrong_state')
}

/** Lets a case go on in another one of the same account; what it held is linked there. */
export async function mergeCase(
  ctx: Context,
  actor: StaffMember,
  { id, into }: { id: string; into: string },
): Promise<CaseDetail> {
  const [row, target] = await Promise.all([
    visibleCase(ctx, actor, id, 'case.work'),
    visibleCase(ctx, actor, into, 'case.work'),
  ])
  if (target.accountId !== row.accountId) throw new AppError('invalid_input')
  if (id === into) throw new AppError('invalid_input')
  await claimTarget(ctx, id, into)
  try {
    return await mergeClaimed(ctx, actor, row, target)
  } finally {
    await changeThrough(ctx, into, now =>
      holds(now, id) ? { change: { takingIn: besides(now, id) }, entries: [] } : null,
    )
  }
}

/** Whoever died in the middle of a merge holds nobody up for longer. */
const MERGE_SECONDS = 60

const holds = ({ takingIn = [] }: CaseRow, id: string) => takingIn.some(one => one.id === id)
const besides = ({ takingIn = [] }: CaseRow, id: string) => takingIn.filter(one => one.id !== id)

/** The target says first that it takes a case in: until that is done it goes nowhere itself, so that of no ring of merges all are gone. */
async function claimTarget(ctx: Context, id: string, into: string): Promise<void> {
  await changeThrough(ctx, into, now => {
    if (isOver(now.state)) throw new AppError('wrong_state')
    return { change: { takingIn: [...besides(now, id), { id, since: ctx.clock.now() }] }, entries: [] }
  })
}

async function mergeClaimed(
  ctx: Context,
  actor: StaffMember,
  { _id: id }: CaseRow,
  { _id: into, receipt }: CaseRow,
): Promise<CaseDetail> {
  const merged = await work(ctx, actor, { id, action: 'case.merge', detail: into }, async now => {
    const at = ctx.clock.now()
    if (now.takingIn?.some(({ since }) => addSeconds(since, MERGE_SECONDS) > at))
      throw new AppError('wrong_state')
    const result = stepped(now, { step: 'merge', into }, { at, plan: await planOf(ctx, now) })
    if (!result.ok) throw refusal(result.reason)
    return {
      change: { ...result.change, relatedIds: united(now.relatedIds, into) },
      entries: [entry(at, { what: 'merged', ...by(actor), text: receipt })],
    }
  })
  await changeThrough(ctx, into, now =>
    now.relatedIds.includes(id)
      ? null
      : {
          change: { relatedIds: united(now.relatedIds, id) },
          entries: [entry(ctx.clock.now(), { what: 'merged_in', ...by(actor), text: merged.receipt })],
        },
  )
  return merged
}

const united = (ids: readonly string[], id: string) => [...new Set([...ids, id])]
const without = (ids: readonly string[], id: string) => ids.filter(one => one !== id)

/** Gives a case to a colleague who may work in its region. */
export async function handOver(
  ctx: Context,
  actor: StaffMember,
  { id, ownerId, note = '' }: { id: string; ownerId: string; note?: string | undefined },
): Promise<CaseDetail> {
  const [row, member] = await Promise.all([
    visibleCase(ctx, actor, id, 'case.work'),
    findMember(ctx, ownerId),
  ])
  if (!member || !can(member, 'case.work', { regionId: row.regionId })) throw new AppError('invalid_input')
  return work(ctx, actor, { id, action: 'case.hand-over', detail: ownerId }, now => {
    if (isOver(now.state)) throw new AppError('wrong_state')
    if (now.ownerId === ownerId) return null
    const text = note === '' ? member.name : `${member.name}: ${note}`
    return {
      // The new owner hears anew of what is late.
      change: { ownerId, escalated: 0 },
      entries: [entry(ctx.clock.now(), { what: 'handed_over', ...by(actor), text })],
    }
  })
}

/** Says how severe a case is; what was spent of its time stays spent. */
export function gradeCase(
  ctx: Context,
  actor: StaffMember,
  { id, severity }: { id: string; severity: Severity },
): Promise<CaseDetail> {
  return work(ctx, actor, { id, action: 'case.grade', detail: severity }, async row => {
    if (isOver(row.state)) throw new AppError('wrong_state')
    if (row.severity === severity) return null
    const [{ promises }, plan] = await Promise.all([casePromises(ctx), planOf(ctx, row)])
    const at = ctx.clock.now()
    const clocks = promiseAnew(row.clocks, promises[severity])
    return {
      change: { severity, clocks, dueAt: readClocks(clocks, at, plan).dueAt, escalated: 0 },
      entries: [entry(at, { what: 'severity', ...by(actor), text: severity })],
    }
  })
}

/** Whoever may read a case may watch it: they hear of it when it is late. */
export async function watchCase(
  ctx: Context,
  actor: StaffMember,
  { id, on }: { id: string; on: boolean },
): Promise<CaseDetail> {
  await visibleCase(ctx, actor, id)
  const row = await changeThrough(ctx, id, now => {
    if (now.watcherIds.includes(actor.id) === on) return null
    const watcherIds = on ? united(now.watcherIds, actor.id) : without(now.watcherIds, actor.id)
    return { change: { watcherIds }, entries: [] }
  })
  return describeCase(ctx, actor, row)
}

/** Links two cases, in both of them, or takes the link away. */
export async function relateCase(
  ctx: Context,
  actor: StaffMember,
  { id, to, on }: { id: string; to: string; on: boolean },
): Promise<CaseDetail> {
  const ends = await Promise.all([
    visibleCase(ctx, actor, id, 'case.work'),
    visibleCase(ctx, actor, to, 'case.work'),
  ])
  if (id === to) throw new AppError('invalid_input')
  const link = async (from: CaseRow, end: CaseRow) =>
    changeThrough(ctx, from._id, now => {
      if (now.relatedIds.includes(end._id) === on) return null
      const relatedIds = on ? united(now.relatedIds, end._id) : without(now.relatedIds, end._id)
      const what = on ? 'related' : 'unrelated'
      return {
        change: { relatedIds },
        entries: [entry(ctx.clock.now(), { what, ...by(actor), text: end.receipt })],
      }
    })
  await link(ends[1], ends[0])
  const row = await link(ends[0], ends[1])
  await record(ctx, actor, on ? 'case.relate' : 'case.unrelate', `case:${id}`, to)
  return describeCase(ctx, actor, row)
}

/** Notes something for colleagues alone. */
export function noteCase(
  ctx: Context,
  actor: StaffMember,
  { id, text }: { id: string; text: string },
): Promise<CaseDetail> {
  return work(ctx, actor, { id, action: 'case.note' }, row => {
    requireRoom(row)
    return { change: {}, entries: [entry(ctx.clock.now(), { what: 'note', ...by(actor), text })] }
  })
}

const MOST_FILES = 50

export async function addFile(
  ctx: Context,
  actor: StaffMember,
  { id, file }: { id: string; file: File },
): Promise<CaseDetail> {
  const { regionId, fileIds } = await visibleCase(ctx, actor, id, 'case.work')
  if (fileIds.length >= MOST_FILES) throw new AppError('wrong_state')
  const stored = await storeAttached(ctx, { ...filesOf(id), regionId }, file)
  // First: after a crash a file that nobody needs may stay, but none that the case names may go.
  await keepAttached(ctx, filesOf(id), [stored._id])
  const detail = await work(ctx, actor, { id, action: 'case.file.add', detail: stored._id }, row => {
    if (row.fileIds.includes(stored._id)) return null
    requireRoom(row)
    if (row.fileIds.length >= MOST_FILES) throw new AppError('wrong_state')
    return {
      change: { fileIds: [...row.fileIds, stored._id] },
      entries: [entry(ctx.clock.now(), { what: 'file', ...by(actor), text: stored.name })],
    }
  })
  return detail
}

export async function removeFile(
  ctx: Context,
  actor: StaffMember,
  { id, fileId }: { id: string; fileId: string },
): Promise<CaseDetail> {
  const { fileIds } = await visibleCase(ctx, actor, id, 'case.work')
  if (!fileIds.includes(fileId)) throw new AppError('not_found')
  const detail = await work(ctx, actor, { id, action: 'case.file.remove', detail: fileId }, row =>
    row.fileIds.includes(fileId)
      ? {
          change: { fileIds: without(row.fileIds, fileId) },
          entries: [entry(ctx.clock.now(), { what: 'file_removed', ...by(actor) })],
        }
      : null,
  )
  await dropAttached(ctx, filesOf(id), [fileId])
  return detail
}

/** A file of a case; each reading is noted (law 7). */
export async function openFile(
  ctx: Context,
  actor: StaffMember,
  { id, fileId }: { id: string; fileId: string },
): Promise<File> {
  const { fileIds } = await visibleCase(ctx, actor, id)
  const file = fileIds.includes(fileId) ? await readAttached(ctx, filesOf(id), fileId) : null
  if (!file) throw new AppError('not_found')
  await record(ctx, actor, 'case.file.read', `case:${id}`, fileId)
  return file
}

function requireRoom(row: CaseRow): void {
  if (row.entries.length >= MOST_ENTRIES) throw new AppError('wrong_state')
}

const filesOf = (caseId: string) => ({ kind: 'case', of: caseId }) as const

import type { WorkingPlan } from '@sixfold/domain/calendar/working-clock'
import { followState, readClocks, startClocks } from '@sixfold/domain/cases/case-clocks'
import type { CaseSource, Severity } from '@sixfold/domain/cases/case-kinds'
import type { CaseStep, StepFault } from '@sixfold/domain/cases/case-state'
import { openCase as openStanding, stepCase } from '@sixfold/domain/cases/case-state'
import type { CaseEntry } from '@sixfold/domain/cases/timeline'
import { complaintText, receiptOf } from '@sixfold/domain/complaints'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { dropAttached } from '../../house/files/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { casePromises, workingPlans } from '../case-settings/service.ts'
import type { CaseChange, CaseRow, FactorRef } from './store.ts'
import {
  changeCase,
  findByKey,
  findCase,
  findCasesOf,
  findCasesOfContacts,
  insertCase,
  nextNumber,
  rewriteCase,
} from './store.ts'

export type { CaseRow, FactorRef } from './store.ts'
export {
  countCases,
  findByDue,
  findCase,
  findCases,
  findCasesById,
  handOverCases,
  moveCases,
} from './store.ts'

export interface CaseOrder {
  /** Told again, the same source is the same case. */
  source: { kind: CaseSource; id: string }
  accountId: string
  contactId: string | null
  factor: FactorRef | null
  /** What went wrong, as the customer or a colleague said it. */
  words: string
  severity: Severity
  /** A colleague's name; '': the customer, or a rule. */
  openedBy: string
  /** From 1 to 5, where a score opened it. */
  score?: number | null
  wave?: { id: string; name: string } | null
  answerWanted?: boolean
  language?: string
}

/** Opens a case for whoever looks after the account; what follows from it is done by a job, whatever becomes of this process. */
export async function insertOrder(ctx: Context, order: CaseOrder): Promise<{ row: CaseRow; fresh: boolean }> {
  const key = `${order.source.kind}:${order.source.id}`
  const known = await findByKey(ctx, key)
  if (known) return { row: known, fresh: false }
  const at = ctx.clock.now()
  const [accounts, contact, { promises }, planOf, organisation] = await Promise.all([
    findAccounts(ctx, [order.accountId]),
    order.contactId === null ? null : findContact(ctx, order.contactId),
    casePromises(ctx),
    workingPlans(ctx),
    readOrganisation(ctx),
  ])
  const account = accounts.get(order.accountId)
  if (!account) throw new AppError('not_found')
  const plan = await planOf(account.regionId)
  const clocks = startClocks(at, promises[order.severity])
  const year = Number(wallTimeIn(at, organisation.zone).date.slice(0, 4))
  const id = newId()
  // The job stands before the case: what is recorded is looked after, also when this process dies.
  await wake(ctx, id, 1)
  return insertCase(ctx, {
    _id: id,
    key,
    receipt: receiptOf(year, await nextNumber(ctx, String(year))),
    kind: order.source.kind,
    sourceId: order.source.id,
    severity: order.severity,
    accountId: account._id,
    contactId: contact && !contact.erased ? contact.id : null,
    regionId: account.regionId,
    ownerId: account.ownerId ?? null,
    waveId: order.wave?.id ?? null,
    waveName: order.wave?.name ?? '',
    factor: order.factor,
    score: order.score ?? null,
    text: complaintText(order.words),
    answerWanted: order.answerWanted ?? true,
    language: order.language ?? (contact?.language || 'en'),
    openedAt: at,
    openedBy: order.openedBy,
    ...openStanding(),
    clocks,
    dueAt: readClocks(clocks, at, plan).dueAt,
    escalated: 0,
    watcherIds: [],
    relatedIds: [],
    fileIds: [],
    recovery: { askedAt: null, after: null, answeredAt: null },
    entries: [entry(at, { what: 'opened', ...openerOf(order) })],
  })
}

const openerOf = ({ openedBy, source }: CaseOrder): Pick<CaseEntry, 'by' | 'name'> =>
  openedBy === ''
    ? { by: source.kind === 'complaint' ? 'customer' : 'house', name: '' }
    : { by: 'staff', name: openedBy }

export function entry(
  at: Date,
  { text = '', ...said }: Pick<CaseEntry, 'what' | 'by' | 'name'> & { text?: string },
): CaseEntry {
  return { id: newId(), at, text, ...said }
}

export const FOLLOW_CASE = 'case.follow'

/** Asks for the job that looks after a case as it stands with this revision. */
export async function wake(ctx: Context, caseId: string, revision: number): Promise<void> {
  await enqueue(ctx, {
    kind: FOLLOW_CASE,
    key: `case-follow:${caseId}:${revision}`,
    payload: { caseId, revision, since: ctx.clock.now().toISOString() },
  })
}

const SHOWN_TO_CUSTOMER = 20

/** What went wrong for a contact, the latest first. */
export function casesOf(ctx: Context, contactId: string): Promise<CaseRow[]> {
  return findCasesOf(ctx, contactId, SHOWN_TO_CUSTOMER)
}

/** What is to be written; null: nothing, the case stays as it is. */
export type Decided = { change: CaseChange; entries: readonly CaseEntry[] } | null
type Decide = (row: CaseRow) => Decided | Promise<Decided>

const MOST_ROUNDS = 50

/** Decides on the case as it is and writes it, unless somebody was faster: then it decides anew. */
export async function changeThrough(ctx: Context, id: string, decide: Decide): Promise<CaseRow> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const row = await findCase(ctx, id)
    if (!row) throw new AppError('not_found')
    const decided = await decide(row)
    if (!decided) return row
    await wake(ctx, id, row.revision + 1)
    const written = await changeCase(ctx, row, decided.change, decided.entries)
    if (!written) continue
    ctx.live.announce({ kind: 'case', id }, 'case:changed', { caseId: id, revision: written.revision })
    return written
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}

/** What a step makes of a case, with its clocks; or why it cannot be. */
export function stepped(
  row: CaseRow,
  step: CaseStep,
  { at, plan }: { at: Date; plan: WorkingPlan },
): { ok: true; change: CaseChange } | { ok: false; reason: StepFault } {
  const result = stepCase(row, step, {
    id: row._id,
    at,
    hasCustomer: row.contactId !== null && row.answerWanted,
  })
  if (!result.ok) return result
  const clocks = followState(row.clocks, result.standing.state, at, plan)
  const change = { ...standingOf(result.standing), clocks, dueAt: readClocks(clocks, at, plan).dueAt }
  // Taken up again it begins to escalate anew.
  return { ok: true, change: { ...change, ...(step.step === 'resolve' ? { escalated: 0 as const } : {}) } }
}

/** The standing alone: a row that goes through the rules brings all its other fields along. */
function standingOf({
  state,
  round,
  acknowledgedAt,
  resolution,
  resolvedAt,
  toldAt,
  closed,
  mergedInto,
}: ReturnType<typeof openStanding>) {
  return { state, round, acknowledgedAt, resolution, resolvedAt, toldAt, closed, mergedInto }
}

export async function planOf(ctx: Context, { regionId }: Pick<CaseRow, 'regionId'>): Promise<WorkingPlan> {
  return (await workingPlans(ctx))(regionId)
}

/**
 * After people are erased: that there was a case, what it was about and how it ended stay; words, notes and files go. One
 * still open is over: nobody is left to ask.
 */
export async function eraseFromCases(ctx: Context, contactIds: readonly string[]): Promise<void> {
  const at = ctx.clock.now()
  for (let row of await findCasesOfContacts(ctx, contactIds))
    for (;;) {
      const plan = await planOf(ctx, row)
      const ended = stepped(row, { step: 'close', reason: 'erased', note: 'erased' }, { at, plan })
      const closing = ended.ok ? [entry(at, { what: 'closed', by: 'house', name: '' })] : []
      await dropAttached(ctx, { kind: 'case', of: row._id }, row.fileIds)
      await wake(ctx, row._id, row.revision + 1)
      const fields = {
        ...(ended.ok ? ended.change : {}),
        ...withoutWords(ended.ok ? { ...row, ...ended.change } : row),
        contactId: null,
        text: '',
        fileIds: [],
        entries: [...row.entries.map(one => ({ ...one, text: '' })), ...closing],
      }
      if (await rewriteCase(ctx, row, fields)) break
      const again = await findCase(ctx, row._id)
      if (!again) break
      row = again
    }
}

function withoutWords({ resolution, closed }: Pick<CaseRow, 'resolution' | 'closed'>): CaseChange {
  return {
    resolution: resolution && { ...resolution, told: '' },
    closed: closed && { ...closed, note: '' },
  }
}

import type { CaseClockReading, CaseDetail, CaseRecord } from '@sixfold/contract/cases'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { callBack } from '@sixfold/domain/call-back'
import { showsAnswer } from '@sixfold/domain/cases/answer-sight'
import type { ClockReading } from '@sixfold/domain/cases/case-clock'
import type { ClocksReading } from '@sixfold/domain/cases/case-clocks'
import { readClocks } from '@sixfold/domain/cases/case-clocks'
import type { CaseSource, Severity } from '@sixfold/domain/cases/case-kinds'
import type { CaseState } from '@sixfold/domain/cases/case-state'
import { factorIndex } from '@sixfold/domain/factor-model'
import type { DueItem } from '@sixfold/domain/my-day/due-item'
import { MOST_OF_A_SOURCE } from '@sixfold/domain/my-day/due-item'
import type { Action } from '@sixfold/domain/permissions'
import { can } from '@sixfold/domain/permissions'
import { subDays } from 'date-fns/subDays'
import { findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { hashToken } from '../../../secrets.ts'
import { contactRules } from '../../contact-policy/contact-policy/service.ts'
import { findAccounts, ownersToSearch, ownRegions } from '../../customers/accounts/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContact, findContacts } from '../../customers/contacts/service.ts'
import { record, recordOfCustomer } from '../../house/audit/service.ts'
import { findAttached } from '../../house/files/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import type { CaseOrder, CaseRow, FactorRef } from '../case-records/service.ts'
import {
  countCases,
  findByDue,
  findCase,
  findCases,
  findCasesById,
  insertOrder,
} from '../case-records/service.ts'
import { findCauses, workingPlans } from '../case-settings/service.ts'

export type { CaseOrder, CaseRow } from '../case-records/service.ts'
/** After an account moves, two records become one, or a person is erased. */
export { casesOf, eraseFromCases, handOverCases, moveCases } from '../case-records/service.ts'

/** Opens a case, once for each source. Who calls it knows that it may be opened. */
export async function openCase(ctx: Context, order: CaseOrder): Promise<CaseRow> {
  const { row, fresh } = await insertOrder(ctx, order)
  if (fresh)
    await record(ctx, null, 'case.opened', `case:${row._id}`, `${order.source.kind}:${order.source.id}`)
  return row
}

export interface HandWritten {
  form: string
  accountId: string
  contactId: string | null
  factor: FactorRef | null
  words: string
  severity: Severity
}

/** Opens a case by hand, for an account and a contact that the caller may work on. */
export async function openByHand(ctx: Context, actor: StaffMember, given: HandWritten): Promise<CaseDetail> {
  const account = (await findAccounts(ctx, [given.accountId])).get(given.accountId)
  if (!account || !can(actor, 'case.work', account)) throw new AppError('not_found')
  const contact = given.contactId === null ? null : await findContact(ctx, given.contactId)
  if (given.contactId !== null && (!contact || contact.erased || contact.accountId !== account._id))
    throw new AppError('not_found')
  if (given.factor) await requireFactor(ctx, given.factor)
  const { row, fresh } = await insertOrder(ctx, {
    ...given,
    source: { kind: 'hand', id: `${actor.id} ${given.form}` },
    openedBy: actor.name,
  })
  if (fresh) await record(ctx, actor, 'case.opened', `case:${row._id}`, row.receipt)
  return describeCase(ctx, actor, row)
}

/** @throws AppError invalid_input when no model has such a factor. */
export async function requireFactor(ctx: Context, factor: FactorRef): Promise<void> {
  if (!(await factorOf(ctx, factor))) throw new AppError('invalid_input')
}

export interface Complaint {
  contactId: string
  /** Names the form that it was written on: sent twice it is one complaint. */
  form: string
  text: string
  factor: FactorRef | null
  answerWanted: boolean
  waveId: string | null
  language: UiLanguage
}

/** Records what went wrong for a customer. */
export async function openComplaint(ctx: Context, complaint: Complaint): Promise<CaseRow> {
  const contact = await findContact(ctx, complaint.contactId)
  if (!contact || contact.erased) throw new AppError('link_unknown')
  const wave = complaint.waveId === null ? null : await waveBook.findWave(ctx, complaint.waveId)
  const { row, fresh } = await insertOrder(ctx, {
    // The form's name is random, so the key tells nothing about the person.
    source: { kind: 'complaint', id: hashToken(`${contact.id} ${complaint.form}`) },
    accountId: contact.accountId,
    contactId: contact.id,
    factor: complaint.factor,
    words: complaint.text,
    severity: 'normal',
    openedBy: '',
    wave: wave && { id: wave._id, name: wave.name },
    answerWanted: complaint.answerWanted,
    language: complaint.language,
  })
  if (fresh) await recordOfCustomer(ctx, 'case.opened', `case:${row._id}`, row.receipt)
  return row
}

/** The end of the next working day where the customer is. */
export async function nextWorkingDay(ctx: Context, contact: KnownContact, asked: Date): Promise<Date> {
  const [{ policyOf, calendarOf }, { zone }] = await Promise.all([contactRules(ctx), readOrganisation(ctx)])
  const within = callBack({
    asked,
    zone: contact.zone || zone,
    hours: policyOf(contact, 'case').hours.phone,
    calendar: await calendarOf(contact.regionId, contact.country),
  })
  return within?.until ?? asked
}

const WORKING: readonly CaseState[] = ['open', 'in_work', 'waiting']
const NOT_OVER: readonly CaseState[] = [...WORKING, 'resolved']

/** How many cases of a contact are not over. */
export function countOpenCases(ctx: Context, contactId: string): Promise<number> {
  return countCases(ctx, { contactId, regionIds: null, states: NOT_OVER })
}

export function openCasesOfAccount(ctx: Context, accountId: string): Promise<number> {
  return countCases(ctx, { accountId, regionIds: null, states: NOT_OVER })
}

const STATES_OF = {
  working: WORKING,
  resolved: ['resolved'],
  over: ['closed', 'merged'],
  all: undefined,
} as const satisfies Record<string, readonly CaseState[] | undefined>

export interface CaseQuery {
  of?: 'me' | 'nobody' | 'all' | undefined
  state?: keyof typeof STATES_OF | undefined
  kind?: CaseSource | undefined
  watched?: boolean | undefined
  order?: 'latest' | 'due' | undefined
  regionId?: string | undefined
  accountId?: string | undefined
  contactId?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

const MOST_BY_DUE = 100

/** Cases of the regions that the caller may see. Reading them leaves an audit entry. */
export async function listCases(ctx: Context, actor: StaffMember, query: CaseQuery) {
  if (!can(actor, 'case.read')) throw new AppError('not_found')
  const { of = 'all', state = 'all', kind, accountId, contactId, limit = 50 } = query
  const search = {
    ...ownersToSearch(actor, of),
    ...(query.watched ? { watcherId: actor.id } : {}),
    accountId,
    contactId,
    kind,
    states: STATES_OF[state],
    regionIds: ownRegions(actor, query.regionId),
  }
  const after = query.cursor === undefined ? null : await findCase(ctx, query.cursor)
  const byDue = query.order === 'due'
  const rows = byDue
    ? await findByDue(ctx, search, MOST_BY_DUE)
    : await findCases(ctx, search, { after, limit })
  const items = await describeCases(ctx, actor, rows)
  if (rows.length > 0) await record(ctx, actor, 'cases.read', 'cases', `${items.length}`)
  const next = !byDue && rows.length === limit ? (rows.at(-1)?._id ?? null) : null
  return { items, next, ...(after ? {} : { total: await countCases(ctx, search) }) }
}

/** The case, if the person may do this to it; an unknown one and a foreign one look the same. */
export async function visibleCase(
  ctx: Context,
  actor: StaffMember,
  id: string,
  action: Extract<Action, `case.${string}`> = 'case.read',
): Promise<CaseRow> {
  const row = await findCase(ctx, id)
  if (!row || !can(actor, action, { regionId: row.regionId })) throw new AppError('not_found')
  return row
}

export async function mayReadCase(ctx: Context, actor: StaffMember, id: string): Promise<boolean> {
  const row = await findCase(ctx, id)
  return row !== null && can(actor, 'case.read', { regionId: row.regionId })
}

export async function readCase(ctx: Context, actor: StaffMember, id: string): Promise<CaseDetail> {
  const row = await visibleCase(ctx, actor, id)
  const detail = await describeCase(ctx, actor, row)
  await record(ctx, actor, 'case.read', `case:${id}`)
  return detail
}

/** An account may have moved to another region since: what the caller may not see is left out. */
async function describeCases(
  ctx: Context,
  actor: StaffMember,
  rows: readonly CaseRow[],
): Promise<CaseRecord[]> {
  if (rows.length === 0) return []
  const now = ctx.clock.now()
  const [accounts, contacts, members, planOf] = await Promise.all([
    findAccounts(
      ctx,
      rows.map(({ accountId }) => accountId),
    ),
    findContacts(
      ctx,
      rows.flatMap(({ contactId }) => contactId ?? []),
    ),
    findMembers(ctx),
    workingPlans(ctx),
  ])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const items = rows.map(async row => {
    const account = accounts.get(row.accountId)
    if (!account || !can(actor, 'case.read', account)) return []
    const contact = row.contactId === null ? undefined : contacts.get(row.contactId)
    const known = contact !== undefined && !contact.erased
    const { factor, score, text } = answerOf(actor, row)
    return [
      {
        id: row._id,
        receipt: row.receipt,
        kind: row.kind,
        state: row.state,
        severity: row.severity,
        accountId: row.accountId,
        accountName: account.name,
        contactId: known ? contact.id : null,
        contactName: known ? contact.name : '',
        regionId: account.regionId,
        ownerId: row.ownerId,
        ownerName: row.ownerId === null ? '' : (names.get(row.ownerId) ?? ''),
        waveId: row.waveId,
        waveName: row.waveName,
        answerHidden: !showsAnswer(actor, row),
        factor: await factorOf(ctx, factor),
        score,
        text,
        answerWanted: row.answerWanted,
        language: row.language,
        openedAt: row.openedAt.toISOString(),
        openedBy: row.openedBy,
        ...shownClocks(row, readClocks(row.clocks, now, await planOf(account.regionId))),
        escalated: row.escalated,
      },
    ]
  })
  return (await Promise.all(items)).flat()
}

/** What a case says of the answer that opened it, as far as somebody may read it. */
function answerOf(actor: StaffMember, row: CaseRow): Pick<CaseRow, 'factor' | 'score' | 'text'> {
  const { factor, score, text } = row
  return showsAnswer(actor, row) ? { factor, score, text } : { factor: null, score: null, text: '' }
}

function shownClocks({ clocks }: CaseRow, read: ClocksReading): Pick<CaseRecord, 'clocks' | 'dueAt'> {
  return {
    clocks: {
      acknowledge: shownClock(clocks.acknowledge.promised, read.acknowledge),
      resolve: shownClock(clocks.resolve.promised, read.resolve),
    },
    dueAt: read.dueAt?.toISOString() ?? null,
  }
}

const MINUTE = 60_000

const shownClock = (promised: number, { spent, running, dueAt, late }: ClockReading): CaseClockReading => ({
  promised: Math.round(promised / MINUTE),
  spent: Math.round(spent / MINUTE),
  running,
  dueAt: dueAt?.toISOString() ?? null,
  late,
})

/** A case with all that happened to it, as one may see it. */
export async function describeCase(ctx: Context, actor: StaffMember, row: CaseRow): Promise<CaseDetail> {
  const [[head], causes, files, members, others] = await Promise.all([
    describeCases(ctx, actor, [row]),
    findCauses(ctx),
    findAttached(ctx, { kind: 'case', of: row._id }, row.fileIds),
    findMembers(ctx),
    findCasesById(ctx, [...row.relatedIds, ...(row.mergedInto === null ? [] : [row.mergedInto])]),
  ])
  if (!head) throw new AppError('not_found')
  const seen = others.filter(({ regionId }) => can(actor, 'case.read', { regionId }))
  const target = seen.find(({ _id }) => _id === row.mergedInto)
  const answer = answerOf(actor, row)
  const cause = row.resolution && causes.find(({ _id }) => _id === row.resolution?.cause)
  return {
    ...head,
    factorRef: answer.factor,
    resolution: row.resolution && {
      causeId: row.resolution.cause,
      causeName: { ...cause?.name },
      told: row.resolution.told,
      at: row.resolvedAt?.toISOString() ?? null,
    },
    round: row.round,
    toldAt: row.toldAt?.toISOString() ?? null,
    closed: row.closed && { ...row.closed, at: row.closed.at.toISOString() },
    mergedInto: target ? relationTo(actor, target) : null,
    related: seen.filter(({ _id }) => row.relatedIds.includes(_id)).map(one => relationTo(actor, one)),
    watchers: members.filter(({ id }) => row.watcherIds.includes(id)).map(({ id, name }) => ({ id, name })),
    watching: row.watcherIds.includes(actor.id),
    files: files.map(({ _id: id, name, bytes }) => ({ id, name, bytes })),
    recovery: {
      before: answer.score,
      after: head.answerHidden ? null : row.recovery.after,
      askedAt: row.recovery.askedAt?.toISOString() ?? null,
      answeredAt: row.recovery.answeredAt?.toISOString() ?? null,
    },
    entries: row.entries.map(({ at, text, ...said }) => ({
      ...said,
      text: said.what === 'judged' && head.answerHidden ? '' : text,
      at: at.toISOString(),
    })),
    editable: can(actor, 'case.work', { regionId: row.regionId }),
    revision: row.revision,
  }
}

function relationTo(actor: StaffMember, row: CaseRow) {
  const { _id: id, receipt, state } = row
  return { id, receipt, state, text: answerOf(actor, row).text }
}

/** What a case is about, in words. */
export async function factorOf(ctx: Context, about: FactorRef | null): Promise<CaseRecord['factor']> {
  const model = about && (await findFactorModel(ctx, about.model))
  const factor = model?.factors.find(({ key }) => key === about?.key)
  return model && factor
    ? { key: factor.key, name: factor.name, index: factorIndex(model, factor.key) }
    : null
}

const PATIENCE_DAYS = 5

/** What is due of the caller's cases for My day: those with us, and those whose customer has been silent for long. */
export async function casesDueFor(ctx: Context, actor: StaffMember): Promise<DueItem[]> {
  if (!can(actor, 'case.work')) return []
  const search = { ownerId: actor.id, states: WORKING, regionIds: ownRegions(actor, undefined) }
  const rows = await findCases(ctx, search, { after: null, limit: MOST_OF_A_SOURCE })
  const longAgo = subDays(ctx.clock.now(), PATIENCE_DAYS).toISOString()
  const items = await describeCases(ctx, actor, rows)
  const accounts = await findAccounts(
    ctx,
    items.map(({ accountId }) => accountId),
  )
  const since = new Map(rows.map(row => [row._id, row.entries.at(-1)?.at.toISOString() ?? '']))
  return items
    .filter(({ id, state }) => state !== 'waiting' || (since.get(id) ?? '') < longAgo)
    .map(one => ({
      kind: 'case',
      topic: one.state === 'open' ? 'case_new' : one.state === 'waiting' ? 'case_waiting' : 'case',
      id: one.id,
      title: one.receipt,
      accountId: one.accountId,
      accountName: one.accountName,
      contactName: one.contactName,
      regionId: one.regionId,
      dueAt: one.dueAt === null ? null : new Date(one.dueAt),
      stake: 'promised',
      severe: one.severity === 'critical',
      revenue: accounts.get(one.accountId)?.annualRevenue ?? null,
      path: `/desk/cases/${one.id}`,
    }))
}

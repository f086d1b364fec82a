import type { CaseRecord } from '@sixfold/contract/cases'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import { callBack } from '@sixfold/domain/call-back'
import { complaintText, receiptOf } from '@sixfold/domain/complaints'
import { factorIndex } from '@sixfold/domain/factor-model'
import { can } from '@sixfold/domain/permissions'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { addSeconds } from 'date-fns/addSeconds'
import { findMembers } from '../../auth/members.ts'
import type { Context } from '../../context.ts'
import { newId } from '../../db/collection.ts'
import { AppError } from '../../errors.ts'
import { enqueue, RunLater } from '../../jobs/worker.ts'
import { hashToken } from '../../secrets.ts'
import { findAccounts, ownersToSearch, ownRegions } from '../accounts/service.ts'
import { record, recordOfCustomer } from '../audit/service.ts'
import { requestTouch } from '../contact-ledger/service.ts'
import { contactRules } from '../contact-policy/service.ts'
import type { KnownContact } from '../contacts/service.ts'
import { findContact, findContacts } from '../contacts/service.ts'
import { findFactorModel } from '../factor-models/service.ts'
import { readOrganisation } from '../organisation/service.ts'
import { sendMail } from '../outbox/service.ts'
import { makePersonalLink } from '../personal-links/service.ts'
import { openTask } from '../tasks/service.ts'
import { waveBook } from '../wave-records/service.ts'
import type { CaseRow } from './store.ts'
import { countCases, findByKey, findCase, findCases, findCasesOf, insertCase, nextNumber } from './store.ts'

export type { CaseRow } from './store.ts'
/** After an account moves, two records become one, or a person is erased. */
export { eraseFromCases, handOverCases, moveCases } from './store.ts'

export interface Complaint {
  contactId: string
  /** Names the form that it was written on: sent twice it is one complaint. */
  form: string
  text: string
  factor: CaseRow['factor']
  answerWanted: boolean
  waveId: string | null
  language: UiLanguage
}

/** Records what went wrong for a customer. Owner's task and receipt follow by a job, whatever becomes of this process. */
export async function openComplaint(ctx: Context, complaint: Complaint): Promise<CaseRow> {
  const contact = await findContact(ctx, complaint.contactId)
  if (!contact || contact.erased) throw new AppError('link_unknown')
  // The form's name is random, so the key tells nothing about the person.
  const key = hashToken(`${contact.id} ${complaint.form}`)
  const known = await findByKey(ctx, key)
  if (known) return known
  const id = newId()
  const { row, fresh } = await insertCase(ctx, await newCase(ctx, complaint, { id, key, contact }))
  if (fresh) await recordOfCustomer(ctx, 'case.opened', `case:${id}`, row.receipt)
  return row
}

async function newCase(
  ctx: Context,
  { text, factor, answerWanted, waveId, language }: Complaint,
  { id, key, contact }: { id: string; key: string; contact: KnownContact },
): Promise<Omit<CaseRow, 'revision'>> {
  const openedAt = ctx.clock.now()
  const [accounts, { zone }, wave] = await Promise.all([
    findAccounts(ctx, [contact.accountId]),
    readOrganisation(ctx),
    waveId === null ? null : waveBook.findWave(ctx, waveId),
  ])
  // The job stands before the case: what is recorded is looked after, also when this process dies.
  const payload = { caseId: id, since: openedAt.toISOString() }
  await enqueue(ctx, { kind: FOLLOW_CASE, key: `case-follow:${id}`, payload })
  const year = Number(wallTimeIn(openedAt, zone).date.slice(0, 4))
  return {
    _id: id,
    key,
    receipt: receiptOf(year, await nextNumber(ctx, String(year))),
    kind: 'complaint',
    state: 'open',
    source: 'portal',
    accountId: contact.accountId,
    contactId: contact.id,
    regionId: contact.regionId,
    ownerId: accounts.get(contact.accountId)?.ownerId ?? null,
    waveId: wave?._id ?? null,
    waveName: wave?.name ?? '',
    factor,
    text: complaintText(text),
    answerWanted,
    language,
    openedAt,
  }
}

export const FOLLOW_CASE = 'case.follow'
/** A case that is not there after this never came to be: another sending of the same form was first. */
const PATIENCE_SECONDS = 60

/** Gives the owner of the account a task, and the customer the receipt. Safe to repeat. */
export async function followCase(ctx: Context, caseId: string, since: Date): Promise<void> {
  const row = await findCase(ctx, caseId)
  if (!row) {
    const now = ctx.clock.now()
    if (now < addSeconds(since, PATIENCE_SECONDS)) throw new RunLater(addSeconds(now, 5))
    return
  }
  const contact = row.contactId === null ? null : await findContact(ctx, row.contactId)
  if (!contact || contact.erased) return
  await openTask(ctx, {
    key: `complaint:${row._id}`,
    kind: 'complaint',
    accountId: row.accountId,
    contactId: contact.id,
    dueAt: await nextWorkingDay(ctx, contact, row.openedAt),
    aboutId: row._id,
  })
  await mailReceipt(ctx, row, contact)
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

/** A receipt is a service to who complained: it is refused only where nothing can arrive. */
async function mailReceipt(ctx: Context, row: CaseRow, contact: KnownContact): Promise<void> {
  const key = `case-receipt:${row._id}`
  const { decision } = await requestTouch(ctx, {
    touchId: key,
    contactId: contact.id,
    kind: 'service',
    purpose: 'case',
    subject: row.receipt,
    requested: true,
  })
  if (decision !== 'allow') return
  const [{ name: organisation }, link] = await Promise.all([
    readOrganisation(ctx),
    makePersonalLink(ctx, contact.id, 'own_page', row.waveId),
  ])
  await sendMail(ctx, {
    kind: row.answerWanted ? 'case-receipt' : 'case-receipt-only',
    key,
    to: contact.email,
    language: uiLanguageFor(row.language),
    values: { name: contact.name, organisation, receipt: row.receipt, link: link.address },
  })
}

const SHOWN_TO_CUSTOMER = 20

/** What a contact has complained about, the latest first. */
export function casesOf(ctx: Context, contactId: string): Promise<CaseRow[]> {
  return findCasesOf(ctx, contactId, SHOWN_TO_CUSTOMER)
}

/** How many cases of a contact are still being worked on. */
export function countOpenCases(ctx: Context, contactId: string): Promise<number> {
  return countCases(ctx, { contactId, regionIds: null })
}

export interface CaseQuery {
  of?: 'me' | 'nobody' | 'all' | undefined
  regionId?: string | undefined
  accountId?: string | undefined
  contactId?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** Cases of the regions that the caller may see. Reading them leaves an audit entry. */
export async function listCases(ctx: Context, actor: StaffMember, query: CaseQuery) {
  if (!can(actor, 'case.read')) throw new AppError('not_found')
  const { of = 'all', accountId, contactId, limit = 50 } = query
  const search = {
    ...ownersToSearch(actor, of),
    accountId,
    contactId,
    regionIds: ownRegions(actor, query.regionId),
  }
  const after = query.cursor === undefined ? null : await findCase(ctx, query.cursor)
  const rows = await findCases(ctx, search, { after, limit })
  const items = await describe(ctx, actor, rows)
  if (rows.length > 0) await record(ctx, actor, 'cases.read', 'cases', `${items.length}`)
  const next = rows.length === limit ? (rows.at(-1)?._id ?? null) : null
  return { items, next, ...(after ? {} : { total: await countCases(ctx, search) }) }
}

export async function readCase(ctx: Context, actor: StaffMember, id: string): Promise<CaseRecord> {
  const row = await findCase(ctx, id)
  const [item] = row ? await describe(ctx, actor, [row]) : []
  if (!item) throw new AppError('not_found')
  await record(ctx, actor, 'case.read', `case:${id}`)
  return item
}

/** An account may have moved to another region since: what the caller may not see is left out. */
async function describe(ctx: Context, actor: StaffMember, rows: readonly CaseRow[]): Promise<CaseRecord[]> {
  if (rows.length === 0) return []
  const [accounts, contacts, members] = await Promise.all([
    findAccounts(
      ctx,
      rows.map(({ accountId }) => accountId),
    ),
    findContacts(
      ctx,
      rows.flatMap(({ contactId }) => contactId ?? []),
    ),
    findMembers(ctx),
  ])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const items = rows.map(async row => {
    const account = accounts.get(row.accountId)
    if (!account || !can(actor, 'case.read', account)) return []
    const contact = row.contactId === null ? undefined : contacts.get(row.contactId)
    const known = contact !== undefined && !contact.erased
    const { _id: id, receipt, kind, state, source, accountId, ownerId, waveId, waveName } = row
    const { text, answerWanted, language, openedAt } = row
    return [
      {
        id,
        receipt,
        kind,
        state,
        source,
        accountId,
        accountName: account.name,
        contactId: known ? contact.id : null,
        contactName: known ? contact.name : '',
        regionId: account.regionId,
        ownerId,
        ownerName: ownerId === null ? '' : (names.get(ownerId) ?? ''),
        waveId,
        waveName,
        factor: await factorOf(ctx, row.factor),
        text,
        answerWanted,
        language,
        openedAt: openedAt.toISOString(),
      },
    ]
  })
  return (await Promise.all(items)).flat()
}

/** What a case is about, in words. */
export async function factorOf(ctx: Context, about: CaseRow['factor']): Promise<CaseRecord['factor']> {
  const model = about && (await findFactorModel(ctx, about.model))
  const factor = model?.factors.find(({ key }) => key === about?.key)
  return model && factor
    ? { key: factor.key, name: factor.name, index: factorIndex(model, factor.key) }
    : null
}

import type { DataRequest } from '@sixfold/contract/data-requests'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import { byDataRequest } from '@sixfold/domain/contact-standing'
import { addingOf, wholeText } from '@sixfold/domain/data-requests/asked-words'
import { dataRequestClocks } from '@sixfold/domain/data-requests/clocks'
import type { WaveEffect } from '@sixfold/domain/data-requests/erasing'
import type { DataRequestKind, DataRequestStep } from '@sixfold/domain/data-requests/states'
import { dataRequestLamp, dueNext, isEnded, stateAfter } from '@sixfold/domain/data-requests/states'
import { can } from '@sixfold/domain/permissions'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { dayText } from '../../../mails/event-times.ts'
import type { MailKind } from '../../../mails/words.ts'
import { endTask, openTask } from '../../cases/tasks/service.ts'
import { requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import { optOut } from '../../contact-policy/contact-standing/service.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import { findAccounts, ownRegions } from '../../customers/accounts/service.ts'
import { findContact, findContacts } from '../../customers/contacts/service.ts'
import { record, recordOfCustomer } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { mailStates, sendMail } from '../../house/outbox/service.ts'
import { makePersonalLink } from '../personal-links/service.ts'
import type { DataRequestRow } from './store.ts'
import {
  addWords,
  countRequests,
  findRequest,
  findRequestsOf,
  findUnderWay,
  insertRequest,
  listRequests,
  moveRequest,
} from './store.ts'
import { requestKindWords } from './words.ts'

export type { DataRequestRow } from './store.ts'
export { eraseFromRequests, findRequest, handOverRequests, moveRequests } from './store.ts'

export interface DataWish {
  contactId: string
  kind: DataRequestKind
  text: string
  /** It is carried out at once: nobody need be told that it was received. */
  quiet?: boolean
}

/** What somebody asks about the own data: recorded with its clocks, confirmed by mail, and a task for whoever looks after the account. */
export async function askAboutData(
  ctx: Context,
  wish: DataWish,
  actor: StaffMember | null = null,
): Promise<DataRequestRow> {
  const contact = await findContact(ctx, wish.contactId)
  if (!contact || contact.erased) throw new AppError('not_found')
  const { id: contactId, accountId, regionId } = contact
  // Nobody is touched any more while this is being looked at: to hold back too much harms nobody.
  if (wish.kind === 'objection' || wish.kind === 'restriction')
    await optOut(ctx, contactId, 'everything', byDataRequest(actor ? 'staff' : 'portal'))
  const askedAt = ctx.clock.now()
  const place = await placeOf(ctx, contact)
  const clocks = dataRequestClocks({ askedAt, ...place })
  const { row: standing, fresh } = await insertRequest(ctx, {
    kind: wish.kind,
    contactId,
    accountId,
    regionId,
    text: wish.text,
    source: actor ? 'staff' : 'portal',
    askedAt,
    ...clocks,
    dueAt: clocks.answerBy,
  })
  const on = wallTimeIn(askedAt, place.zone).date
  const row = fresh ? standing : await addToRequest(ctx, standing, { on, text: wish.text })
  if (fresh || row !== standing) {
    if (actor) await record(ctx, actor, 'data-request.noted', `contact:${contactId}`, wish.kind)
    else await recordOfCustomer(ctx, 'data-request.asked', `contact:${contactId}`, wish.kind)
  }
  if (wish.quiet) return row
  await openTask(ctx, {
    key: taskKey(row),
    kind: 'data_request',
    accountId,
    contactId,
    dueAt: row.answerBy,
    aboutId: row._id,
    requestKind: row.kind,
  })
  await tell(ctx, row, 'data-request-received', '')
  return row
}

const MOST_ROUNDS = 20

/** What is written while a request of the kind is open belongs to that one; the same words once more change nothing. */
async function addToRequest(
  ctx: Context,
  standing: DataRequestRow,
  words: { on: string; text: string },
): Promise<DataRequestRow> {
  let row = standing
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const adding = addingOf(row, words)
    if (adding === 'said') return row
    if (adding === 'too_long') throw new AppError('invalid_input')
    const added = await addWords(ctx, row, words)
    if (added) return added
    const now = await findRequest(ctx, row._id)
    if (!now || isEnded(now.state)) throw new AppError('wrong_state')
    row = now
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}

/** Zone and calendar of the region that looks after a contact. */
async function placeOf(ctx: Context, { regionId }: { regionId: string }) {
  const [regions, calendarOf, { zone }] = await Promise.all([
    listRegions(ctx),
    readCalendars(ctx),
    readOrganisation(ctx),
  ])
  const region = regions.find(({ _id }) => _id === regionId)
  return { zone: region?.zone ?? zone, calendar: await calendarOf(regionId) }
}

const taskKey = ({ _id }: DataRequestRow) => `data-request:${_id}`

/** What a contact has asked about the own data, the latest first. */
export function dataRequestsOf(ctx: Context, contactId: string): Promise<DataRequestRow[]> {
  return findRequestsOf(ctx, [contactId])
}

export interface RequestQuery {
  state?: 'open' | 'ended' | undefined
  regionId?: string | undefined
  contactId?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** Requests of the regions that the caller may see. */
export async function readRequests(ctx: Context, actor: StaffMember, query: RequestQuery) {
  if (!can(actor, 'data-request.read')) throw new AppError('not_found')
  const { contactId, limit = 50, cursor } = query
  const search = { regionIds: ownRegions(actor, query.regionId), contactId, ended: query.state === 'ended' }
  const after = cursor === undefined ? null : await findRequest(ctx, cursor)
  const rows = await listRequests(ctx, search, { after, limit })
  const items = await describe(ctx, actor, rows)
  if (rows.length > 0) await record(ctx, actor, 'data-requests.read', 'data-requests', `${items.length}`)
  const next = rows.length === limit ? (rows.at(-1)?._id ?? null) : null
  return { items, next, ...(after ? {} : { total: await countRequests(ctx, search) }) }
}

export async function countOpenRequests(ctx: Context, actor: StaffMember) {
  if (!can(actor, 'data-request.read')) return { open: 0, overdue: 0 }
  const search = { regionIds: ownRegions(actor, undefined), ended: false }
  const [open, overdue] = await Promise.all([
    countRequests(ctx, search),
    countRequests(ctx, search, ctx.clock.now()),
  ])
  return { open, overdue }
}

/** What somebody asked by telephone, letter or mail. */
export async function noteRequest(ctx: Context, actor: StaffMember, wish: DataWish): Promise<DataRequest> {
  const contact = await findContact(ctx, wish.contactId)
  if (!contact || contact.erased || !can(actor, 'data-request.work', contact)) throw new AppError('not_found')
  return described(ctx, actor, await askAboutData(ctx, { ...wish, contactId: contact.id }, actor))
}

interface Step {
  id: string
  text: string
}

export async function answerRequest(ctx: Context, actor: StaffMember, { id, text }: Step) {
  const row = await requestFor(ctx, actor, id)
  return described(ctx, actor, await take(ctx, row, { step: 'answer', actor, text }))
}

export async function refuseRequest(ctx: Context, actor: StaffMember, { id, text }: Step) {
  const row = await requestFor(ctx, actor, id)
  return described(ctx, actor, await take(ctx, row, { step: 'refuse', actor, text }))
}

/** An erasure begins and goes on by itself: the last mail leaves before the address is gone. */
export async function carryOutRequest(ctx: Context, actor: StaffMember, { id, text }: Step) {
  const row = await requestFor(ctx, actor, id)
  if (row.kind === 'erasure' && !can(actor, 'data-request.erase', row)) throw new AppError('not_found')
  return described(ctx, actor, await take(ctx, row, { step: 'carry_out', actor, text }))
}

/** Begins an erasure without waiting for anybody: nothing speaks against it, or the operator orders it. */
export function beginErasure(ctx: Context, row: DataRequestRow): Promise<DataRequestRow> {
  return take(ctx, row, { step: 'carry_out', actor: null, text: '' })
}

/** The last mail of an erasure. True while it is on its way. */
export async function sayGoodbye(ctx: Context, row: DataRequestRow): Promise<boolean> {
  const kind = 'data-erasure'
  const key = `${kind}:${row._id}`
  const contact = await findContact(ctx, row.contactId)
  if (!contact || contact.erased || !(await mayWrite(ctx, contact.id, key))) return false
  const { name: organisation } = await readOrganisation(ctx)
  await sendMail(ctx, {
    kind,
    key,
    to: contact.email,
    language: uiLanguageFor(contact.language),
    values: { name: contact.name, organisation, link: `${ctx.config.publicUrl}/me/erased` },
  })
  const state = (await mailStates(ctx, [key])).get(key)
  return state === 'waiting' || state === 'sending'
}

/** Notes what an erasure is about to do to published numbers, so that a run after an interruption still knows. */
export async function noteEffects(
  ctx: Context,
  row: DataRequestRow,
  effects: readonly WaveEffect[],
): Promise<void> {
  await moveRequest(ctx, row, { effects: [...effects] })
}

/** Notes that an erasure is complete, and what it did to published numbers. */
export async function finishErasure(
  ctx: Context,
  row: DataRequestRow,
  effects: readonly WaveEffect[],
): Promise<void> {
  const now = ctx.clock.now()
  await moveRequest(ctx, row, { state: 'done', dueAt: null, endedAt: now, effects: [...effects] })
  await endTask(ctx, taskKey(row), 'settled')
}

interface Taken {
  step: Exclude<DataRequestStep, 'finish'>
  /** Null: it goes by itself. */
  actor: StaffMember | null
  text: string
}

async function take(
  ctx: Context,
  row: DataRequestRow,
  { step, actor, text }: Taken,
): Promise<DataRequestRow> {
  const state = stateAfter(row, step)
  if (state === null) throw new AppError('wrong_state')
  const now = ctx.clock.now()
  const moved = await moveRequest(ctx, row, {
    state,
    dueAt: dueNext({ ...row, state }),
    answeredAt: row.answeredAt ?? now,
    endedAt: isEnded(state) ? now : null,
    answer: text,
    handledBy: actor?.id ?? null,
    handledByName: actor?.name ?? '',
  })
  if (!moved) throw new AppError('wrong_state')
  await record(ctx, actor, `data-request.${step}`, `data-request:${row._id}`, row.kind)
  if (state === 'under_way') {
    await orderErasure(ctx, moved)
    return moved
  }
  await tell(ctx, moved, mailOf[step], text)
  if (isEnded(state)) await endTask(ctx, taskKey(row), 'settled')
  return moved
}

const mailOf = {
  answer: 'data-request-answered',
  carry_out: 'data-request-done',
  refuse: 'data-request-refused',
} as const satisfies Record<Taken['step'], MailKind>

/** After a crash between an erasure's beginning and its job, it gets its job. */
export async function resumeErasures(ctx: Context): Promise<void> {
  for (const row of await findUnderWay(ctx)) await orderErasure(ctx, row)
}

function orderErasure(ctx: Context, { _id: id }: DataRequestRow): Promise<boolean> {
  return enqueue(ctx, { kind: 'contact.erase', key: `contact-erase:${id}`, payload: { requestId: id } })
}

/** A mail about a request, which the person asked for by asking; it is in the ledger like any other. */
async function tell(ctx: Context, row: DataRequestRow, kind: MailKind, text: string): Promise<void> {
  const contact = await findContact(ctx, row.contactId)
  if (!contact) return
  const key = `${kind}:${row._id}`
  if (!(await mayWrite(ctx, contact.id, key))) return
  const language = uiLanguageFor(contact.language)
  const [days, { name: organisation }, link] = await Promise.all([
    lastDays(ctx, row, language),
    readOrganisation(ctx),
    makePersonalLink(ctx, contact.id, 'own_page'),
  ])
  await sendMail(ctx, {
    kind,
    key,
    to: contact.email,
    language,
    values: {
      name: contact.name,
      organisation,
      kind: requestKindWords(language)(row.kind),
      ...days,
      text,
      link: link.address,
    },
  })
}

/** The last days of a request's clocks in words, as they are where the region is. */
export async function lastDays(ctx: Context, row: DataRequestRow, language: UiLanguage) {
  const { zone } = await placeOf(ctx, row)
  const lastDay = (by: Date) => dayText(new Date(by.getTime() - 1), zone, language)
  return { answerBy: lastDay(row.answerBy), carryOutBy: lastDay(row.carryOutBy) }
}

/** Mail about somebody's own data is a service to them: it is refused only where nothing can arrive. */
export async function mayWrite(ctx: Context, contactId: string, touchId: string): Promise<boolean> {
  const { decision } = await requestTouch(ctx, {
    touchId,
    contactId,
    kind: 'service',
    purpose: 'case',
    subject: 'own data',
    requested: true,
  })
  return decision === 'allow'
}

/** A request that the caller may work on, or `not_found`; the contact may have moved to another region since. */
async function requestFor(ctx: Context, actor: StaffMember, id: string): Promise<DataRequestRow> {
  const row = await findRequest(ctx, id)
  if (!row || !can(actor, 'data-request.work', row)) throw new AppError('not_found')
  return row
}

async function described(ctx: Context, actor: StaffMember, row: DataRequestRow): Promise<DataRequest> {
  const [item] = await describe(ctx, actor, [row])
  if (!item) throw new AppError('not_found')
  return item
}

async function describe(
  ctx: Context,
  actor: StaffMember,
  rows: readonly DataRequestRow[],
): Promise<DataRequest[]> {
  const [accounts, contacts] = await Promise.all([
    findAccounts(
      ctx,
      rows.map(({ accountId }) => accountId),
    ),
    findContacts(
      ctx,
      rows.map(({ contactId }) => contactId),
    ),
  ])
  const now = ctx.clock.now()
  return rows
    .filter(row => can(actor, 'data-request.read', row))
    .map(row => {
      const contact = contacts.get(row.contactId)
      const known = contact !== undefined && !contact.erased
      return {
        id: row._id,
        kind: row.kind,
        state: row.state,
        lamp: dataRequestLamp(row, now),
        regionId: row.regionId,
        accountId: row.accountId,
        accountName: accounts.get(row.accountId)?.name ?? '',
        contactId: known ? contact.id : null,
        contactName: known ? contact.name : '',
        text: wholeText(row),
        source: row.source,
        askedAt: row.askedAt.toISOString(),
        answerBy: row.answerBy.toISOString(),
        carryOutBy: row.carryOutBy.toISOString(),
        dueAt: row.dueAt?.toISOString() ?? null,
        answeredAt: row.answeredAt?.toISOString() ?? null,
        endedAt: row.endedAt?.toISOString() ?? null,
        answer: row.answer,
        handledBy: row.handledByName,
        effects: isEnded(row.state) ? row.effects : [],
      }
    })
}

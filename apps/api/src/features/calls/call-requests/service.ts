import type { CallRequest } from '@sixfold/contract/call-requests'
import type { StaffMember } from '@sixfold/contract/staff'
import type { CallBack } from '@sixfold/domain/call-back'
import { callBack } from '@sixfold/domain/call-back'
import { can } from '@sixfold/domain/permissions'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { addDays } from 'date-fns/addDays'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { openTask, openTaskKeys, taskExists } from '../../cases/tasks/service.ts'
import { requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import type { TouchRequest } from '../../contact-policy/touch-decisions/service.ts'
import { openDesk } from '../../contact-policy/touch-decisions/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { contactFor, findContact } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import type { CallRequestRow } from './store.ts'
import { findAsked, findRequest, findRequestsOf, storeRequest } from './store.ts'

/** After two records became one, and after one was erased. */
export { deleteRequestsOf as forgetCallRequests, handOverRequests as handOverCallRequests } from './store.ts'

/** Where no day is open for a year, somebody looks after it all the same. */
const FALLBACK_DAYS = 2
/** Two sends of one form at once; nobody gets near it. */
const MOST_ROUNDS = 20

export interface CallWish {
  invitation: { id: string; contactId: string }
  wave: { id: string; name: string }
  /** Null: the number on record. */
  phone: string | null
  when: string
  language: string
}

/** Whether a call can be asked for without giving a number; says nothing about which it would be. */
export async function hasNumber(ctx: Context, contactId: string): Promise<boolean> {
  return ((await findContact(ctx, contactId))?.phone ?? null) !== null
}

/** When somebody who asks now is called, in the hours of the contact policy there. */
export interface Promised extends CallBack {
  zone: string
}

/**
 * Keeps the wish to be called, with a task for whoever looks after the account. Asking again while it is open changes number and
 * time; after it was done it is a new request. The call itself passes the contact policy when it is made.
 */
export async function askForCall(ctx: Context, wish: CallWish): Promise<Promised> {
  const { invitation, wave, phone, when, language } = wish
  const contact = await findContact(ctx, invitation.contactId)
  if (!contact || contact.erased) throw new AppError('link_unknown')
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = await findRequest(ctx, invitation.id)
    const isOpen = before !== null && !(await isDone(ctx, before))
    const promise = isOpen
      ? { ...(await promiseTo(ctx, contact, before.askedAt)), until: before.callBy }
      : await promiseTo(ctx, contact, ctx.clock.now())
    const row: CallRequestRow = {
      _id: invitation.id,
      contactId: contact.id,
      waveId: wave.id,
      waveName: wave.name,
      phone,
      when,
      language,
      askedAt: isOpen ? before.askedAt : ctx.clock.now(),
      callBy: promise.until,
      round: isOpen ? before.round : (before?.round ?? 0) + 1,
      revision: before?.revision ?? 0,
    }
    const asBefore = isOpen && before.phone === phone && before.when === when && before.language === language
    if (!asBefore && !(await storeRequest(ctx, row))) continue
    await openTask(ctx, {
      key: taskKey(row),
      kind: 'call_request',
      accountId: contact.accountId,
      contactId: contact.id,
      wave,
      dueAt: promise.until,
      aboutId: row._id,
    })
    if (!asBefore) await record(ctx, null, 'call-request.asked', `contact:${contact.id}`, `wave:${wave.id}`)
    return promise
  }
  throw new AppError('unavailable', { retryAfterSeconds: 1 })
}

/** A request whose task is still to come, since another sending has just stored it or its process died, is not done. */
async function isDone(ctx: Context, row: CallRequestRow): Promise<boolean> {
  const key = taskKey(row)
  return (await taskExists(ctx, key)) && (await openTaskKeys(ctx, [key])).size === 0
}

/** Which of these invitations led to a wish to be called: nobody is reminded of a letter that was answered so. */
export function callAskedFor(ctx: Context, invitationIds: readonly string[]): Promise<Set<string>> {
  return findAsked(ctx, invitationIds)
}

/** The calls that a contact asked for, the latest first, for the contact's own page. */
export async function callRequestsOf(
  ctx: Context,
  contactId: string,
): Promise<{ state: CallRequest['state']; askedAt: Date; callBy: Date; when: string }[]> {
  const rows = await findRequestsOf(ctx, contactId)
  const open = await openTaskKeys(ctx, rows.map(taskKey))
  return rows.map(({ askedAt, callBy, when, ...row }) => ({
    state: open.has(taskKey(row)) ? 'open' : 'done',
    askedAt,
    callBy,
    when,
  }))
}

export async function readCallRequest(ctx: Context, actor: StaffMember, id: string): Promise<CallRequest> {
  const { row, contact } = await requestFor(ctx, actor, id)
  await record(ctx, actor, 'call-request.read', `contact:${contact.id}`)
  const [item] = await describe(ctx, contact, [row])
  if (!item) throw new AppError('not_found')
  return item
}

export async function listCallRequests(ctx: Context, actor: StaffMember, contactId: string) {
  const { _id } = await contactFor(ctx, actor, contactId, 'customers.read')
  const contact = await findContact(ctx, _id)
  if (!contact || !can(actor, 'task.read', contact)) return { items: [] }
  const items = await describe(ctx, contact, await findRequestsOf(ctx, _id))
  if (items.length > 0) await record(ctx, actor, 'call-request.read', `contact:${_id}`)
  return { items }
}

/**
 * Begins the call: what the contact asked for is still a touch, so it is in the ledger before anybody dials. Several tries of one
 * day of the contact are one entry. Outside the hours there it is refused, with the first moment that fits.
 */
export async function beginRequestedCall(ctx: Context, actor: StaffMember, id: string) {
  const { row, contact } = await requestFor(ctx, actor, id)
  if ((await openTaskKeys(ctx, [taskKey(row)])).size === 0) throw new AppError('wrong_state')
  if (row.phone === null && contact.phone === null) throw new AppError('wrong_state')
  const decision = await requestTouch(ctx, callOf(row, contact, ctx.clock.now()))
  const begun = decision.decision === 'allow'
  await record(ctx, actor, begun ? 'call.begun' : 'call.refused', `contact:${contact.id}`, row._id)
  return {
    begun,
    reason: begun ? null : decision.reason,
    earliest: begun ? null : (decision.earliest?.toISOString() ?? null),
  }
}

function callOf({ _id, round, waveName }: CallRequestRow, contact: KnownContact, at: Date): TouchRequest {
  const { date } = wallTimeIn(at, contact.zone)
  return {
    touchId: `call-request:${_id}:${round}:${date}`,
    contactId: contact.id,
    kind: 'call',
    channel: 'phone',
    purpose: 'case',
    subject: waveName,
    requested: true,
  }
}

async function promiseTo(ctx: Context, contact: KnownContact, asked: Date): Promise<Promised> {
  const desk = await openDesk(ctx, [], new Map([[contact.id, contact]]))
  const zone = contact.zone || desk.fallbackZone
  const { hours } = desk.policyOf(contact, 'case')
  const within = callBack({ asked, zone, hours: hours.phone, calendar: desk.calendarOf(contact) })
  return { zone, ...(within ?? { from: asked, until: addDays(asked, FALLBACK_DAYS) }) }
}

async function requestFor(ctx: Context, actor: StaffMember, id: string) {
  const row = await findRequest(ctx, id)
  const contact = row && (await findContact(ctx, row.contactId))
  if (!row || !contact || contact.erased || !can(actor, 'task.work', contact)) throw new AppError('not_found')
  return { row, contact }
}

async function describe(
  ctx: Context,
  contact: KnownContact,
  rows: readonly CallRequestRow[],
): Promise<CallRequest[]> {
  const open = await openTaskKeys(ctx, rows.map(taskKey))
  return rows.map(row => ({
    id: row._id,
    contactId: contact.id,
    contactName: contact.name,
    accountId: contact.accountId,
    accountName: contact.accountName,
    waveId: row.waveId,
    waveName: row.waveName,
    phone: row.phone,
    phoneOnRecord: contact.phone,
    when: row.when,
    zone: contact.zone,
    language: row.language,
    state: open.has(taskKey(row)) ? 'open' : 'done',
    askedAt: row.askedAt.toISOString(),
    callBy: row.callBy.toISOString(),
  }))
}

function taskKey({ _id, round }: Pick<CallRequestRow, '_id' | 'round'>): string {
  return `call-request:${_id}:${round}`
}

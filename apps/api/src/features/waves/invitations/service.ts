import { segmentsOf } from '@sixfold/domain/customers/segment-key'
import type { LocalText } from '@sixfold/domain/local-text'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import type { Context } from '../../../context.ts'
import { hashToken } from '../../../secrets.ts'
import { responseAlong } from '../../answering/responses/service.ts'
import { noteAnswered } from '../../contact-policy/contact-ledger/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { contactNameAlong, findContacts, nameOfContact } from '../../customers/contacts/service.ts'
import { lastBought } from '../../customers/installations/service.ts'
import { closeBlindWave } from '../blind-keys/service.ts'
import { announceWave } from './live.ts'
import type { InvitationQuery, InvitationRow, InvitationState, NewInvitation } from './store.ts'
import {
  addLink,
  addReminderLink,
  countByState,
  countReminded,
  echoOfAccounts,
  endInvitations,
  findByTokenHash,
  findByTokenHashWith,
  findDue,
  findHopeful,
  findInvitations,
  findInvitationsById,
  findInvitationsTo,
  findNextDue,
  findNextReminder,
  findRemindable,
  insertPlanned,
  insertStarted,
  markFinished,
  markSent,
  moveEnd,
  moveOn,
  postpone,
  putOffReminder,
  putOffReminders,
  refuse,
  settleReminder,
  storeAway,
  storeBallot,
  walkMarks,
} from './store.ts'

/** What inviting needs to know of a wave. */
export interface InvitingWave {
  id: string
  kind: SurveyKind
  name: string
  /** The event that it follows up. */
  event?: { roundtableId: string; title: LocalText }
  opensAt: Date
  closesAt: Date
  /** `silenceDays`: working days before the end on which silent accounts are looked for; absent: as usual. */
  reminders: { afterDays: readonly number[]; silenceDays?: number | undefined }
  sending: { perHour: number | null }
  /** Who are asked. */
  people: number
  languages: readonly string[]
  defaultLanguage: string
  /** Whole minutes that answering takes. */
  minutes: number
}

/** Plans an invitation for each of these contacts, once per wave. `sendUntil`: when it is too late for somebody; null: at the wave's end. */
export async function planInvitations(
  ctx: Context,
  wave: Pick<InvitingWave, 'id' | 'closesAt' | 'languages' | 'defaultLanguage'>,
  contacts: readonly KnownContact[],
  sendUntil: (contact: KnownContact) => Date | null = () => null,
): Promise<void> {
  // People of one account come one after the other; shuffled, their letters do not arrive all at once.
  const turns = new Map(contacts.map(({ id }) => [id, hashToken(`${wave.id} ${id}`)]))
  const turnOf = ({ id }: KnownContact) => turns.get(id) ?? ''
  const bought = await lastBought(ctx, [...new Set(contacts.map(({ accountId }) => accountId))])
  await insertPlanned(
    ctx,
    contacts
      .toSorted((a, b) => (turnOf(a) < turnOf(b) ? -1 : 1))
      .map(contact => ({
        ...newInvitation(wave, contact, bought.get(contact.accountId) ?? null),
        sendUntil: sendUntil(contact),
      })),
  )
}

function newInvitation(
  wave: Pick<InvitingWave, 'id' | 'closesAt' | 'languages' | 'defaultLanguage'>,
  contact: KnownContact,
  productId: string | null,
): NewInvitation {
  return {
    waveId: wave.id,
    contactId: contact.id,
    accountId: contact.accountId,
    regionId: contact.regionId,
    segments: segmentsOf({ ...contact, productId }),
    language: wave.languages.includes(contact.language) ? contact.language : wave.defaultLanguage,
    closesAt: wave.closesAt,
    sendUntil: null,
  }
}

/** Begins the answers of somebody who is on the telephone about a product, once per wave. */
export function startByPhone(
  ctx: Context,
  wave: Pick<InvitingWave, 'id' | 'closesAt' | 'languages' | 'defaultLanguage'>,
  contact: KnownContact,
  productId: string,
): Promise<void> {
  return insertStarted(ctx, newInvitation(wave, contact, productId))
}

/** What was begun with a contact in a wave, as one who answers sees it; null: nothing was. */
export async function followInvitationOf(ctx: Context, waveId: string, contactId: string) {
  const [row] = await findInvitationsTo(ctx, waveId, [contactId])
  return row ? toFollowed(ctx, row) : null
}

/** What the portal needs of the invitation behind a link; null: no such link, or its contact was erased. */
export async function findInvitationByToken(ctx: Context, token: string) {
  const invitation = await followToken(ctx, token)
  const contactName = invitation && (await nameOfContact(ctx, invitation.contactId))
  return invitation && contactName !== null ? { ...invitation, contactName } : null
}

/** The same without looking at the contact, who may have been erased: for links that are used. */
export async function followToken(ctx: Context, token: string) {
  const invitation = await findByTokenHash(ctx, hashToken(token))
  return invitation && toFollowed(ctx, invitation)
}

/** The same, with what was answered by it and its contact's name, all read at once. */
export async function followTokenWhole(ctx: Context, token: string) {
  const found = await findByTokenHashWith(ctx, hashToken(token), whole)
  return found && { invitation: toFollowed(ctx, found.row), known: found.along }
}

const whole = { response: responseAlong('_id'), contactName: contactNameAlong('contactId') }

function toFollowed(ctx: Context, row: InvitationRow) {
  const { _id: id, waveId, contactId, accountId, regionId, segments, language, state, closesAt } = row
  return {
    id,
    waveId,
    contactId,
    accountId,
    regionId,
    segments: [...segments],
    language,
    state,
    closed: closesAt <= ctx.clock.now() || state === 'refused',
  }
}

/** States from which an invitation may move on. It never moves back: a late "started" does not undo "finished". */
const before = {
  started: ['planned', 'sent', 'opened', 'bounced'],
  opted_out: ['planned', 'sent', 'opened', 'started', 'bounced'],
} as const satisfies Record<string, readonly InvitationState[]>

/** Notes what a contact did with the invitation. */
export async function noteInvitation(ctx: Context, id: string, did: 'started' | 'opted_out'): Promise<void> {
  const moved = await moveOn(ctx, id, before[did], did)
  if (moved) announceWave(ctx, moved.waveId)
}

/** Ends an invitation before it was answered: its link takes no answers, and no mail follows. Null: it is too late for that. */
export async function withdrawInvitation(ctx: Context, id: string): Promise<InvitationRow | null> {
  const moved = await moveOn(ctx, id, before.opted_out, 'refused', 'withdrawn')
  if (moved) announceWave(ctx, moved.waveId)
  return moved
}

/**
 * Notes that these invitations were answered for good, and that in the contact ledgers: nobody is asked again.
 * It follows the submission in one go for many, and repeating it changes nothing. Answers with them.
 */
export async function finishInvitations(
  ctx: Context,
  finished: readonly { id: string; at: Date }[],
): Promise<InvitationRow[]> {
  if (finished.length === 0) return []
  await markFinished(ctx, finished)
  const at = new Map(finished.map(one => [one.id, one.at]))
  const rows = await findInvitationsById(ctx, [...at.keys()])
  await noteAnswered(
    ctx,
    rows.map(({ _id, contactId, waveId }) => ({ contactId, waveId, at: at.get(_id) ?? ctx.clock.now() })),
  )
  for (const waveId of new Set(rows.map(row => row.waveId))) announceWave(ctx, waveId)
  return rows
}

/**
 * Notes that the link of a blind wave has earned its ballot; false when it has earned another one. Whether answers follow is
 * not known, so this ends the asking. The contact ledger hears of it with the time of the invitation, which tells nothing new.
 */
export async function earnBallot(ctx: Context, id: string, ballot: string): Promise<boolean> {
  if (!(await storeBallot(ctx, id, ballot))) return false
  const rows = await findInvitationsById(ctx, [id])
  await noteAnswered(
    ctx,
    rows.map(({ contactId, waveId, createdAt }) => ({ contactId, waveId, at: createdAt })),
  )
  for (const { waveId } of rows) announceWave(ctx, waveId)
  return true
}

export { forgetBallots } from './store.ts'

/** Notes that the letter came back for good; null when the contact has been heard of since. */
export async function noteBounced(ctx: Context, id: string, reason: string): Promise<InvitationRow | null> {
  const moved = await moveOn(ctx, id, ['sent', 'opened'], 'bounced', reason)
  if (moved) announceWave(ctx, moved.waveId)
  return moved
}

/** What sending, reminding, watching and weighting need of the stored invitations. */
export const invitationBook = {
  addLink,
  addReminderLink,
  echoOfAccounts,
  findDue,
  findHopeful,
  findInvitations,
  findInvitationsById,
  findNextDue,
  findNextReminder,
  findRemindable,
  markSent,
  postpone,
  putOffReminder,
  putOffReminders,
  refuse,
  settleReminder,
  storeAway,
}

/** Gives all links of a wave another end. */
export async function extendInvitations(ctx: Context, waveId: string, closesAt: Date): Promise<void> {
  await moveEnd(ctx, waveId, closesAt)
  announceWave(ctx, waveId)
}

/** Ends all links of a wave; what is still planned will never be sent. */
export async function closeInvitations(ctx: Context, waveId: string, at: Date): Promise<void> {
  await endInvitations(ctx, waveId, at, 'wave_closed')
  await closeBlindWave(ctx, { id: waveId, closesAt: at })
  announceWave(ctx, waveId)
}

/** Invitations as screens show them, in the order of the frame. */
export async function readInvitations(ctx: Context, query: InvitationQuery) {
  const rows = await findInvitations(ctx, query)
  const contacts = await findContacts(
    ctx,
    rows.map(({ contactId }) => contactId),
  )
  const items = rows.map(row => toInvitation(row, contacts.get(row.contactId)))
  return { items, next: rows.length === query.limit ? (rows.at(-1)?._id ?? null) : null }
}

export const countInvitations = countByState
export const countReminders = countReminded
/** What became of every invitation of a wave, some at a time. */
export const walkInvitations = walkMarks
export { announceWave } from './live.ts'
export type {
  AccountEcho,
  FinishedInvitation,
  InvitationCount,
  InvitationMark,
  InvitationRow,
  ReminderCount,
} from './store.ts'
export {
  eraseFromInvitations,
  findFinishedOf,
  findInvitationsById,
  findInvitationsOf,
  findInvitationsOfAccount,
  findInvitationsTo,
  forgetAnswering,
} from './store.ts'

function toInvitation(row: InvitationRow, contact: KnownContact | undefined) {
  return {
    id: row._id,
    contactId: row.contactId,
    contactName: contact && !contact.erased ? contact.name : '',
    accountName: contact?.accountName ?? '',
    regionId: row.regionId,
    state: row.state,
    reason: row.reason,
    dueAt: row.dueAt?.toISOString() ?? null,
    sentAt: row.sentAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}

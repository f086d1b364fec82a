import { uiLanguageFor } from '@sixfold/contract/words'
import { segmentsOf } from '@sixfold/domain/customers/segment-key'
import type { TouchDecision } from '@sixfold/domain/touch-decision'
import type { Context } from '../../context.ts'
import { isUnreachable } from '../../db/faults.ts'
import { hashToken, newLink } from '../../secrets.ts'
import { noteAnswered, requestTouches } from '../contact-ledger/service.ts'
import type { KnownContact } from '../customers/service.ts'
import { findContacts, nameOfContact } from '../customers/service.ts'
import { readOrganisation } from '../organisation/service.ts'
import { sendMail } from '../outbox/service.ts'
import { announceWave } from './live.ts'
import type { InvitationQuery, InvitationRow, InvitationState } from './store.ts'
import {
  addLink,
  countByState,
  endInvitations,
  findByTokenHash,
  findDue,
  findInvitations,
  findInvitationsById,
  findNextDue,
  insertPlanned,
  markFinished,
  markSent,
  moveOn,
  postpone,
  refuse,
} from './store.ts'

/** What inviting needs to know of a wave. */
export interface InvitingWave {
  id: string
  name: string
  closesAt: Date
  languages: readonly string[]
  defaultLanguage: string
  /** Whole minutes that answering takes. */
  minutes: number
}

const BATCH = 200
const AT_A_TIME = 16
/** An invitation that could not be written as a mail is tried again after this. */
const TRY_AGAIN_MS = 15 * 60_000

/** Plans an invitation for each of these contacts, once per wave. */
export function planInvitations(
  ctx: Context,
  wave: InvitingWave,
  contacts: readonly KnownContact[],
): Promise<void> {
  return insertPlanned(
    ctx,
    contacts.map(contact => ({
      waveId: wave.id,
      contactId: contact.id,
      accountId: contact.accountId,
      regionId: contact.regionId,
      segments: segmentsOf(contact),
      language: wave.languages.includes(contact.language) ? contact.language : wave.defaultLanguage,
      closesAt: wave.closesAt,
    })),
  )
}

/**
 * Takes the next planned invitations that are due: each is sent, put off or refused, as the contact policy says.
 * Safe to repeat after a crash at any point. Says when there is more to do; null: never.
 */
export async function inviteDue(ctx: Context, wave: InvitingWave): Promise<Date | null> {
  const due = await findDue(ctx, wave.id, BATCH)
  if (due.length > 0) {
    const decisions = await requestTouches(
      ctx,
      due.map(({ _id, contactId }) => ({
        touchId: touchIdOf(_id),
        contactId,
        kind: 'invitation' as const,
        purpose: 'relationship_survey' as const,
        subject: wave.name,
        waveId: wave.id,
      })),
    )
    const contacts = await findContacts(
      ctx,
      due.map(({ contactId }) => contactId),
    )
    const { name: organisation } = await readOrganisation(ctx)
    const carryOutOne = async (invitation: InvitationRow) => {
      const contact = contacts.get(invitation.contactId)
      const decision = decisions.get(touchIdOf(invitation._id))
      if (!contact || !decision) await refuse(ctx, invitation._id, 'erased')
      else await carryOut(ctx, { wave, invitation, contact, organisation }, decision)
    }
    // Some at a time, so that one durable commit serves several of them.
    for (let start = 0; start < due.length; start += AT_A_TIME)
      await Promise.all(due.slice(start, start + AT_A_TIME).map(carryOutOne))
    announceWave(ctx, wave.id)
  }
  return due.length === BATCH ? ctx.clock.now() : findNextDue(ctx, wave.id)
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
  if (!invitation) return null
  const { _id: id, waveId, contactId, accountId, regionId, segments, language, state, closesAt } = invitation
  return {
    id,
    waveId,
    contactId,
    accountId,
    regionId,
    segments: [...segments],
    language,
    state,
    closed: closesAt <= ctx.clock.now(),
  }
}

/** States from which an invitation may move on. It never moves back: a late "started" does not undo "finished". */
const before: Record<'started' | 'opted_out', readonly InvitationState[]> = {
  started: ['planned', 'sent', 'opened'],
  opted_out: ['planned', 'sent', 'opened', 'started'],
}

/** Notes what a contact did with the invitation. */
export async function noteInvitation(ctx: Context, id: string, did: 'started' | 'opted_out'): Promise<void> {
  const moved = await moveOn(ctx, id, before[did], did)
  if (moved) announceWave(ctx, moved.waveId)
}

/**
 * Notes that these invitations were answered for good, and that in the contact ledgers: nobody is asked again.
 * It follows the submission in one go for many, and repeating it changes nothing.
 */
export async function finishInvitations(
  ctx: Context,
  finished: readonly { id: string; at: Date }[],
): Promise<void> {
  if (finished.length === 0) return
  await markFinished(ctx, finished)
  const at = new Map(finished.map(one => [one.id, one.at]))
  const rows = await findInvitationsById(ctx, [...at.keys()])
  await noteAnswered(
    ctx,
    rows.map(({ _id, contactId, waveId }) => ({ contactId, waveId, at: at.get(_id) ?? ctx.clock.now() })),
  )
  for (const waveId of new Set(rows.map(row => row.waveId))) announceWave(ctx, waveId)
}

/** Ends all links of a wave; what is still planned will never be sent. */
export async function closeInvitations(ctx: Context, waveId: string, at: Date): Promise<void> {
  await endInvitations(ctx, waveId, at, 'wave_closed')
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
export type { InvitationCount } from './store.ts'

interface Errand {
  wave: InvitingWave
  invitation: InvitationRow
  contact: KnownContact
  organisation: string
}

async function carryOut(ctx: Context, errand: Errand, decision: TouchDecision): Promise<void> {
  const { wave, invitation } = errand
  if (decision.decision === 'allow') {
    await send(ctx, errand).catch(async error => {
      if (isUnreachable(error)) throw error
      // One mail that cannot be written must not hold up the others.
      ctx.log.error({ err: error, invitation: invitation._id }, 'an invitation could not be written')
      const later = new Date(ctx.clock.now().getTime() + TRY_AGAIN_MS)
      await postpone(ctx, invitation._id, 'mail_failed', later)
    })
    return
  }
  const { reason, earliest } = decision
  if (earliest && earliest < wave.closesAt) await postpone(ctx, invitation._id, reason, earliest)
  else await refuse(ctx, invitation._id, reason)
}

/**
 * The link is stored before the mail exists, and the mail's key makes it one mail: after a crash the repetition adds a
 * link that nobody has, and the mail in the outbox stays the first one.
 */
async function send(ctx: Context, { wave, invitation, contact, organisation }: Errand): Promise<void> {
  const { token, tokenHash } = newLink()
  if (!(await addLink(ctx, invitation._id, tokenHash))) return
  const link = `${ctx.config.publicUrl}/r/${token}`
  const optOut = `${link}/opt-out`
  await sendMail(ctx, {
    kind: 'survey-invitation',
    key: touchIdOf(invitation._id),
    to: contact.email,
    language: uiLanguageFor(contact.language),
    values: { organisation, name: contact.name, minutes: wave.minutes, link, optOut },
    unsubscribe: optOut,
    touch: { contactId: contact.id, kind: 'invitation', purpose: 'relationship_survey' },
  })
  await markSent(ctx, invitation._id)
}

const touchIdOf = (invitationId: string) => `invitation:${invitationId}`

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

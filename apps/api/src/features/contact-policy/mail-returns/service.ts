import type { Bounce } from '@sixfold/domain/mail-returns/bounce'
import { bounceOfReply } from '@sixfold/domain/mail-returns/bounce'
import type { MailReturn } from '@sixfold/domain/mail-returns/mail-return'
import { mentionedIds, readReturn } from '@sixfold/domain/mail-returns/mail-return'
import { resolveWallTime } from '@sixfold/domain/wall-time'
import { addDays } from 'date-fns/addDays'
import { max } from 'date-fns/max'
import type { Context } from '../../../context.ts'
import { calendarOf, failsProof, parseReturned } from '../../../mails/parse-returned.ts'
import { hashToken } from '../../../secrets.ts'
import { watchBounce } from '../../cases/rule-watch/service.ts'
import { openTask } from '../../cases/tasks/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { takeMailedCalendar } from '../../guests/calendar-replies/service.ts'
import { record } from '../../house/audit/service.ts'
import type { MailRow } from '../../house/outbox/service.ts'
import { findMail, MAIL_NAME, mailByName } from '../../house/outbox/service.ts'
import type { InvitationRow } from '../../waves/invitations/service.ts'
import { invitationBook, noteBounced, noteInvitation } from '../../waves/invitations/service.ts'
import { noteDeadMailbox } from '../contact-ledger/service.ts'
import { optOut } from '../contact-standing/service.ts'
import type { ReturnSource } from './store.ts'
import { insertReturn, returnExists } from './store.ts'

export { deleteReturns } from './store.ts'

/**
 * `calendar_reply`: a guest's calendar answered, and it was taken or rightly left alone. `calendar_review`: somebody has to
 * look at such an answer. `unknown`: no mail of ours is named in it. `other`: a person wrote, or it says nothing that concerns us. `repeated`: it
 * was read before. `unreadable`: it is no mail.
 */
export type ReturnOutcome =
  | 'hard_bounce'
  | 'soft_bounce'
  | 'refused'
  | 'complaint'
  | 'auto_reply'
  | 'calendar_reply'
  | 'calendar_review'
  | 'other'
  | 'unknown'
  | 'repeated'
  | 'unreadable'

const replyOutcomes = {
  taken: 'calendar_reply',
  ignored: 'calendar_reply',
  waiting: 'calendar_review',
  repeated: 'repeated',
  unknown: 'unknown',
} as const

/** A task about a bounce waits no longer than this. */
const BOUNCE_TASK_DAYS = 7

/**
 * Reads a mail that came back, and does what follows from it. It concerns only the reader of the mail that it names, by
 * an id that nobody but that reader, and the servers on the way, can know: what somebody makes up changes nothing. A mail
 * may be read twice: the second time changes nothing.
 */
export async function takeReturnedMail(
  ctx: Context,
  raw: Uint8Array,
  source: ReturnSource,
): Promise<ReturnOutcome> {
  const parsed = await parseReturned(raw)
  if (!parsed) return 'unreadable'
  const calendar = calendarOf(parsed.mail)
  if (calendar !== null) {
    const sender = { address: parsed.from, failsProof: failsProof(parsed.mail) }
    const outcome = await takeMailedCalendar(ctx, { text: calendar, sender })
    if (outcome !== 'no_reply' && outcome !== 'unreadable') return replyOutcomes[outcome]
  }
  const mail = await mailByName(ctx, mentionedIds(parsed.mail, MAIL_NAME))
  if (!mail) return 'unknown'
  const now = ctx.clock.now()
  const receivedOn = parsed.date && parsed.date < now ? parsed.date : now
  const told = readReturn(parsed.mail, receivedOn.toISOString().slice(0, 10))
  if (told.kind === 'other') return 'other'
  const message = hashToken(parsed.messageId || Buffer.from(raw).toString('latin1'))
  return takeReturn(ctx, { mail, told, source, id: `${mail._id}:${told.kind}:${message}` })
}

/** The same for what a mail server answered at once. */
export async function takeRefusal(ctx: Context, mailId: string, reply: string): Promise<void> {
  const mail = await findMail(ctx, mailId)
  if (!mail) return
  const told = { kind: 'bounce' as const, ...bounceOfReply(reply) }
  await takeReturn(ctx, { mail, told, source: 'smtp', id: `${mailId}:bounce:smtp` })
}

interface Returned {
  id: string
  mail: MailRow
  told: Exclude<MailReturn, { kind: 'other' }>
  source: ReturnSource
}

/** Every step may be repeated, and the return is stored last: after a crash it is read again. */
async function takeReturn(ctx: Context, { id, mail, told, source }: Returned): Promise<ReturnOutcome> {
  if (await returnExists(ctx, id)) return 'repeated'
  const contactId = mail.touch?.contactId ?? null
  const contact = contactId === null ? null : await findContact(ctx, contactId)
  const invitation = await invitationOf(ctx, mail)
  const about = { mail, contact: contact && !contact.erased ? contact : null, invitation }
  const outcome = await actOn(ctx, about, told)
  const bounce: Partial<Bounce> = told.kind === 'bounce' ? told : {}
  await insertReturn(ctx, {
    _id: id,
    mailId: mail._id,
    contactId,
    kind: told.kind,
    severity: bounce.severity ?? null,
    status: bounce.status ?? '',
    // Servers quote the address in it; the contact is named beside it, and may be erased one day.
    diagnostic: (bounce.diagnostic ?? '').replaceAll(/\S+@\S+/g, '…@…'),
    backOn: told.kind === 'auto_reply' ? told.backOn : null,
    source,
    at: ctx.clock.now(),
  })
  ctx.metrics.mails.inc({ outcome })
  return outcome
}

interface About {
  mail: MailRow
  /** Null: it was erased, or the mail went to no contact. */
  contact: KnownContact | null
  invitation: InvitationRow | null
}

async function actOn(ctx: Context, about: About, told: Returned['told']): Promise<ReturnOutcome> {
  switch (told.kind) {
    case 'bounce':
      if (told.severity === 'hard') await endMailbox(ctx, about, told)
      return ({ hard: 'hard_bounce', soft: 'soft_bounce', refused: 'refused' } as const)[told.severity]
    case 'complaint':
      await endAsking(ctx, about)
      return 'complaint'
    case 'auto_reply':
      await noteAbsence(ctx, about, told.backOn)
      return 'auto_reply'
  }
}

/** Mail to this address comes back for good: nothing more is sent there, and whoever looks after the account hears of it. */
async function endMailbox(ctx: Context, { mail, contact, invitation }: About, bounce: Bounce): Promise<void> {
  if (invitation) await noteBounced(ctx, invitation._id, bounce.status || 'bounced')
  // The address may have been corrected since the mail left.
  if (!contact || contact.email.toLowerCase() !== mail.to) return
  await noteDeadMailbox(ctx, contact.id, { address: contact.email, source: `mail ${mail._id}` })
  await record(ctx, null, 'contact.mailbox_dead', `contact:${contact.id}`, bounce.status)
  const now = ctx.clock.now()
  const id = `${contact.id}:${hashToken(mail.to)}`
  await watchBounce(ctx, { id, contactId: contact.id })
  await openTask(ctx, {
    key: `bounce:${id}`,
    kind: 'bounce',
    accountId: contact.accountId,
    contactId: contact.id,
    ...(invitation ? { wave: { id: invitation.waveId, name: mail.touch?.subject ?? '' } } : {}),
    address: contact.email,
    dueAt: max([addDays(now, 1), invitation?.closesAt ?? addDays(now, BOUNCE_TASK_DAYS)]),
  })
}

/** Who calls our mail spam wants none of it. */
async function endAsking(ctx: Context, { contact, invitation }: About): Promise<void> {
  if (!contact) return
  await optOut(ctx, contact.id, 'everything', 'complaint')
  if (invitation) await noteInvitation(ctx, invitation._id, 'opted_out')
  await record(ctx, null, 'contact.complained', `contact:${contact.id}`)
}

async function noteAbsence(
  ctx: Context,
  { contact, invitation }: About,
  backOn: string | null,
): Promise<void> {
  if (!contact || !invitation || backOn === null) return
  const back = resolveWallTime({ date: backOn, time: '00:00', zone: contact.zone }).instant
  if (back > ctx.clock.now()) await invitationBook.storeAway(ctx, invitation._id, back)
}

async function invitationOf(ctx: Context, { invitationId }: MailRow): Promise<InvitationRow | null> {
  if (invitationId === undefined) return null
  return (await invitationBook.findInvitationsById(ctx, [invitationId]))[0] ?? null
}

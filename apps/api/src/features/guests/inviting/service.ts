import { uiLanguageFor } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { purposeOfSurvey } from '@sixfold/domain/survey/kind'
import type { TouchDecision } from '@sixfold/domain/touch-decision'
import { isPassing } from '@sixfold/domain/touch-decision'
import { addDays } from 'date-fns/addDays'
import { addMinutes } from 'date-fns/addMinutes'
import type { Context } from '../../../context.ts'
import { isUnreachable } from '../../../db/faults.ts'
import { newLink } from '../../../secrets.ts'
import type { TouchRequest } from '../../contact-policy/contact-ledger/service.ts'
import { requestTouches } from '../../contact-policy/contact-ledger/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { sendMail } from '../../house/outbox/service.ts'
import { openBlindWave } from '../../waves/blind-keys/service.ts'
import { carrierOf } from '../../waves/blind-settings/service.ts'
import type { InvitationRow, InvitingWave } from '../../waves/invitations/service.ts'
import { announceWave, invitationBook } from '../../waves/invitations/service.ts'
import { firstReminderAt } from '../../waves/reminders/service.ts'
import { admitAtPace } from '../../waves/sending-pace/service.ts'

const BATCH = 200
const AT_A_TIME = 16
/** An invitation that could not be written as a mail is tried again after this. */
const TRY_AGAIN_MINUTES = 15

/**
 * Takes the next planned invitations that are due, as many as the pace of the wave allows: each is sent, put off or
 * refused, as the contact policy says. Safe to repeat after a crash at any point. Says when there is more to do; null:
 * never.
 */
export async function inviteDue(ctx: Context, wave: InvitingWave): Promise<Date | null> {
  const found = await invitationBook.findDue(ctx, wave.id, BATCH)
  if (found.length === 0) return invitationBook.findNextDue(ctx, wave.id)
  const due = await withoutLate(ctx, wave, found)
  const { admitted, heldUntil } = await admitAtPace(
    ctx,
    wave,
    due.map(invitation => ({ ...requestOf(wave, invitation), invitation })),
  )
  await inviteAll(ctx, wave, admitted)
  if (heldUntil && admitted.length === 0) return heldUntil
  if (found.length === BATCH) return ctx.clock.now()
  return heldUntil ?? invitationBook.findNextDue(ctx, wave.id)
}

/** Refuses those whose time to leave has passed, for what kept them last. */
async function withoutLate(
  ctx: Context,
  wave: InvitingWave,
  found: readonly InvitationRow[],
): Promise<InvitationRow[]> {
  const now = ctx.clock.now()
  const late = found.filter(invitation => lastMoment(wave, invitation) <= now)
  for (const { _id, reason } of late) await invitationBook.refuse(ctx, _id, reason ?? 'window_closed')
  return late.length === 0 ? [...found] : found.filter(invitation => !late.includes(invitation))
}

function lastMoment({ closesAt }: InvitingWave, { sendUntil }: InvitationRow): Date {
  return sendUntil && sendUntil < closesAt ? sendUntil : closesAt
}

type Request = TouchRequest & { invitation: InvitationRow }

async function inviteAll(ctx: Context, wave: InvitingWave, requests: readonly Request[]): Promise<void> {
  if (requests.length === 0) return
  if (wave.kind === 'blind') await openBlindWave(ctx, wave)
  const decisions = await requestTouches(ctx, requests)
  const contacts = await findContacts(
    ctx,
    requests.map(({ contactId }) => contactId),
  )
  const organisation = await whoAsks(ctx, wave)
  const carryOutOne = async ({ touchId, invitation }: Request) => {
    const contact = contacts.get(invitation.contactId)
    const decision = decisions.get(touchId)
    if (!contact || !decision) await invitationBook.refuse(ctx, invitation._id, 'erased')
    else await carryOut(ctx, { wave, invitation, contact, organisation }, decision)
  }
  // Some at a time, so that one durable commit serves several of them.
  for (let start = 0; start < requests.length; start += AT_A_TIME)
    await Promise.all(requests.slice(start, start + AT_A_TIME).map(carryOutOne))
  announceWave(ctx, wave.id)
}

/** Who the letters say asks: of a blind survey, who carries it out. */
async function whoAsks(ctx: Context, { kind }: InvitingWave): Promise<string> {
  return kind === 'blind' ? carrierOf(ctx) : (await readOrganisation(ctx)).name
}

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
      const later = addMinutes(ctx.clock.now(), TRY_AGAIN_MINUTES)
      await invitationBook.postpone(ctx, invitation._id, 'mail_failed', later)
    })
    return
  }
  const { reason, earliest = isPassing(reason) ? addDays(ctx.clock.now(), 1) : null } = decision
  if (earliest && earliest < lastMoment(wave, invitation))
    await invitationBook.postpone(ctx, invitation._id, reason, earliest)
  else await invitationBook.refuse(ctx, invitation._id, reason)
}

/**
 * The link is stored before the mail exists, and the mail's key makes it one mail: after a crash the repetition adds a
 * link that nobody has, and the mail in the outbox stays the first one.
 */
async function send(ctx: Context, { wave, invitation, contact, organisation }: Errand): Promise<void> {
  const { token, tokenHash } = newLink()
  if (!(await invitationBook.addLink(ctx, invitation._id, tokenHash))) return
  const link = `${ctx.config.publicUrl}/r/${token}`
  const optOut = `${link}/opt-out`
  const touch = requestOf(wave, invitation)
  await sendMail(ctx, {
    kind: kindOfLetter(wave),
    ...(wave.kind === 'blind' ? { from: organisation } : {}),
    key: touch.touchId,
    to: contact.email,
    language: uiLanguageFor(contact.language),
    values: {
      organisation,
      name: contact.name,
      minutes: wave.minutes,
      link,
      optOut,
      ...(wave.event ? { title: textIn(wave.event.title, contact.language, 'en') } : {}),
    },
    unsubscribe: optOut,
    touch,
    invitationId: invitation._id,
  })
  await invitationBook.markSent(ctx, invitation._id, firstReminderAt(ctx, wave, invitation))
}

function kindOfLetter({ kind, event }: InvitingWave) {
  if (event) return 'event-follow-up'
  return kind === 'blind' ? 'blind-invitation' : 'survey-invitation'
}

function requestOf(wave: InvitingWave, { _id, contactId }: InvitationRow) {
  if (wave.event)
    return {
      touchId: `invitation:${_id}`,
      contactId,
      kind: 'follow_up' as const,
      purpose: purposeOfSurvey(wave.kind),
      subject: wave.name,
      roundtableId: wave.event.roundtableId,
    }
  return {
    touchId: `invitation:${_id}`,
    contactId,
    kind: 'invitation' as const,
    purpose: purposeOfSurvey(wave.kind),
    subject: wave.name,
    waveId: wave.id,
  }
}

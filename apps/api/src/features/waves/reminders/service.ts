import { uiLanguageFor } from '@sixfold/contract/words'
import { purposeOfSurvey } from '@sixfold/domain/survey/kind'
import type { TouchDecision } from '@sixfold/domain/touch-decision'
import { isPassing } from '@sixfold/domain/touch-decision'
import { addDays } from 'date-fns/addDays'
import { addMinutes } from 'date-fns/addMinutes'
import { max } from 'date-fns/max'
import { min } from 'date-fns/min'
import type { Context } from '../../../context.ts'
import { isUnreachable } from '../../../db/faults.ts'
import { walk } from '../../../db/walk.ts'
import { newLink } from '../../../secrets.ts'
import { submittedAmong } from '../../answering/responses/service.ts'
import { callAskedFor } from '../../calls/call-requests/service.ts'
import type { TouchRequest } from '../../contact-policy/contact-ledger/service.ts'
import { requestTouches } from '../../contact-policy/contact-ledger/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { mailStates, sendMail } from '../../house/outbox/service.ts'
import { carrierOf } from '../blind-settings/service.ts'
import type { InvitationRow, InvitingWave, ReminderCount } from '../invitations/service.ts'
import { announceWave, countReminders, invitationBook } from '../invitations/service.ts'
import { admitAtPace } from '../sending-pace/service.ts'

const BATCH = 200
const AT_A_TIME = 16
const TRY_AGAIN_MINUTES = 15

/** The parts of a wave that its reminders follow from. */
type RemindingWave = Pick<InvitingWave, 'closesAt' | 'reminders'>

/** When somebody who is invited now is reminded first; null: never. */
export function firstReminderAt(ctx: Context, wave: RemindingWave, invitation: InvitationRow): Date | null {
  return nextReminderAt(ctx, wave, { ...invitation, sentAt: ctx.clock.now() }, 0)
}

function reminderAt({ closesAt, reminders }: RemindingWave, invitedAt: Date, step: number): Date | null {
  const days = reminders.afterDays[step]
  const at = days === undefined ? null : addDays(invitedAt, days)
  return at && at < closesAt ? at : null
}

/** An invitation may end before its wave. */
function nextReminderAt(
  ctx: Context,
  { closesAt, reminders }: RemindingWave,
  invitation: InvitationRow,
  step: number,
): Date | null {
  const ends = min([closesAt, invitation.closesAt])
  return reminderAt({ closesAt: ends, reminders }, invitation.sentAt ?? ctx.clock.now(), step)
}

/**
 * Reminds those whose reminder is due and who have neither finished nor declined nor opted out nor bounced, as many as
 * the pace of the wave allows; the contact policy decides each. Safe to repeat after a crash at any point. Says when
 * there is more to do; null: never, as things stand.
 */
export async function remindDue(ctx: Context, wave: InvitingWave): Promise<Date | null> {
  const due = await invitationBook.findRemindable(ctx, wave.id, BATCH)
  if (due.length === 0) return invitationBook.findNextReminder(ctx, wave.id)
  const ready = await putOffEarly(ctx, wave, due)
  const { admitted, heldUntil } = await admitAtPace(
    ctx,
    wave,
    ready.map(row => requestOf(wave, row)),
  )
  await remindAll(ctx, wave, admitted)
  if (heldUntil && admitted.length === 0 && ready.length === due.length) return heldUntil
  if (due.length === BATCH) return ctx.clock.now()
  return heldUntil ?? invitationBook.findNextReminder(ctx, wave.id)
}

/**
 * Nobody is reminded of a letter that has not left yet, nor while the own mailbox says that its owner is away, nor of what
 * was answered a moment ago and is not noted on the invitation yet, nor after asking for a call instead.
 */
async function putOffEarly(
  ctx: Context,
  wave: InvitingWave,
  due: readonly InvitationRow[],
): Promise<InvitationRow[]> {
  const now = ctx.clock.now()
  const ids = due.map(({ _id }) => _id)
  const [states, answered, asksToTalk] = await Promise.all([
    mailStates(
      ctx,
      ids.map(id => `invitation:${id}`),
    ),
    submittedAmong(ctx, ids),
    callAskedFor(ctx, ids),
  ])
  const ready: InvitationRow[] = []
  for (const invitation of due) {
    if (answered.has(invitation._id) || asksToTalk.has(invitation._id)) {
      await invitationBook.settleReminder(ctx, invitation, { sent: false, remindAt: null })
      continue
    }
    const lies = ['waiting', 'sending', 'failed'].includes(states.get(`invitation:${invitation._id}`) ?? '')
    const away = invitation.awayUntil !== null && invitation.awayUntil > now
    const later = max([...(lies ? [addDays(now, 1)] : []), ...(away ? [invitation.awayUntil ?? now] : [])])
    if (lies || away)
      await invitationBook.putOffReminder(ctx, invitation, later < wave.closesAt ? later : null)
    else ready.push(invitation)
  }
  return ready
}

type Request = TouchRequest & { invitation: InvitationRow }

async function remindAll(ctx: Context, wave: InvitingWave, requests: readonly Request[]): Promise<void> {
  if (requests.length === 0) return
  const decisions = await requestTouches(ctx, requests)
  const contacts = await findContacts(
    ctx,
    requests.map(({ contactId }) => contactId),
  )
  const organisation = wave.kind === 'blind' ? await carrierOf(ctx) : (await readOrganisation(ctx)).name
  const remindOne = async (request: Request) => {
    const contact = contacts.get(request.contactId)
    const decision = decisions.get(request.touchId)
    if (!contact || !decision) await giveUp(ctx, request)
    else await carryOut(ctx, { wave, request, contact, organisation }, decision)
  }
  for (let start = 0; start < requests.length; start += AT_A_TIME)
    await Promise.all(requests.slice(start, start + AT_A_TIME).map(remindOne))
  announceWave(ctx, wave.id)
}

interface Errand {
  wave: InvitingWave
  request: Request
  contact: KnownContact
  organisation: string
}

async function carryOut(ctx: Context, errand: Errand, decision: TouchDecision): Promise<void> {
  const { wave, request } = errand
  if (decision.decision === 'allow') {
    await send(ctx, errand).catch(async error => {
      if (isUnreachable(error)) throw error
      ctx.log.error({ err: error, invitation: request.invitation._id }, 'a reminder could not be written')
      const later = addMinutes(ctx.clock.now(), TRY_AGAIN_MINUTES)
      await invitationBook.putOffReminder(ctx, request.invitation, later)
    })
    return
  }
  const { reason, earliest = isPassing(reason) ? addDays(ctx.clock.now(), 1) : null } = decision
  if (earliest && earliest < min([wave.closesAt, request.invitation.closesAt]))
    await invitationBook.putOffReminder(ctx, request.invitation, earliest)
  else await giveUp(ctx, request)
}

/** A lasting refusal, or one that lasts longer than the wave, holds for the reminders after this one, too. */
function giveUp(ctx: Context, { invitation }: Request): Promise<void> {
  return invitationBook.settleReminder(ctx, invitation, { sent: false, remindAt: null })
}

/** As with an invitation: the link first, then the mail under its key, then the note. */
async function send(ctx: Context, { wave, request, contact, organisation }: Errand): Promise<void> {
  const { invitation, ...touch } = request
  const { token, tokenHash } = newLink()
  if (!(await invitationBook.addReminderLink(ctx, invitation, tokenHash))) return
  const link = `${ctx.config.publicUrl}/r/${token}`
  const optOut = `${link}/opt-out`
  await sendMail(ctx, {
    kind: kindOfReminder(wave, invitation),
    ...(wave.kind === 'blind' ? { from: organisation } : {}),
    key: touch.touchId,
    to: contact.email,
    language: uiLanguageFor(contact.language),
    values: { organisation, name: contact.name, minutes: wave.minutes, link, optOut },
    unsubscribe: optOut,
    touch,
    invitationId: invitation._id,
  })
  const next = nextReminderAt(ctx, wave, invitation, invitation.remindersSettled + 1)
  await invitationBook.settleReminder(ctx, invitation, { sent: true, remindAt: next })
}

function kindOfReminder({ kind }: InvitingWave, { state }: InvitationRow) {
  if (kind === 'blind') return 'blind-reminder'
  return state === 'started' ? 'survey-reminder-begun' : 'survey-reminder'
}

function requestOf(wave: InvitingWave, invitation: InvitationRow) {
  return {
    touchId: `reminder:${invitation._id}:${invitation.remindersSettled + 1}`,
    contactId: invitation.contactId,
    kind: 'reminder' as const,
    purpose: purposeOfSurvey(wave.kind),
    subject: wave.name,
    ...(wave.event ? { roundtableId: wave.event.roundtableId } : { waveId: wave.id }),
    invitation,
  }
}

/**
 * After the plan or the end of a wave was changed: everybody who may still answer gets the next
 * reminder of the new plan.
 */
export async function replanReminders(ctx: Context, wave: RemindingWave & { id: string }): Promise<void> {
  for await (const rows of walk({ ctx, waveId: wave.id }, invitationBook.findHopeful))
    await invitationBook.putOffReminders(
      ctx,
      rows.map(row => ({ row, remindAt: nextReminderAt(ctx, wave, row, row.remindersSettled) })),
    )
}

/** One reminder of a wave's plan, as its page shows it. */
export interface ReminderStep {
  afterDays: number
  sent: number
  /** People who get it next unless they answer before, and the first instant at which one of them does. */
  coming: number
  nextAt: Date | null
}

/** How many people of these regions got each reminder of the plan, and how many are to get it. */
export async function readReminders(
  ctx: Context,
  wave: { id: string; reminders: { afterDays: readonly number[] } },
  regionIds: readonly string[],
): Promise<ReminderStep[]> {
  const counts = (await countReminders(ctx, wave.id)).filter(({ regionId }) => regionIds.includes(regionId))
  const total = (of: readonly ReminderCount[]) => of.reduce((sum, { n }) => sum + n, 0)
  return wave.reminders.afterDays.map((afterDays, step) => {
    const next = counts.filter(({ remindersSettled, nextAt }) => remindersSettled === step && nextAt)
    return {
      afterDays,
      sent: total(counts.filter(({ remindersSent }) => remindersSent > step)),
      coming: total(next),
      nextAt: next.length > 0 ? min(next.flatMap(({ nextAt }) => nextAt ?? [])) : null,
    }
  })
}

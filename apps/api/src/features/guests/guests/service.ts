import type { Guest, InviteOutlook, SentLink } from '@sixfold/contract/guests'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { CalendarPerson } from '@sixfold/domain/calendar-message/calendar-message'
import { type LocalText, textIn } from '@sixfold/domain/local-text'
import type { SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { standingOf } from '@sixfold/domain/seats/seat-ledger'
import type { Seating } from '@sixfold/domain/seats/seating'
import type { TouchDecision } from '@sixfold/domain/touch-decision'
import type { Context } from '../../../context.ts'
import { readTogether, together } from '../../../db/together.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { dayText, eventTimes } from '../../../mails/event-times.ts'
import { hashToken, newLink } from '../../../secrets.ts'
import type { TouchRequest } from '../../contact-policy/contact-ledger/service.ts'
import { previewTouches, requestTouch, requestTouches } from '../../contact-policy/contact-ledger/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContact, findContacts } from '../../customers/contacts/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { sendMail } from '../../house/outbox/service.ts'
import type { AskedByPoll } from '../../roundtables/poll-records/service.ts'
import { askedByPoll } from '../../roundtables/poll-records/service.ts'
import type { GuestAnswer, GuestRow } from './store.ts'
import {
  ensureGuest,
  findGuestsById,
  findGuestsByToken,
  storeAnswers,
  storeInvitation,
  storeLink,
} from './store.ts'

export type { GuestRow, ToldGuest } from './store.ts'
export {
  claimNotice,
  claimReply,
  countGuests,
  ensureGuest,
  eraseFromGuests,
  findGuestOf,
  findGuests,
  findGuestsById,
  findGuestsOf,
  markMailed,
  markRemoved,
} from './store.ts'

/** What a guest must know of a round table. */
export interface GuestEvent {
  id: string
  regionId: string
  title: LocalText
  description: LocalText
  venue: string
  startsAt: Date
  endsAt: Date
  /** A zone that exists: the organisation's own where the plan's is unknown. */
  zone: string
  /** The first instant at which no more acceptances are taken. */
  acceptUntil: Date
  seating: Seating
  cancelled: boolean
  uid: string
  sequence: number
  organizer: CalendarPerson
}

/** Keeps a guest's answer; what many guests answer at the same time is one write. */
const answersTogether = together<GuestAnswer>(storeAnswers)
export const storeAnswer = (ctx: Context, _id: string, answer: Omit<GuestAnswer, '_id'>): Promise<void> =>
  answersTogether(ctx, { _id, ...answer })

/** Whose link this is; null: nobody's. */
export function guestBehind(ctx: Context, token: string): Promise<GuestRow | null> {
  return guestOfHash(ctx, hashToken(token))
}

const guestOfHash = readTogether(findGuestsByToken)

/**
 * Makes guests of contacts of the event's region and asks the contact policy for each. Who may not be asked now is
 * tried again when it allows; who was refused for good is asked again only when somebody invites them again.
 */
export async function inviteGuests(
  ctx: Context,
  event: GuestEvent,
  contactIds: readonly string[],
): Promise<void> {
  const contacts = await findContacts(ctx, [...new Set(contactIds)])
  const invitable = [...contacts.values()].filter(one => !one.erased && one.regionId === event.regionId)
  if (invitable.length < new Set(contactIds).size) throw new AppError('not_found')
  const rows: GuestRow[] = []
  for (const { id: contactId, segment } of invitable)
    rows.push(await ensureGuest(ctx, { roundtableId: event.id, contactId, segment }))
  const open = rows.filter(({ state }) => state !== 'invited')
  if (open.length === 0) return
  const guestIds = open.map(({ _id }) => _id)
  // The job stands before the policy is asked: whatever it allows leaves, also when this process dies.
  await enqueueInvitations(ctx, event.id, guestIds, ctx.clock.now())
  await askPolicy(ctx, event, open, await askedByPoll(ctx, event.id))
}

/** What would come of inviting these contacts now; nothing is written. */
export async function previewInvitations(
  ctx: Context,
  event: GuestEvent,
  contactIds: readonly string[],
): Promise<InviteOutlook[]> {
  const contacts = await findContacts(ctx, [...new Set(contactIds)])
  const known = [...contacts.values()].filter(one => !one.erased && one.regionId === event.regionId)
  if (known.length < new Set(contactIds).size) throw new AppError('not_found')
  const asked = await askedByPoll(ctx, event.id)
  const touches = known.map(({ id }) =>
    invitationTouch(event, { _id: `preview:${id}`, contactId: id }, asked),
  )
  const decisions = await previewTouches(ctx, touches, contacts)
  return touches.map(({ touchId, contactId }) => {
    const decision = decisions.get(touchId)
    return {
      contactId,
      ...(decision ? outcomeOf(event, decision) : { state: 'refused', reason: null, dueAt: null }),
    }
  })
}

/** What a decision makes of an invitation: what is allowed only when acceptances are closed is not sent at all. */
function outcomeOf(event: GuestEvent, decision: TouchDecision): Omit<InviteOutlook, 'contactId'> {
  if (decision.decision === 'allow') return { state: 'invited', reason: null, dueAt: null }
  const { reason, earliest } = decision
  return earliest && earliest < event.acceptUntil
    ? { state: 'planned', reason, dueAt: earliest.toISOString() }
    : { state: 'refused', reason, dueAt: null }
}

/** Sends the invitations that the policy allows now; a repetition sends nothing twice. */
export async function sendInvitations(
  ctx: Context,
  event: GuestEvent,
  guestIds: readonly string[],
): Promise<void> {
  const rows = await findGuestsById(ctx, guestIds)
  const asked = await askedByPoll(ctx, event.id)
  const allowed = await askPolicy(ctx, event, rows, asked)
  const contacts = await findContacts(
    ctx,
    allowed.map(({ contactId }) => contactId),
  )
  for (const guest of allowed) {
    const contact = contacts.get(guest.contactId)
    if (contact) await mailInvitation(ctx, event, guest, contact, asked)
  }
}

/** A new personal link of a guest. */
export async function makeGuestLink(ctx: Context, guestId: string): Promise<string> {
  const { token, tokenHash } = newLink()
  await storeLink(ctx, guestId, tokenHash)
  return `${ctx.config.publicUrl}/e/${token}`
}

/** Of a letter that a guest of an event expects: no gap to other touches is kept, hours and wishes are. */
export function guestTouch(event: GuestEvent, { contactId }: GuestRow, touchId: string): TouchRequest {
  return {
    touchId,
    contactId,
    kind: 'follow_up',
    requested: true,
    purpose: 'roundtable',
    subject: textIn(event.title, 'en', 'vi'),
    roundtableId: event.id,
  }
}

const MINUTE_MS = 60_000

/**
 * Writes the personal link once more to a guest who asked for it. Nothing waits until it is allowed: who asked is told.
 * Clicks of the same minute are one letter.
 */
export async function mailLinkAgain(ctx: Context, event: GuestEvent, guest: GuestRow): Promise<SentLink> {
  const contact = await findContact(ctx, guest.contactId)
  if (!contact || contact.erased) throw new AppError('not_found')
  const minute = Math.floor(ctx.clock.now().getTime() / MINUTE_MS)
  const touch = guestTouch(event, guest, `roundtable-link:${guest._id}:${minute}`)
  const decision = await requestTouch(ctx, touch)
  if (decision.decision === 'refuse')
    return { sent: false, reason: decision.reason, from: decision.earliest?.toISOString() ?? null }
  await sendMail(ctx, {
    kind: 'roundtable-link',
    key: touch.touchId,
    to: contact.email,
    language: uiLanguageFor(contact.language),
    values: { ...eventValues(event, contact), link: await makeGuestLink(ctx, guest._id) },
    touch,
  })
  return { sent: true, reason: null, from: null }
}

/** What the mails about an event say in a contact's language. */
export function eventValues(event: GuestEvent, { name, language }: Pick<KnownContact, 'name' | 'language'>) {
  return {
    ...eventTimes(event, uiLanguageFor(language)),
    name,
    title: textIn(event.title, language, 'en'),
    venue: event.venue,
  }
}

/** Guests as staff see them: what the seat ledger says goes before what was noted with the invitation. */
export function toGuests(
  rows: readonly GuestRow[],
  ledger: SeatLedger,
  contacts: ReadonlyMap<string, KnownContact>,
  now: Date,
): Guest[] {
  return rows.map(row => {
    const contact = contacts.get(row.contactId)
    const standing = standingOf(ledger, row._id, now)
    return {
      id: row._id,
      contactId: row.contactId,
      name: contact && !contact.erased ? contact.name : '',
      accountName: contact?.accountName ?? '',
      state: stateOf(row, standing.state),
      waitlistPosition: standing.state === 'waiting' ? standing.position : null,
      heldUntil: standing.state === 'offered' ? standing.expiresAt.toISOString() : null,
      reason: row.reason,
      dueAt: row.dueAt?.toISOString() ?? null,
      answeredAt: row.answeredAt?.toISOString() ?? null,
    }
  })
}

function stateOf(row: GuestRow, standing: ReturnType<typeof standingOf>['state']): Guest['state'] {
  if (standing === 'confirmed') return 'accepted'
  if (standing === 'offered') return 'offered'
  if (standing === 'waiting') return 'waitlisted'
  return row.state === 'invited' && row.answer === 'decline' ? 'declined' : row.state
}

/** Asks the policy for all and notes what it says; returns those who may be invited now. */
async function askPolicy(
  ctx: Context,
  event: GuestEvent,
  rows: readonly GuestRow[],
  asked: ReadonlyMap<string, AskedByPoll>,
): Promise<GuestRow[]> {
  if (event.cancelled || ctx.clock.now() >= event.acceptUntil) {
    const reason = event.cancelled ? 'event_cancelled' : 'too_late'
    for (const { _id } of rows) await storeInvitation(ctx, _id, { state: 'refused', reason, dueAt: null })
    return []
  }
  const decisions = await requestTouches(
    ctx,
    rows.map(row => invitationTouch(event, row, asked)),
  )
  const allowed: GuestRow[] = []
  for (const row of rows) {
    const decision = decisions.get(invitationTouch(event, row, asked).touchId)
    if (decision?.decision === 'allow') allowed.push(row)
    if (decision) await noteDecision(ctx, event, row, decision)
  }
  return allowed
}

async function noteDecision(
  ctx: Context,
  event: GuestEvent,
  { _id }: GuestRow,
  decision: TouchDecision,
): Promise<void> {
  const { state, reason, dueAt: due } = outcomeOf(event, decision)
  const dueAt = due === null ? null : new Date(due)
  if (dueAt) await enqueueInvitations(ctx, event.id, [_id], dueAt)
  await storeInvitation(ctx, _id, { state, reason, dueAt })
}

function enqueueInvitations(ctx: Context, roundtableId: string, guestIds: readonly string[], runAt: Date) {
  const key = `guests-invite:${guestIds.join('+')}`
  return enqueue(ctx, {
    kind: 'guests.invite',
    key: `${hashToken(key)}:${runAt.getTime()}`,
    payload: { roundtableId, guestIds },
    runAt,
  })
}

/** To whom the event's date poll wrote first, the invitation follows that up; it answers the vote of who gave one. */
function invitationTouch(
  event: GuestEvent,
  { _id, contactId }: Pick<GuestRow, '_id' | 'contactId'>,
  asked: ReadonlyMap<string, AskedByPoll>,
): TouchRequest {
  return {
    touchId: `roundtable-guest:${_id}`,
    contactId,
    kind: asked.has(contactId) ? 'follow_up' : 'roundtable_invitation',
    ...(asked.get(contactId) === 'answers_vote' ? { requested: true } : {}),
    purpose: 'roundtable',
    subject: textIn(event.title, 'en', 'vi'),
    roundtableId: event.id,
  }
}

async function mailInvitation(
  ctx: Context,
  event: GuestEvent,
  guest: GuestRow,
  contact: KnownContact,
  asked: ReadonlyMap<string, AskedByPoll>,
): Promise<void> {
  const language = uiLanguageFor(contact.language)
  const { name: organisation } = await readOrganisation(ctx)
  const lastDay = new Date(event.acceptUntil.getTime() - 1)
  await sendMail(ctx, {
    kind: asked.get(contact.id) === 'answers_vote' ? 'roundtable-date-fixed' : 'roundtable-invitation',
    key: `roundtable-invitation:${guest._id}`,
    to: contact.email,
    language,
    values: {
      ...eventValues(event, contact),
      organisation,
      answerBy: dayText(lastDay, event.zone, language),
      link: await makeGuestLink(ctx, guest._id),
    },
    touch: invitationTouch(event, guest, asked),
  })
}

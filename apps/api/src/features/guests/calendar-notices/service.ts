import { uiLanguageFor } from '@sixfold/contract/words'
import { writeCalendarMessage } from '@sixfold/domain/calendar-message/calendar-message'
import type { NoticeReason } from '@sixfold/domain/calendar-message/next-notice'
import { nextCalendarNotice } from '@sixfold/domain/calendar-message/next-notice'
import { textIn } from '@sixfold/domain/local-text'
import type { SeatLedger, Side } from '@sixfold/domain/seats/seat-ledger'
import { standingOf } from '@sixfold/domain/seats/seat-ledger'
import type { Context } from '../../../context.ts'
import { placeMark, placeText } from '../../../mails/event-place.ts'
import type { MailKind } from '../../../mails/words.ts'
import { requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { sendMail } from '../../house/outbox/service.ts'
import { endReminders } from '../event-reminders/service.ts'
import type { GuestEvent, GuestRow, ToldGuest } from '../guests/service.ts'
import { claimNotice, eventValues, makeGuestLink, markMailed } from '../guests/service.ts'

/**
 * Brings the calendars of guests in line with the seat ledger and the event: each gets the message that is owed, if
 * any. It compares states instead of following events, so it may run twice, late, or after a crash.
 */
export async function tellGuests(
  ctx: Context,
  event: GuestEvent,
  ledger: SeatLedger,
  guests: readonly GuestRow[],
): Promise<void> {
  const now = ctx.clock.now()
  for (const guest of guests) {
    const standing = standingOf(ledger, guest._id, now)
    await tellGuest(ctx, event, guest, standing.state === 'confirmed' ? standing.side : null)
  }
}

/** `seat`: the side on which the guest has one; null: none. */
async function tellGuest(ctx: Context, event: GuestEvent, guest: GuestRow, seat: Side | null): Promise<void> {
  const told = guest.told
  if (told && !told.mailed) await mailNotice(ctx, event, guest, told)
  const { cancelled, sequence: eventSequence } = event
  // Who loses a seat is told so about the place that was told before.
  const side = seat ?? told?.side ?? 'room'
  const place = placeMark(event, side)
  const next = nextCalendarNotice({
    seated: seat !== null,
    cancelled,
    eventSequence,
    elsewhere: place !== (told?.place ?? ''),
    told,
    now: ctx.clock.now(),
  })
  if (!next) return
  const fresh: ToldGuest = {
    ...next.notice,
    reason: next.reason,
    promoted: guest.waited,
    removed: guest.removed ?? false,
    mailed: false,
    place,
    side,
  }
  if (await claimNotice(ctx, guest._id, told?.number ?? 0, fresh)) await mailNotice(ctx, event, guest, fresh)
}

/** The message of one number to one guest: the same key each time, and in the guest's own lane. */
async function mailNotice(ctx: Context, event: GuestEvent, guest: GuestRow, told: ToldGuest): Promise<void> {
  const contact = await findContact(ctx, guest.contactId)
  const { number } = told
  // What would still remind of the event as it was must not leave any more.
  if (number > 1) await endReminders(ctx, guest._id, event.sequence - (told.method === 'REQUEST' ? 1 : 0))
  const decision = await requestTouch(ctx, {
    touchId: `roundtable-notice:${guest._id}:${number}`,
    contactId: guest.contactId,
    kind: 'service',
    purpose: 'roundtable',
    subject: textIn(event.title, 'en', 'vi'),
    roundtableId: event.id,
  })
  if (contact && decision.decision === 'allow')
    await sendMail(ctx, {
      kind: mailKind(told),
      key: `roundtable-notice:${guest._id}:${number}`,
      to: contact.email,
      language: uiLanguageFor(contact.language),
      values: {
        ...eventValues(event, contact),
        venue: placeText(event, told.side ?? 'room', contact.language),
        link: await makeGuestLink(ctx, guest._id),
      },
      calendar: { method: told.method, content: noticeText(event, contact, told) },
      lane: { name: `roundtable-guest:${guest._id}`, number },
    })
  await markMailed(ctx, guest._id, number)
}

function noticeText(
  event: GuestEvent,
  { name, email, language }: { name: string; email: string; language: string },
  { method, sequence, stamp, side }: ToldGuest,
): string {
  return writeCalendarMessage({
    ...calendarFacts(event, language, side),
    method,
    sequence,
    stamp,
    attendee: { name, email },
  })
}

/** The event as a file to download: it names nobody and cannot be answered. */
export function calendarFile(ctx: Context, event: GuestEvent, guest: GuestRow, language: string): string {
  return writeCalendarMessage({
    ...calendarFacts(event, language, guest.told?.side),
    method: 'PUBLISH',
    sequence: Math.max(event.sequence, guest.told?.sequence ?? 0),
    stamp: ctx.clock.now(),
    attendee: null,
  })
}

/** The same for a calendar to subscribe to. */
export function eventFacts(event: GuestEvent, language: string, side?: Side) {
  const { zone: _, ...facts } = calendarFacts(event, language, side)
  return { ...facts, sequence: event.sequence }
}

function calendarFacts(event: GuestEvent, language: string, side: Side = 'room') {
  const { uid, startsAt, endsAt, zone, organizer } = event
  return {
    uid,
    startsAt,
    endsAt,
    zone,
    venue: placeText(event, side, language),
    organizer,
    title: textIn(event.title, language, 'en'),
    description: textIn(event.description, language, 'en'),
  }
}

const mailKinds: Record<NoticeReason, MailKind> = {
  place: 'roundtable-place',
  change: 'roundtable-change',
  cancelled: 'roundtable-cancelled',
  withdrawn: 'roundtable-withdrawn',
  restored: 'roundtable-restored',
}

function mailKind({ reason, promoted, removed }: ToldGuest): MailKind {
  if (reason === 'place' && promoted) return 'roundtable-promoted'
  return reason === 'withdrawn' && removed ? 'roundtable-removed' : mailKinds[reason]
}

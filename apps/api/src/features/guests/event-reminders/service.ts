import { uiLanguageFor } from '@sixfold/contract/words'
import type { ReminderRule } from '@sixfold/domain/roundtables/event-reminders'
import { dueReminders, isReminderTimely, reminderRules } from '@sixfold/domain/roundtables/event-reminders'
import type { SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { standingOf } from '@sixfold/domain/seats/seat-ledger'
import type { Context } from '../../../context.ts'
import { enqueue, RunLater } from '../../../jobs/worker.ts'
import { placeText } from '../../../mails/event-place.ts'
import { requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { sendMail, withholdMails } from '../../house/outbox/service.ts'
import type { GuestEvent, GuestRow } from '../guests/service.ts'
import { eventValues, findGuests, guestTouch, makeGuestLink } from '../guests/service.ts'

/** Which reminder, of the event as it was at this SEQUENCE: a move makes new ones and ends the old. */
export interface ReminderOf {
  rule: ReminderRule
  sequence: number
}

/** Orders the reminders that an event still has to come; they are ordered once. */
export async function orderReminders(ctx: Context, event: GuestEvent): Promise<void> {
  if (event.cancelled) return
  for (const { rule, at } of dueReminders(await timesOf(ctx, event)))
    await enqueue(ctx, {
      kind: 'event.remind',
      key: `event-remind:${event.id}:${rule}:${event.sequence}`,
      payload: { roundtableId: event.id, rule, sequence: event.sequence },
      runAt: at,
    })
}

/** Orders a reminder for each guest who has a seat; one job each, because each has hours of the own. */
export async function remindGuests(
  ctx: Context,
  event: GuestEvent,
  ledger: SeatLedger,
  { rule, sequence }: ReminderOf,
): Promise<void> {
  const now = ctx.clock.now()
  if (event.cancelled || event.sequence !== sequence || now >= event.startsAt) return
  for (const { _id } of await findGuests(ctx, event.id)) {
    if (standingOf(ledger, _id, now).state !== 'confirmed') continue
    await enqueue(ctx, {
      kind: 'event.remind-guest',
      key: keyOf(_id, { rule, sequence }),
      payload: { roundtableId: event.id, guestId: _id, rule, sequence },
    })
  }
}

/**
 * Reminds one guest, if the guest still has the seat and the event is as it was. What the contact policy puts off comes
 * later, unless the event begins first.
 */
export async function remindGuest(
  ctx: Context,
  event: GuestEvent,
  { guest, ledger, rule, sequence }: ReminderOf & { guest: GuestRow; ledger: SeatLedger },
): Promise<void> {
  const seated = standingOf(ledger, guest._id, ctx.clock.now()).state === 'confirmed'
  if (!seated || event.cancelled || event.sequence !== sequence || guest.told?.method !== 'REQUEST') return
  if (!isReminderTimely(rule, { ...(await timesOf(ctx, event)), toldAt: guest.told.stamp })) return
  const contact = await findContact(ctx, guest.contactId)
  if (!contact) return
  const touch = guestTouch(event, guest, keyOf(guest._id, { rule, sequence }))
  const decision = await requestTouch(ctx, touch)
  if (decision.decision === 'refuse') {
    if (decision.earliest && decision.earliest < event.startsAt) throw new RunLater(decision.earliest)
    return
  }
  await sendMail(ctx, {
    kind: 'roundtable-reminder',
    key: touch.touchId,
    to: contact.email,
    language: uiLanguageFor(contact.language),
    values: {
      ...eventValues(event, contact),
      venue: placeText(event, guest.told.side ?? 'room', contact.language),
      link: await makeGuestLink(ctx, guest._id),
    },
    touch,
  })
}

/** Holds back what still waits to remind a guest of an event that is no longer so. */
export function endReminders(ctx: Context, guestId: string, untilSequence: number): Promise<void> {
  const sequences = Array.from({ length: untilSequence + 1 }, (_, sequence) => sequence)
  const keys = sequences.flatMap(sequence => reminderRules.map(rule => keyOf(guestId, { rule, sequence })))
  return withholdMails(ctx, keys, 'event_changed')
}

const keyOf = (guestId: string, { rule, sequence }: ReminderOf) =>
  `event-reminder:${guestId}:${rule}:${sequence}`

async function timesOf(ctx: Context, { regionId, startsAt, zone }: GuestEvent) {
  const calendarOf = await readCalendars(ctx)
  return { startsAt, zone, calendar: await calendarOf(regionId), now: ctx.clock.now() }
}

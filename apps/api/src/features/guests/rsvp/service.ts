import type { ErrorCode } from '@sixfold/contract/errors'
import type { GuestView } from '@sixfold/contract/guests'
import { textIn } from '@sixfold/domain/local-text'
import type { AcceptRefusal } from '@sixfold/domain/seats/seat-answers'
import type { SeatLedger, Side } from '@sixfold/domain/seats/seat-ledger'
import { freeSeats, standingOf } from '@sixfold/domain/seats/seat-ledger'
import { acceptOn, release, seatsOf } from '@sixfold/domain/seats/seat-sides'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { addDays } from 'date-fns/addDays'
import type { Context } from '../../../context.ts'
import { readTogether } from '../../../db/together.ts'
import { AppError } from '../../../errors.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { announceEvent, findGuestEvent } from '../../roundtables/event-records/service.ts'
import { calendarFile } from '../calendar-notices/service.ts'
import type { GuestEvent, GuestRow } from '../guests/service.ts'
import { guestBehind, storeAnswer } from '../guests/service.ts'
import { changeSeats, readSeats } from '../seats/service.ts'

/** A link still shows what it was about for this long after the event. */
const LINK_DAYS_AFTER = 30

/** The invitation behind a link, in the contact's language unless another is asked for. Reading it changes nothing. */
export async function readInvitation(
  ctx: Context,
  token: string,
  language?: string | undefined,
): Promise<GuestView> {
  const found = await openLink(ctx, token)
  return view(ctx, found, await readSeats(ctx, found.event.id), language)
}

/**
 * Accepts or declines; the last answer stands. Declining works as long as the event has not started, also when it is
 * full or answers are late; accepting without a free seat joins the waiting list.
 */
export async function answerInvitation(
  ctx: Context,
  { token, answer, ...wish }: { token: string; answer: 'accept' | 'decline' } & SeatWish,
): Promise<GuestView> {
  const found = await openLink(ctx, token)
  const ledger = await answerFor(ctx, found, answer, wish)
  return view(ctx, { ...found, guest: { ...found.guest, answer } }, ledger)
}

/** The same for a form that leads back to the page, which then says how things stand. */
export async function answerByForm(
  ctx: Context,
  { token, answer, ...wish }: { token: string; answer: 'accept' | 'decline' } & SeatWish,
): Promise<void> {
  await answerFor(ctx, await openLink(ctx, token), answer, wish)
}

/** Left out: as the guest stands already, else one seat in the room. */
export interface SeatWish {
  side?: Side | undefined
  seats?: number | undefined
}

const refusals = {
  event_started: 'event_started',
  event_closed: 'event_closed',
  party_too_large: 'quota_full',
  full: 'quota_full',
} as const satisfies Record<AcceptRefusal, ErrorCode>

/**
 * The same for a guest who answered in another way, such as out of the own calendar; late: also after the last day to
 * answer. Answers the seats as they are now.
 */
export async function answerFor(
  ctx: Context,
  { guest, event }: Pick<OpenLink, 'guest' | 'event'>,
  answer: 'accept' | 'decline',
  { answeredAt, late = false, ...wish }: SeatWish & { answeredAt?: Date; late?: boolean } = {},
): Promise<SeatLedger> {
  const now = ctx.clock.now()
  const { seating } = event
  if (now >= event.startsAt) throw new AppError('event_started')
  if (event.cancelled) throw new AppError('event_closed')
  const decide = (ledger: SeatLedger) => {
    if (answer === 'decline') return release(ledger, guest._id, { now })
    const standing = standingOf(ledger, guest._id, now)
    const held = standing.state === 'none' ? { side: 'room' as const, seats: 1 } : standing
    const party = {
      invitation: guest._id,
      seats: Math.min(wish.seats ?? held.seats, Math.max(held.seats, seating.largestParty)),
      segment: guest.segment,
    }
    return acceptOn(ledger, party, wish.side ?? held.side, {
      now,
      startsAt: event.startsAt,
      ...(late ? {} : { answerBy: event.acceptUntil }),
      largeParties: seating.largeParties,
    })
  }
  const mover = { by: 'customer' as const, guestId: guest._id }
  const outcome = await changeSeats<AcceptRefusal>(ctx, event, decide, mover)
  if (!outcome.ok) throw new AppError(refusals[outcome.reason])
  const { ledger } = outcome
  await storeAnswer(ctx, guest._id, {
    answer,
    answerRevision: ledger.revision,
    answeredAt: answeredAt ?? now,
    waited: standingOf(ledger, guest._id, now).state === 'waiting',
  })
  if (!outcome.changed) announceEvent(ctx, event.id)
  return ledger
}

/** The event as a calendar file, for those who have a seat. */
export async function readCalendarFile(
  ctx: Context,
  token: string,
  language?: string | undefined,
): Promise<string> {
  const { guest, event, contact } = await openLink(ctx, token)
  const { state } = standingOf(await readSeats(ctx, event.id), guest._id, ctx.clock.now())
  if (event.cancelled || state !== 'confirmed') throw new AppError('link_unknown')
  return calendarFile(ctx, event, guest, language ?? contact.language)
}

/** Whose invitation a link opens. */
export async function guestOfLink(ctx: Context, token: string): Promise<GuestRow> {
  return (await openLink(ctx, token)).guest
}

interface OpenLink {
  guest: GuestRow
  event: GuestEvent
  contact: KnownContact
}

// When an invitation goes out, hundreds open and answer it in the same minutes.
const contactBehind = readTogether(findContacts)
const eventBehind = readTogether(async (ctx, ids) => {
  const events = await Promise.all(ids.map(id => findGuestEvent(ctx, id)))
  return new Map(events.flatMap(event => (event ? [[event.id, event] as const] : [])))
})

/** Whoever was erased has no links any more. */
export async function openLink(ctx: Context, token: string): Promise<OpenLink> {
  const guest = await guestBehind(ctx, token)
  const event = guest && (await eventBehind(ctx, guest.roundtableId))
  const contact = guest && (await contactBehind(ctx, guest.contactId))
  if (!guest || !event || !contact || contact.erased) throw new AppError('link_unknown')
  if (ctx.clock.now() >= addDays(event.endsAt, LINK_DAYS_AFTER)) throw new AppError('link_expired')
  return { guest, event, contact }
}

async function view(
  ctx: Context,
  { guest, event, contact }: OpenLink,
  ledger: SeatLedger,
  language: string = contact.language,
): Promise<GuestView> {
  const now = ctx.clock.now()
  const { name: organisation } = await readOrganisation(ctx)
  const standing = standingOf(ledger, guest._id, now)
  const seats = seatsOf(ledger, 'remote')
  const isFull = (of: typeof seats) => freeSeats(of, now, guest.segment) === 0 || of.waitlist.length > 0
  const late = now >= event.acceptUntil
  const side = standing.state === 'none' ? null : standing.side
  const has = standing.state === 'confirmed' && !event.cancelled
  const { remote, largestParty } = event.seating
  return {
    state: event.cancelled ? 'cancelled' : now >= event.startsAt ? 'started' : 'open',
    answer: answerOf(guest, standing.state),
    waitlistPosition: standing.state === 'waiting' ? standing.position : null,
    organisation,
    contactName: contact.name,
    language,
    title: textIn(event.title, language, 'en'),
    description: textIn(event.description, language, 'en'),
    venue: event.venue,
    zone: event.zone,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    answerBy: wallTimeIn(new Date(event.acceptUntil.getTime() - 1), event.zone).date,
    side,
    seats: standing.state === 'none' ? 1 : standing.seats,
    largestParty,
    heldUntil: standing.state === 'offered' ? standing.expiresAt.toISOString() : null,
    lapsed: standing.state === 'none' && guest.answer === 'accept',
    full: isFull(ledger),
    closed: late || ledger.capacity === 0,
    remote:
      remote || (ledger.remote && side === 'remote')
        ? {
            full: isFull(seats),
            closed: late || seats.capacity === 0,
            joining: has && side === 'remote' ? textIn(remote?.joining, language, 'en') : null,
          }
        : null,
    checkInAt: has && side === 'room' ? checkInAddress(ctx, event, guest) : null,
  }
}

function answerOf(guest: GuestRow, standing: ReturnType<typeof standingOf>['state']): GuestView['answer'] {
  if (standing === 'confirmed') return 'accepted'
  if (standing === 'offered') return 'offered'
  if (standing === 'waiting') return 'waitlisted'
  return guest.answer === 'decline' ? 'declined' : 'none'
}

/** Opens staff's page at the door with this guest chosen: it asks for a sign-in, and changes nothing by itself. */
const checkInAddress = (ctx: Context, event: GuestEvent, guest: GuestRow) =>
  `${ctx.config.publicUrl}/scheduler/events/${event.id}/check-in?guest=${guest._id}`

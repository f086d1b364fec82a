import type { SeatGuest, SeatsView, SideCounts } from '@sixfold/contract/seats'
import type { StaffMember } from '@sixfold/contract/staff'
import { typedNamesEnd } from '@sixfold/domain/roundtables/typed-names'
import { attendance } from '@sixfold/domain/seats/seat-arrivals'
import type { SeatDecision, SeatLedger, Side, SideSeats } from '@sixfold/domain/seats/seat-ledger'
import { freeSeats, heldSeats, overBy, SIDES, standingOf } from '@sixfold/domain/seats/seat-ledger'
import { moveInWaitlist } from '@sixfold/domain/seats/seat-promotion'
import {
  acceptOn,
  arriveOn,
  onSide,
  release,
  seatsOf,
  sideOf,
  undoArrival,
} from '@sixfold/domain/seats/seat-sides'
import { subHours } from 'date-fns/subHours'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { findContact, findContacts } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import { openEvent } from '../../roundtables/event-records/service.ts'
import type { GuestEvent, GuestRow } from '../guests/service.ts'
import { ensureGuest, findGuests, markRemoved, storeAnswer } from '../guests/service.ts'
import { answerFor } from '../rsvp/service.ts'
import { changeSeats, readSeats } from '../seats/service.ts'
import { tableNames } from '../table-plans/service.ts'
import type { WalkInRow } from './store.ts'
import { clearWalkInsBefore, dropWalkIn, findWalkIns, keepWalkIn } from './store.ts'

export { eraseFromWalkIns } from './store.ts'

/** People are let in from so many hours before the start. */
const DOORS_OPEN_HOURS = 12

/** Who has a seat, waits or came; reading names leaves an audit entry. */
export async function readSeatList(ctx: Context, actor: StaffMember, { id }: { id: string }) {
  const event = await openEvent(ctx, actor, id, 'roundtable.read')
  await record(ctx, actor, 'seats.read', `roundtable:${id}`)
  return viewOf(ctx, event)
}

interface OfGuest {
  id: string
  guestId: string
}

/** Moves somebody on the own waiting list; the reason goes to the audit log. */
export function moveGuest(
  ctx: Context,
  actor: StaffMember,
  { id, guestId, position, reason }: OfGuest & { position: number; reason: string },
): Promise<SeatsView> {
  return staffMove(ctx, actor, { id, guestId }, reason, (ledger, now) =>
    onSide(ledger, sideOf(ledger, guestId) ?? 'room', seats =>
      moveInWaitlist(seats, { invitation: guestId, position, reason }, { now }),
    ),
  )
}

/** Moves somebody between the room and remote: only to a seat, or from one waiting list to the other. */
export function changeGuestSide(
  ctx: Context,
  actor: StaffMember,
  { id, guestId, side, reason }: OfGuest & { side: Side; reason: string },
): Promise<SeatsView> {
  return staffMove(ctx, actor, { id, guestId }, reason, (ledger, now, event) => {
    const standing = standingOf(ledger, guestId, now)
    if (standing.state === 'none') return { ok: false, reason: 'not_waiting' }
    const party = { invitation: guestId, seats: standing.seats, segment: segmentIn(ledger, guestId) }
    const { startsAt, seating } = event
    return acceptOn(ledger, party, side, { now, startsAt, largeParties: seating.largeParties })
  })
}

/** Takes a seat or a place on the waiting list back. Who was taken off is not asked again as if nothing had been said. */
export async function releaseGuest(
  ctx: Context,
  actor: StaffMember,
  { id, guestId, reason }: OfGuest & { reason: string },
): Promise<SeatsView> {
  const { event, guest } = await guestAt(ctx, actor, { id, guestId })
  // The mark stands before the seat is gone: the message about it says who let it go.
  if (guest) await markRemoved(ctx, guest._id)
  const now = ctx.clock.now()
  const outcome = await changeSeats(ctx, event, ledger => release(ledger, guestId, { now }), {
    by: actor,
    guestId,
    reason,
  })
  if (outcome.ok && outcome.changed && guest)
    await storeAnswer(ctx, guest._id, {
      answer: 'decline',
      answerRevision: outcome.ledger.revision,
      answeredAt: guest.answeredAt ?? now,
      waited: false,
      removed: true,
    })
  return viewOf(ctx, event)
}

/** Notes what a guest answered to a colleague: it counts as given by the guest, and after the last day, too. */
export async function answerForGuest(
  ctx: Context,
  actor: StaffMember,
  { id, guestId, answer }: OfGuest & { answer: 'accept' | 'decline' },
): Promise<SeatsView> {
  const { event, guest } = await guestAt(ctx, actor, { id, guestId })
  if (guest?.state !== 'invited') throw new AppError('wrong_state')
  await answerFor(ctx, { event, guest }, answer, { late: true })
  await record(ctx, actor, 'seats.answered', `contact:${guest.contactId}`, answer)
  return viewOf(ctx, event)
}

/** Somebody is at the door. The same again changes nothing, so that a bad line may repeat it. */
export function checkInGuest(
  ctx: Context,
  actor: StaffMember,
  { id, guestId, side, seats, admit }: OfGuest & { side: Side; seats: number; admit: boolean },
): Promise<SeatsView> {
  return staffMove(ctx, actor, { id, guestId }, '', (ledger, now, event, guest) => {
    const party = {
      invitation: guestId,
      seats,
      segment: segmentIn(ledger, guestId) || (guest?.segment ?? ''),
    }
    return arriveOn(ledger, party, side, { now, doorsOpenAt: doorsOpenAt(event), admit })
  })
}

export function undoGuestCheckIn(
  ctx: Context,
  actor: StaffMember,
  { id, guestId }: OfGuest,
): Promise<SeatsView> {
  return staffMove(ctx, actor, { id, guestId }, '', (ledger, now) => undoArrival(ledger, guestId, { now }))
}

/**
 * Somebody whom nobody expected, let in if a seat is free or somebody admits them. Who is in the customer record becomes
 * a guest, and is asked afterwards as the others are; anybody else is kept by name.
 */
export async function checkInWalkIn(
  ctx: Context,
  actor: StaffMember,
  { id, admit, ...who }: { id: string; admit: boolean } & WalkIn,
): Promise<SeatsView> {
  const event = await openEvent(ctx, actor, id, 'roundtable.plan')
  if (event.cancelled) throw new AppError('wrong_state')
  const { guestId, segment } = await enter(ctx, event, who)
  const party = { invitation: guestId, seats: 1, segment }
  const doors = doorsOpenAt(event)
  const now = ctx.clock.now()
  const outcome = await changeSeats(
    ctx,
    event,
    ledger => arriveOn(ledger, party, 'room', { now, doorsOpenAt: doors, admit }),
    { by: actor, guestId },
  )
  if (!outcome.ok) {
    if (who.contactId === undefined) await dropWalkIn(ctx, guestId)
    throw refusal(outcome.reason)
  }
  return viewOf(ctx, event)
}

/** Names that were typed at the door go once their time is up (law 7). */
export function endWalkInNames(ctx: Context): Promise<void> {
  return clearWalkInsBefore(ctx, typedNamesEnd(ctx.clock.now()))
}

interface WalkIn {
  key: string
  contactId?: string | undefined
  name: string
  accountName: string
}

/** The name stands before the seat does: a seat without one could not be told apart. */
async function enter(
  ctx: Context,
  { id: roundtableId, regionId }: GuestEvent,
  { key, contactId, name, accountName }: WalkIn,
): Promise<{ guestId: string; segment: string }> {
  if (contactId === undefined) {
    const guestId = `walk-in:${key}`
    if (!(await keepWalkIn(ctx, { _id: guestId, roundtableId, name, accountName })))
      throw new AppError('not_found')
    return { guestId, segment: '' }
  }
  const contact = await findContact(ctx, contactId)
  if (!contact || contact.erased || contact.regionId !== regionId) throw new AppError('not_found')
  const guest = await ensureGuest(ctx, { roundtableId, contactId: contact.id, segment: contact.segment })
  return { guestId: guest._id, segment: guest.segment }
}

const doorsOpenAt = ({ startsAt }: GuestEvent) => subHours(startsAt, DOORS_OPEN_HOURS)

type Refusal = string

/** One change of the seats by a colleague. */
async function staffMove(
  ctx: Context,
  actor: StaffMember,
  { id, guestId }: OfGuest,
  reason: string,
  decide: (
    ledger: SeatLedger,
    now: Date,
    event: GuestEvent,
    guest: GuestRow | undefined,
  ) => SeatDecision<Refusal>,
): Promise<SeatsView> {
  const { event, guest } = await guestAt(ctx, actor, { id, guestId })
  const outcome = await changeSeats(ctx, event, ledger => decide(ledger, ctx.clock.now(), event, guest), {
    by: actor,
    guestId,
    reason,
  })
  if (!outcome.ok) throw refusal(outcome.reason)
  return viewOf(ctx, event)
}

/** A guest of this very event, which is not cancelled; no row: somebody who walked in. */
async function guestAt(ctx: Context, actor: StaffMember, { id, guestId }: OfGuest) {
  const event = await openEvent(ctx, actor, id, 'roundtable.plan')
  const [guests, walkIns] = await Promise.all([findGuests(ctx, id), findWalkIns(ctx, id)])
  const guest = guests.find(({ _id }) => _id === guestId)
  if (!guest && !walkIns.some(({ _id }) => _id === guestId)) throw new AppError('not_found')
  if (event.cancelled) throw new AppError('wrong_state')
  return { event, guest }
}

const refusal = (reason: Refusal) => new AppError(reason === 'full' ? 'quota_full' : 'wrong_state')

function segmentIn(ledger: SeatLedger, guestId: string): string {
  const all = SIDES.flatMap(side => [...seatsOf(ledger, side).claims, ...seatsOf(ledger, side).waitlist])
  return all.find(({ invitation }) => invitation === guestId)?.segment ?? ''
}

async function viewOf(ctx: Context, event: GuestEvent): Promise<SeatsView> {
  const [ledger, rows, walkIns, tables] = await Promise.all([
    readSeats(ctx, event.id),
    findGuests(ctx, event.id),
    findWalkIns(ctx, event.id),
    tableNames(ctx, event.id),
  ])
  const contacts = await findContacts(
    ctx,
    rows.map(({ contactId }) => contactId),
  )
  const now = ctx.clock.now()
  const named = rows
    .filter(({ _id, state }) => state === 'invited' || sideOf(ledger, _id) !== null)
    .map(row => {
      const contact = contacts.get(row.contactId)
      const name = contact && !contact.erased ? contact.name : ''
      const walkIn = row.state !== 'invited' && row.answer === 'none'
      return guestView(
        { ledger, tables, now },
        { ...row, name, accountName: contact?.accountName ?? '', walkIn },
      )
    })
  const came = walkIns
    .filter(({ _id }) => sideOf(ledger, _id) !== null)
    .map(row => guestView({ ledger, tables, now }, walkInOf(row)))
  return {
    room: countsOf(ledger, now),
    remote: ledger.remote ? countsOf(ledger.remote, now) : null,
    guests: [...named, ...came],
    doorsOpenAt: doorsOpenAt(event).toISOString(),
    largestParty: event.seating.largestParty,
    revision: ledger.revision,
  }
}

const walkInOf = (row: WalkInRow) => ({ ...row, segment: '', answer: 'none' as const, walkIn: true })

interface Seating {
  ledger: SeatLedger
  /** Names, by id. */
  tables: ReadonlyMap<string, string>
  now: Date
}

function guestView(
  { ledger, tables, now }: Seating,
  guest: { _id: string; name: string; accountName: string; segment: string; walkIn: boolean } & Pick<
    GuestRow,
    'answer'
  >,
): SeatGuest {
  const { _id: id, name, accountName, segment, walkIn, answer } = guest
  const standing = standingOf(ledger, id, now)
  const side = standing.state === 'none' ? null : standing.side
  const seats = side && seatsOf(ledger, side)
  const claim = seats?.claims.find(({ invitation }) => invitation === id)
  const entry = seats?.waitlist.find(({ invitation }) => invitation === id)
  const none = answer === 'decline' ? 'declined' : 'none'
  return {
    id,
    name,
    accountName,
    walkIn,
    standing: standing.state === 'none' ? none : standing.state,
    side,
    seats: standing.state === 'none' ? 1 : standing.seats,
    segment: claim?.segment ?? entry?.segment ?? segment,
    position: standing.state === 'waiting' ? standing.position : null,
    since: entry?.since.toISOString() ?? null,
    expiresAt: standing.state === 'offered' ? standing.expiresAt.toISOString() : null,
    table: tables.get(claim?.table ?? '') ?? null,
    arrived: claim?.arrived ? { at: claim.arrived.at.toISOString(), seats: claim.arrived.seats } : null,
  }
}

function countsOf(seats: SideSeats, now: Date): SideCounts {
  const sum = (claims: SideSeats['claims']) => claims.reduce((total, claim) => total + claim.seats, 0)
  const taken = heldSeats(seats, now)
  const offered = sum(seats.claims.filter(({ expiresAt }) => expiresAt !== null && expiresAt > now))
  return {
    capacity: seats.capacity,
    taken,
    offered,
    free: freeSeats(seats, now),
    overBy: overBy(seats, now),
    waiting: seats.waitlist.length,
    ...attendance(seats),
    kept: seats.segmentCaps.map(({ segment, kept, releasesAt }) => ({
      segment,
      kept,
      held: sum(seats.claims.filter(claim => claim.segment === segment)),
      releasesAt: releasesAt?.toISOString() ?? null,
    })),
  }
}

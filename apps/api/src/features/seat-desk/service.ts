import type { SeatGuest, SeatsView, SideCounts } from '@sixfold/contract/seats'
import type { StaffMember } from '@sixfold/contract/staff'
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
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { record } from '../audit/service.ts'
import { findContacts } from '../contacts/service.ts'
import { openEvent } from '../event-records/service.ts'
import type { GuestEvent, GuestRow } from '../guests/service.ts'
import { findGuests, storeAnswer } from '../guests/service.ts'
import { changeSeats, readSeats } from '../seats/service.ts'
import type { WalkInRow } from './store.ts'
import { findWalkIns, keepWalkIn } from './store.ts'

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
  return staffMove(
    ctx,
    actor,
    { id, guestId },
    { action: 'seats.moved', detail: `${position}: ${reason}` },
    (ledger, now) =>
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
  return staffMove(
    ctx,
    actor,
    { id, guestId },
    { action: 'seats.side-changed', detail: `${side}: ${reason}` },
    (ledger, now, event) => {
      const standing = standingOf(ledger, guestId, now)
      if (standing.state === 'none') return { ok: false, reason: 'not_waiting' }
      const party = { invitation: guestId, seats: standing.seats, segment: segmentIn(ledger, guestId) }
      const { startsAt, seating } = event
      return acceptOn(ledger, party, side, { now, startsAt, largeParties: seating.largeParties })
    },
  )
}

/** Takes a seat or a place on the waiting list back. */
export async function releaseGuest(
  ctx: Context,
  actor: StaffMember,
  { id, guestId, reason }: OfGuest & { reason: string },
): Promise<SeatsView> {
  return staffMove(ctx, actor, { id, guestId }, { action: 'seats.released', detail: reason }, (ledger, now) =>
    release(ledger, guestId, { now }),
  )
}

/** Somebody is at the door. The same again changes nothing, so that a bad line may repeat it. */
export function checkInGuest(
  ctx: Context,
  actor: StaffMember,
  { id, guestId, side, seats, admit }: OfGuest & { side: Side; seats: number; admit: boolean },
): Promise<SeatsView> {
  return staffMove(
    ctx,
    actor,
    { id, guestId },
    { action: 'seats.checked-in', detail: `${seats}` },
    (ledger, now, event, guest) => {
      const party = {
        invitation: guestId,
        seats,
        segment: segmentIn(ledger, guestId) || (guest?.segment ?? ''),
      }
      return arriveOn(ledger, party, side, { now, doorsOpenAt: doorsOpenAt(event), admit })
    },
  )
}

export function undoGuestCheckIn(
  ctx: Context,
  actor: StaffMember,
  { id, guestId }: OfGuest,
): Promise<SeatsView> {
  return staffMove(
    ctx,
    actor,
    { id, guestId },
    { action: 'seats.check-in-undone', detail: '' },
    (ledger, now) => undoArrival(ledger, guestId, { now }),
  )
}

/** Somebody whom nobody expected: kept by name, let in if a seat is free or somebody admits them. */
export async function checkInWalkIn(
  ctx: Context,
  actor: StaffMember,
  {
    id,
    key,
    name,
    accountName,
    admit,
  }: { id: string; key: string; name: string; accountName: string; admit: boolean },
): Promise<SeatsView> {
  const event = await openEvent(ctx, actor, id, 'roundtable.plan')
  if (event.cancelled) throw new AppError('wrong_state')
  const guestId = `walk-in:${key}`
  const party = { invitation: guestId, seats: 1, segment: '' }
  const doors = doorsOpenAt(event)
  // The name stands before the seat does: a seat without one could not be told apart.
  await keepWalkIn(ctx, { _id: guestId, roundtableId: id, name, accountName })
  const outcome = await changeSeats(ctx, event, ledger =>
    arriveOn(ledger, party, 'room', { now: ctx.clock.now(), doorsOpenAt: doors, admit }),
  )
  if (!outcome.ok) throw refusal(outcome.reason)
  if (outcome.changed) await record(ctx, actor, 'seats.walked-in', `guest:${guestId}`, `roundtable:${id}`)
  return viewOf(ctx, event)
}

const doorsOpenAt = ({ startsAt }: GuestEvent) => subHours(startsAt, DOORS_OPEN_HOURS)

type Refusal = string

/** One change of the seats by a person, of a guest of this very event; written to the audit log if it changed anything. */
async function staffMove(
  ctx: Context,
  actor: StaffMember,
  { id, guestId }: OfGuest,
  { action, detail }: { action: string; detail: string },
  decide: (
    ledger: SeatLedger,
    now: Date,
    event: GuestEvent,
    guest: GuestRow | undefined,
  ) => SeatDecision<Refusal>,
): Promise<SeatsView> {
  const event = await openEvent(ctx, actor, id, 'roundtable.plan')
  const [guests, walkIns] = await Promise.all([findGuests(ctx, id), findWalkIns(ctx, id)])
  const guest = guests.find(({ _id }) => _id === guestId)
  if (!guest && !walkIns.some(({ _id }) => _id === guestId)) throw new AppError('not_found')
  if (event.cancelled) throw new AppError('wrong_state')
  const outcome = await changeSeats(ctx, event, ledger => decide(ledger, ctx.clock.now(), event, guest))
  if (!outcome.ok) throw refusal(outcome.reason)
  if (outcome.changed) {
    await record(ctx, actor, action, `guest:${guestId}`, detail)
    if (action === 'seats.released' && guest) await noteReleased(ctx, guest, outcome.ledger)
  }
  return viewOf(ctx, event)
}

/** Who was taken off is not asked again as if nothing had been said. */
function noteReleased(ctx: Context, guest: GuestRow, ledger: SeatLedger): Promise<void> {
  const answeredAt = guest.answeredAt ?? ctx.clock.now()
  const { revision: answerRevision } = ledger
  return storeAnswer(ctx, guest._id, { answer: 'decline', answerRevision, answeredAt, waited: false })
}

const refusal = (reason: Refusal) => new AppError(reason === 'full' ? 'quota_full' : 'wrong_state')

function segmentIn(ledger: SeatLedger, guestId: string): string {
  const all = SIDES.flatMap(side => [...seatsOf(ledger, side).claims, ...seatsOf(ledger, side).waitlist])
  return all.find(({ invitation }) => invitation === guestId)?.segment ?? ''
}

async function viewOf(ctx: Context, event: GuestEvent): Promise<SeatsView> {
  const [ledger, rows, walkIns] = await Promise.all([
    readSeats(ctx, event.id),
    findGuests(ctx, event.id),
    findWalkIns(ctx, event.id),
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
      return guestView(ledger, now, { ...row, name, accountName: contact?.accountName ?? '', walkIn: false })
    })
  const came = walkIns
    .filter(({ _id }) => sideOf(ledger, _id) !== null)
    .map(row => guestView(ledger, now, walkInOf(row)))
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

function guestView(
  ledger: SeatLedger,
  now: Date,
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
    table: claim?.table ?? null,
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

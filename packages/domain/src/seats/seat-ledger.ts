import { requireInstant, requireThat, requireWhole } from '../checks.ts'

/** A confirmed seat, or one held for somebody from the waitlist until the offer expires. */
export interface SeatClaim {
  invitation: string
  /** Size of the party, at least 1. */
  seats: number
  /** What the party counts as, such as `existing` or `prospect`. */
  segment: string
  table: string | null
  state: 'confirmed' | 'offered'
  /** The first instant at which an offer no longer holds its seats; null for a confirmed claim. */
  expiresAt: Date | null
  /** Who of the party came, and when the first of them did; absent: nobody yet. */
  arrived?: { at: Date; seats: number }
}

interface WaitlistEntry {
  invitation: string
  seats: number
  segment: string
  since: Date
}

/** Seats kept free for one segment until `releasesAt` (null: to the end); afterwards anybody may have them. */
export interface SegmentCap {
  segment: string
  kept: number
  releasesAt: Date | null
}

/** Where people take part. */
export const SIDES = ['room', 'remote'] as const
export type Side = (typeof SIDES)[number]

/** Seats of one side. Capacity null is unlimited, 0 is closed. The waitlist is in the order in which seats are given. */
export interface SideSeats {
  capacity: number | null
  segmentCaps: readonly SegmentCap[]
  claims: readonly SeatClaim[]
  waitlist: readonly WaitlistEntry[]
}

/**
 * The one document that decides who has a seat: the room's seats at the top, those of people who take part from
 * elsewhere in `remote` (null or absent: the event is in the room alone). Nobody stands in both. `revision` rises by one
 * with every change. What works on one side takes the ledger as the room's; `onSide` turns it to the other.
 */
export interface SeatLedger extends SideSeats {
  remote?: SideSeats | null
  revision: number
}

/** What changed, for mails, the audit log and the screens. `side` is absent for the room. */
export type SeatEffect = { side?: Side } & SeatChange

type SeatChange =
  | { kind: 'seated'; invitation: string; seats: number }
  | { kind: 'released'; invitation: string; seats: number }
  | { kind: 'waitlisted'; invitation: string; seats: number; position: number }
  | { kind: 'left_waitlist'; invitation: string }
  | { kind: 'moved'; invitation: string; position: number; reason: string }
  | { kind: 'offered'; invitation: string; seats: number; expiresAt: Date }
  | { kind: 'offer_deferred'; invitation: string; reason: 'quiet_hours' }
  | { kind: 'offer_expired'; invitation: string; seats: number }
  | { kind: 'arrived'; invitation: string; seats: number }
  | { kind: 'arrival_undone'; invitation: string }
  | { kind: 'tabled'; invitation: string; table: string | null }
  | { kind: 'side_changed'; invitation: string; from: Side; to: Side }
  | { kind: 'remote_opened' | 'remote_closed' }
  | { kind: 'kept_changed' }
  | { kind: 'capacity_changed'; from: number | null; to: number | null; overBy: number }

/** A decision without a change gives back the very same ledger: there is nothing to write. */
export type SeatDecision<Refusal extends string = never> =
  | { ok: true; ledger: SeatLedger; effects: SeatEffect[] }
  | { ok: false; reason: Refusal }

/** Who asks for seats, and how many. */
export type Party = Pick<WaitlistEntry, 'invitation' | 'seats' | 'segment'>

/** `skip`: a party larger than the free seats is passed over. `hold`: nobody behind it is served before it. */
export type LargeParties = 'skip' | 'hold'

/** @example openLedger({ capacity: 40 }) // nobody seated, nobody waiting */
export function openLedger(settings: {
  capacity: number | null
  segmentCaps?: readonly SegmentCap[]
}): SeatLedger {
  requireCapacity(settings.capacity)
  for (const cap of settings.segmentCaps ?? []) requireWhole(`seats kept for ${cap.segment}`, cap.kept)
  return { ...settings, segmentCaps: settings.segmentCaps ?? [], claims: [], waitlist: [], revision: 0 }
}

/** Seats taken at an instant: confirmed ones and offers that have not expired. */
export function heldSeats(ledger: SideSeats, now: Date): number {
  return sumOfSeats(ledger.claims.filter(claim => isLive(claim, now)))
}

/**
 * Seats that can still be had, by `segment` if given; null is unlimited, never below 0.
 *
 * @example freeSeats({ ...ledger, capacity: 10 }, now) // 10 - held seats
 * @example freeSeats(ledger, now, 'prospect') // less the seats still kept for other segments
 */
export function freeSeats(ledger: SideSeats, now: Date, segment?: string): number | null {
  if (ledger.capacity === null) return null
  const held = heldBySegment(ledger, now)
  const kept = segment === undefined ? 0 : keptFromOthers(ledger, held, segment, now)
  return Math.max(0, ledger.capacity - heldSeats(ledger, now) - kept)
}

/**
 * Seats held beyond the capacity: above 0 only after the capacity was lowered. Nobody is evicted for it.
 *
 * @example overBy({ ...ledgerWith12Held, capacity: 10 }, now) // 2
 */
export function overBy(ledger: SideSeats, now: Date): number {
  return ledger.capacity === null ? 0 : Math.max(0, heldSeats(ledger, now) - ledger.capacity)
}

/** 1 is next in line; null: not waiting. */
export function waitlistPosition(ledger: SideSeats, invitation: string): number | null {
  const index = ledger.waitlist.findIndex(entry => entry.invitation === invitation)
  return index === -1 ? null : index + 1
}

export type Standing =
  | { state: 'confirmed'; side: Side; seats: number }
  | { state: 'offered'; side: Side; seats: number; expiresAt: Date }
  | { state: 'waiting'; side: Side; seats: number; position: number }
  | { state: 'none' }

/** What an invitation has at an instant, on either side. An expired offer is `none`. */
export function standingOf(ledger: SeatLedger, invitation: string, now: Date): Standing {
  const inRoom = standingOn(ledger, 'room', invitation, now)
  return inRoom.state === 'none' && ledger.remote
    ? standingOn(ledger.remote, 'remote', invitation, now)
    : inRoom
}

function standingOn(seats: SideSeats, side: Side, invitation: string, now: Date): Standing {
  const claim = seats.claims.find(one => one.invitation === invitation && isLive(one, now))
  if (claim?.expiresAt) return { state: 'offered', side, seats: claim.seats, expiresAt: claim.expiresAt }
  if (claim) return { state: 'confirmed', side, seats: claim.seats }
  const index = seats.waitlist.findIndex(entry => entry.invitation === invitation)
  const entry = seats.waitlist[index]
  return entry ? { state: 'waiting', side, seats: entry.seats, position: index + 1 } : { state: 'none' }
}

/**
 * Those of a queue who get seats now, in its order. Somebody held back by seats kept for other segments never
 * blocks those behind; somebody too large for what is free does, if large parties hold.
 */
export function servedInOrder<P extends Party>(
  ledger: SeatLedger,
  queue: readonly P[],
  options: { now: Date; largeParties: LargeParties },
): P[] {
  const { capacity } = ledger
  if (capacity === null) return [...queue]
  const held = heldBySegment(ledger, options.now)
  let free = capacity - heldSeats(ledger, options.now)
  const served: P[] = []
  for (const party of queue) {
    if (party.seats > free) {
      if (options.largeParties === 'hold' && party.seats <= capacity) break
      continue
    }
    if (party.seats > free - keptFromOthers(ledger, held, party.segment, options.now)) continue
    served.push(party)
    free -= party.seats
    held.set(party.segment, (held.get(party.segment) ?? 0) + party.seats)
  }
  return served
}

/** The ledger without offers that have expired. Every decision starts here, so time and order give one answer. */
export function withoutLapsedOffers(
  ledger: SeatLedger,
  now: Date,
): { ledger: SeatLedger; effects: SeatEffect[] } {
  requireInstant('now', now)
  const lapsed = ledger.claims.filter(claim => !isLive(claim, now))
  if (lapsed.length === 0) return { ledger, effects: [] }
  const claims = ledger.claims.filter(claim => isLive(claim, now))
  const effects = lapsed.map(
    ({ invitation, seats }) => ({ kind: 'offer_expired', invitation, seats }) as const,
  )
  return { ledger: { ...ledger, claims }, effects }
}

/** Closes a decision that started from `before`: the revision rises by one if anything changed, and only then. */
export function decided(before: SeatLedger, after: SeatLedger, effects: SeatEffect[]): SeatDecision {
  const ledger = after === before ? before : { ...after, revision: before.revision + 1 }
  return { ok: true, ledger, effects }
}

export function requireCapacity(capacity: number | null): void {
  if (capacity !== null) requireWhole('capacity', capacity)
}

export function requireParty(party: Party): void {
  requireThat(party.invitation !== '', 'a party needs its invitation')
  requireWhole('seats', party.seats, 1)
}

const isLive = (claim: SeatClaim, now: Date) => claim.expiresAt === null || claim.expiresAt > now

const sumOfSeats = (parties: readonly { seats: number }[]) =>
  parties.reduce((sum, { seats }) => sum + seats, 0)

function heldBySegment(ledger: SideSeats, now: Date): Map<string, number> {
  const held = new Map<string, number>()
  for (const claim of ledger.claims)
    if (isLive(claim, now)) held.set(claim.segment, (held.get(claim.segment) ?? 0) + claim.seats)
  return held
}

function keptFromOthers(ledger: SideSeats, held: Map<string, number>, segment: string, now: Date): number {
  return ledger.segmentCaps
    .filter(cap => cap.segment !== segment && (cap.releasesAt === null || cap.releasesAt > now))
    .reduce((sum, cap) => sum + Math.max(0, cap.kept - (held.get(cap.segment) ?? 0)), 0)
}

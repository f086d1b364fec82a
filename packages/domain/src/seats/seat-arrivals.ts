import type { Party, SeatClaim, SeatDecision, SeatLedger, SideSeats } from './seat-ledger.ts'
import { decided, freeSeats, requireParty, withoutLapsedOffers } from './seat-ledger.ts'

export interface ArrivalOptions {
  now: Date
  /** The first instant at which people are let in. */
  doorsOpenAt: Date
  /** Somebody at the door lets them in although no seat is free: the event is then over its capacity, and says so. */
  admit?: boolean
}

/**
 * A party is at the door: those with a seat, those who wait, who declined, or whom nobody expected. Whoever holds a seat has it;
 * more people than were announced, and parties without a seat, need free ones or somebody who admits them. Checking in again
 * sets how many of them came; a repetition changes nothing.
 *
 * @example checkIn(ledger, { invitation: 'i1', seats: 1, segment: 'existing' }, { now, doorsOpenAt })
 *   // { ok: true, ledger, effects: [{ kind: 'arrived', invitation: 'i1', seats: 1 }] }
 */
export function checkIn(
  ledger: SeatLedger,
  party: Party,
  { now, doorsOpenAt, admit = false }: ArrivalOptions,
): SeatDecision<'not_open' | 'full'> {
  requireParty(party)
  if (now < doorsOpenAt) return { ok: false, reason: 'not_open' }
  const current = withoutLapsedOffers(ledger, now)
  const { invitation, seats, segment } = party
  const own = current.ledger.claims.find(claim => claim.invitation === invitation)
  if (own?.arrived?.seats === seats) return decided(ledger, current.ledger, current.effects)
  const wanted = Math.max(0, seats - (own?.seats ?? 0))
  const free = freeSeats(current.ledger, now, own?.segment ?? segment)
  if (wanted > 0 && free !== null && free < wanted && !admit) return { ok: false, reason: 'full' }
  const claim: SeatClaim = {
    invitation,
    seats: Math.max(seats, own?.seats ?? 0),
    segment: own?.segment ?? segment,
    table: own?.table ?? null,
    state: 'confirmed',
    expiresAt: null,
    arrived: { at: own?.arrived?.at ?? now, seats },
  }
  const { claims, waitlist } = current.ledger
  const after = {
    ...current.ledger,
    claims: own ? claims.map(one => (one === own ? claim : one)) : [...claims, claim],
    waitlist: waitlist.filter(entry => entry.invitation !== invitation),
  }
  return decided(ledger, after, [...current.effects, { kind: 'arrived', invitation, seats }])
}

/** Somebody was checked in by mistake: the seat stays theirs. */
export function undoCheckIn(ledger: SeatLedger, invitation: string, { now }: { now: Date }): SeatDecision {
  const current = withoutLapsedOffers(ledger, now)
  const own = current.ledger.claims.find(claim => claim.invitation === invitation)
  if (!own?.arrived) return decided(ledger, current.ledger, current.effects)
  const { arrived: _undone, ...claim } = own
  const after = {
    ...current.ledger,
    claims: current.ledger.claims.map(one => (one === own ? claim : one)),
  }
  return decided(ledger, after, [...current.effects, { kind: 'arrival_undone', invitation }])
}

/** How many people of a side came, and how many are still expected. */
export function attendance({ claims }: SideSeats): { arrived: number; expected: number } {
  let [arrived, expected] = [0, 0]
  for (const claim of claims) {
    arrived += claim.arrived?.seats ?? 0
    if (!claim.arrived && claim.state === 'confirmed') expected += claim.seats
  }
  return { arrived, expected }
}

/**
 * Gives seated parties their tables, all at once; null takes one away. Whoever lost the seat meanwhile is passed over.
 *
 * @example assignTables(ledger, { i1: 'A', i2: 'B' }, { now }) // { ok: true, ledger, effects: [{ kind: 'tabled', invitation: 'i1', table: 'A' }, ...] }
 */
export function assignTables(
  ledger: SeatLedger,
  places: Readonly<Record<string, string | null>>,
  { now }: { now: Date },
): SeatDecision {
  const current = withoutLapsedOffers(ledger, now)
  const moved = current.ledger.claims.filter(
    claim => Object.hasOwn(places, claim.invitation) && places[claim.invitation] !== claim.table,
  )
  if (moved.length === 0) return decided(ledger, current.ledger, current.effects)
  const tableOf = (claim: SeatClaim) => places[claim.invitation] ?? null
  const claims = current.ledger.claims.map(claim =>
    moved.includes(claim) ? { ...claim, table: tableOf(claim) } : claim,
  )
  return decided(ledger, { ...current.ledger, claims }, [
    ...current.effects,
    ...moved.map(claim => ({ kind: 'tabled' as const, invitation: claim.invitation, table: tableOf(claim) })),
  ])
}

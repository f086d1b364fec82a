import { describe, expect, test } from '@jest/globals'
import {
  freeSeats,
  heldSeats,
  openLedger,
  overBy,
  type SeatClaim,
  type SeatLedger,
  servedInOrder,
  standingOf,
  waitlistPosition,
  withoutLapsedOffers,
} from './seat-ledger.ts'

const now = new Date('2026-05-01T03:00Z')
const later = new Date('2026-05-02T03:00Z')

const confirmed = (invitation: string, seats = 1, segment = 'existing'): SeatClaim => ({
  invitation,
  seats,
  segment,
  table: null,
  state: 'confirmed',
  expiresAt: null,
})
const offered = (invitation: string, expiresAt: Date, seats = 1): SeatClaim => ({
  ...confirmed(invitation, seats),
  state: 'offered',
  expiresAt,
})
const ledgerOf = (parts: Partial<SeatLedger>): SeatLedger => ({ ...openLedger({ capacity: 10 }), ...parts })
const waiting = (invitation: string, seats = 1, segment = 'existing') => ({
  invitation,
  seats,
  segment,
  since: now,
})

describe('counting seats', () => {
  test('free seats are capacity less confirmed claims and open offers', () => {
    const ledger = ledgerOf({ claims: [confirmed('a', 3), offered('b', later, 2)] })
    expect(heldSeats(ledger, now)).toBe(5)
    expect(freeSeats(ledger, now)).toBe(5)
  })

  test('an offer holds its seats until it expires, and not at that instant', () => {
    const ledger = ledgerOf({ claims: [offered('b', later, 2)] })
    expect(freeSeats(ledger, new Date(later.getTime() - 1))).toBe(8)
    expect(freeSeats(ledger, later)).toBe(10)
  })

  test('null is unlimited, 0 is closed', () => {
    expect(freeSeats(ledgerOf({ capacity: null, claims: [confirmed('a', 300)] }), now)).toBeNull()
    expect(freeSeats(ledgerOf({ capacity: 0 }), now)).toBe(0)
  })

  test('beyond the capacity nothing is free and the surplus is said', () => {
    const ledger = ledgerOf({ capacity: 10, claims: [confirmed('a', 12)] })
    expect(freeSeats(ledger, now)).toBe(0)
    expect(overBy(ledger, now)).toBe(2)
    expect(overBy(ledgerOf({ capacity: null, claims: [confirmed('a', 12)] }), now)).toBe(0)
  })

  test('seats kept for a segment are not free for others until they are released', () => {
    const ledger = ledgerOf({
      claims: [confirmed('a', 1, 'existing'), confirmed('b', 2, 'prospect')],
      segmentCaps: [{ segment: 'existing', kept: 4, releasesAt: later }],
    })
    expect(freeSeats(ledger, now, 'prospect')).toBe(4)
    expect(freeSeats(ledger, now, 'existing')).toBe(7)
    expect(freeSeats(ledger, later, 'prospect')).toBe(7)
  })

  test('a capacity that is no whole number of seats is refused', () => {
    expect(() => openLedger({ capacity: 2.5 })).toThrow(RangeError)
    expect(() => openLedger({ capacity: -1 })).toThrow(RangeError)
    expect(() =>
      openLedger({ capacity: 5, segmentCaps: [{ segment: 'a', kept: -1, releasesAt: null }] }),
    ).toThrow('seats kept for a')
  })
})

describe('standing of an invitation', () => {
  const ledger = ledgerOf({
    claims: [confirmed('a', 2), offered('b', later)],
    waitlist: [waiting('c'), waiting('d', 3)],
  })

  test.each([
    ['a', { state: 'confirmed', side: 'room', seats: 2 }],
    ['b', { state: 'offered', side: 'room', seats: 1, expiresAt: later }],
    ['d', { state: 'waiting', side: 'room', seats: 3, position: 2 }],
    ['x', { state: 'none' }],
  ])('%s', (invitation, standing) => {
    expect(standingOf(ledger, invitation, now)).toEqual(standing)
  })

  test('an expired offer is nothing', () => {
    expect(standingOf(ledger, 'b', later)).toEqual({ state: 'none' })
  })

  test('positions count from 1', () => {
    expect([waitlistPosition(ledger, 'c'), waitlistPosition(ledger, 'a')]).toEqual([1, null])
  })
})

describe('the order of the queue', () => {
  const queue = [waiting('large', 3), waiting('small')]
  const names = (parties: { invitation: string }[]) => parties.map(({ invitation }) => invitation)

  test('parties larger than the free seats are skipped or hold, as the setting says', () => {
    const ledger = ledgerOf({ capacity: 4, claims: [confirmed('a', 2)] })
    expect(names(servedInOrder(ledger, queue, { now, largeParties: 'skip' }))).toEqual(['small'])
    expect(names(servedInOrder(ledger, queue, { now, largeParties: 'hold' }))).toEqual([])
  })

  test('a party that can never fit holds nobody up', () => {
    const ledger = ledgerOf({ capacity: 2, claims: [confirmed('a')] })
    expect(names(servedInOrder(ledger, queue, { now, largeParties: 'hold' }))).toEqual(['small'])
  })

  test('kept seats hold back their party alone', () => {
    const ledger = ledgerOf({
      capacity: 2,
      segmentCaps: [{ segment: 'existing', kept: 2, releasesAt: null }],
    })
    const mixed = [waiting('p', 1, 'prospect'), waiting('e', 1, 'existing')]
    expect(names(servedInOrder(ledger, mixed, { now, largeParties: 'hold' }))).toEqual(['e'])
  })
})

test('lapsed offers are dropped and reported; a ledger without any is the same ledger', () => {
  const ledger = ledgerOf({ claims: [confirmed('a'), offered('b', later, 2)] })
  expect(withoutLapsedOffers(ledger, now).ledger).toBe(ledger)
  expect(withoutLapsedOffers(ledger, later)).toEqual({
    ledger: { ...ledger, claims: [confirmed('a')] },
    effects: [{ kind: 'offer_expired', invitation: 'b', seats: 2 }],
  })
})

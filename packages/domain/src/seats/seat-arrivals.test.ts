import { describe, expect, test } from '@jest/globals'
import { accept } from './seat-answers.ts'
import { assignTables, attendance, checkIn, undoCheckIn } from './seat-arrivals.ts'
import type { SeatDecision, SeatLedger } from './seat-ledger.ts'
import { openLedger, overBy, standingOf, waitlistPosition } from './seat-ledger.ts'

const startsAt = new Date('2027-03-10T01:30Z')
const doorsOpenAt = new Date('2027-03-10T00:30Z')
const early = new Date('2027-03-01T01:00Z')
const now = new Date('2027-03-10T01:00Z')
const party = (invitation: string, seats = 1) => ({ invitation, seats, segment: 'existing' })

function after<Refusal extends string>(decision: SeatDecision<Refusal>): SeatLedger {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.ledger
}

function ledgerOf(capacity: number | null, ...parties: ReturnType<typeof party>[]): SeatLedger {
  return parties.reduce(
    (ledger, one) => after(accept(ledger, one, { now: early, startsAt })),
    openLedger({ capacity }),
  )
}

describe('checking in', () => {
  test('a guest with a seat is let in, once, from the hour the doors open', () => {
    const ledger = ledgerOf(2, party('i1'))
    expect(checkIn(ledger, party('i1'), { now: early, doorsOpenAt })).toEqual({
      ok: false,
      reason: 'not_open',
    })
    const decision = checkIn(ledger, party('i1'), { now, doorsOpenAt })
    expect(decision).toMatchObject({ ok: true, effects: [{ kind: 'arrived', invitation: 'i1', seats: 1 }] })
    const arrived = after(decision)
    expect(after(checkIn(arrived, party('i1'), { now, doorsOpenAt }))).toBe(arrived)
    expect(attendance(arrived)).toEqual({ arrived: 1, expected: 0 })
  })

  test('of a party of three two came, and later the third', () => {
    const two = after(checkIn(ledgerOf(3, party('i1', 3)), party('i1', 2), { now, doorsOpenAt }))
    expect(two.claims[0]).toMatchObject({ seats: 3, arrived: { at: now, seats: 2 } })
    const later = new Date('2027-03-10T02:00Z')
    const three = after(checkIn(two, party('i1', 3), { now: later, doorsOpenAt }))
    expect(three.claims[0]?.arrived).toEqual({ at: now, seats: 3 })
  })

  test('somebody from the waitlist or the street needs a free seat, or somebody who admits them', () => {
    const full = ledgerOf(1, party('i1'), party('i2'))
    expect(waitlistPosition(full, 'i2')).toBe(1)
    expect(checkIn(full, party('i2'), { now, doorsOpenAt })).toEqual({ ok: false, reason: 'full' })
    const admitted = after(checkIn(full, party('i2'), { now, doorsOpenAt, admit: true }))
    expect(standingOf(admitted, 'i2', now)).toMatchObject({ state: 'confirmed' })
    expect(admitted.waitlist).toEqual([])
    expect(overBy(admitted, now)).toBe(1)
    expect(
      after(checkIn(ledgerOf(2, party('i1')), party('stranger'), { now, doorsOpenAt })).claims,
    ).toHaveLength(2)
  })

  test('a mistake at the door takes the arrival back, not the seat', () => {
    const arrived = after(checkIn(ledgerOf(2, party('i1')), party('i1'), { now, doorsOpenAt }))
    const undone = after(undoCheckIn(arrived, 'i1', { now }))
    expect(undone.claims).toEqual(ledgerOf(2, party('i1')).claims)
    expect(after(undoCheckIn(undone, 'i1', { now }))).toBe(undone)
  })
})

describe('tables', () => {
  const ledger = ledgerOf(4, party('i1'), party('i2'))

  test('all places at once, and whoever has no seat is passed over', () => {
    const decision = assignTables(ledger, { i1: 'A', i2: 'B', gone: 'A' }, { now })
    expect(after(decision).claims.map(({ table }) => table)).toEqual(['A', 'B'])
    expect(after(decision).revision).toBe(ledger.revision + 1)
  })

  test('the same places again change nothing; null takes one away', () => {
    const placed = after(assignTables(ledger, { i1: 'A' }, { now }))
    expect(after(assignTables(placed, { i1: 'A' }, { now }))).toBe(placed)
    expect(after(assignTables(placed, { i1: null }, { now })).claims[0]?.table).toBeNull()
  })

  test('a party that comes with fewer keeps its table', () => {
    const placed = after(assignTables(ledgerOf(4, party('i1', 2)), { i1: 'A' }, { now }))
    expect(after(checkIn(placed, party('i1', 1), { now, doorsOpenAt })).claims[0]).toMatchObject({
      table: 'A',
      seats: 2,
    })
  })
})

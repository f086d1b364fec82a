import { expect, test } from '@jest/globals'
import { accept, decline } from './seat-answers.ts'
import { thenSeatWaiting } from './seat-from-waitlist.ts'
import { openLedger, type SeatDecision, type SeatLedger } from './seat-ledger.ts'
import { changeCapacity } from './seat-promotion.ts'

const now = new Date('2026-11-20T02:00:00Z')
const startsAt = new Date('2026-12-10T01:30:00Z')
const options = { now, startsAt, largeParties: 'skip' as const }

function ledgerOf(decision: SeatDecision<string>): SeatLedger {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.ledger
}

/** One seat for `i1`; `i2` and `i3` wait. */
const full = ['i1', 'i2', 'i3'].reduce(
  (ledger, invitation) =>
    ledgerOf(accept(ledger, { invitation, seats: 1, segment: 'existing' }, { now, startsAt })),
  openLedger({ capacity: 1 }),
)

test('a released seat goes to the first who waits, in the same revision', () => {
  const decision = thenSeatWaiting(full, decline(full, 'i1', { now }), options)
  expect(decision.ok && decision.effects).toEqual([
    { kind: 'released', invitation: 'i1', seats: 1 },
    { kind: 'seated', invitation: 'i2', seats: 1 },
  ])
  const ledger = ledgerOf(decision)
  expect(ledger.claims).toMatchObject([{ invitation: 'i2', state: 'confirmed', expiresAt: null }])
  expect(ledger.waitlist.map(entry => entry.invitation)).toEqual(['i3'])
  expect(ledger.revision).toBe(full.revision + 1)
})

test('more capacity seats as many as fit', () => {
  const ledger = ledgerOf(thenSeatWaiting(full, changeCapacity(full, 3, { now }), options))
  expect(ledger.claims.map(claim => claim.invitation)).toEqual(['i1', 'i2', 'i3'])
  expect(ledger.waitlist).toEqual([])
})

test('somebody in quiet hours keeps the turn and nobody behind is seated', () => {
  const ledger = ledgerOf(
    thenSeatWaiting(full, decline(full, 'i1', { now }), { ...options, isQuietFor: who => who === 'i2' }),
  )
  expect(ledger.claims).toEqual([])
  expect(ledger.waitlist.map(entry => entry.invitation)).toEqual(['i2', 'i3'])
})

test('after the start a seat is released and nobody is seated', () => {
  const late = new Date('2026-12-10T01:30:00Z')
  const ledger = ledgerOf(
    thenSeatWaiting(full, decline(full, 'i1', { now: late }), { ...options, now: late }),
  )
  expect(ledger.claims).toEqual([])
  expect(ledger.waitlist).toHaveLength(2)
})

test('nothing to seat: nothing to write', () => {
  const decision = thenSeatWaiting(full, decline(full, 'stranger', { now }), options)
  expect(decision.ok && decision.ledger).toBe(full)
})

test('a refusal stays one', () => {
  const closed = openLedger({ capacity: 0 })
  const party = { invitation: 'i1', seats: 1, segment: 'existing' }
  expect(thenSeatWaiting(closed, accept(closed, party, { now, startsAt }), options)).toEqual({
    ok: false,
    reason: 'event_closed',
  })
})

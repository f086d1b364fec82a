import { describe, expect, test } from '@jest/globals'
import { accept, decline } from './seat-answers.ts'
import { freeSeats, openLedger, type SeatDecision, type SeatLedger } from './seat-ledger.ts'
import { changeCapacity, expireOffers, moveInWaitlist, nextOfferExpiry, promote } from './seat-promotion.ts'

const now = new Date('2026-05-01T03:00Z')
const startsAt = new Date('2026-06-01T02:00Z')
const expiresAt = new Date('2026-05-02T03:00Z')
const options = { now, startsAt, offerHours: 24, largeParties: 'skip' as const }

function done(decision: SeatDecision<string>): SeatLedger {
  if (!decision.ok) throw new Error(`refused: ${decision.reason}`)
  return decision.ledger
}
const ledgerWith = (capacity: number, ...names: string[]) =>
  names.reduce(
    (ledger, invitation) =>
      done(accept(ledger, { invitation, seats: 1, segment: 'existing' }, { now, startsAt })),
    openLedger({ capacity }),
  )
/** One free seat, and b, c, d waiting for it. */
const freed = done(decline(ledgerWith(1, 'a', 'b', 'c', 'd'), 'a', { now }))

describe('promote', () => {
  test('offers the free seat to the next in line, and only that one', () => {
    const decision = promote(freed, options)
    expect(decision).toMatchObject({ effects: [{ kind: 'offered', invitation: 'b', seats: 1, expiresAt }] })
    expect(done(decision).waitlist.map(entry => entry.invitation)).toEqual(['c', 'd'])
    expect(freeSeats(done(decision), now)).toBe(0)
    expect(done(promote(done(decision), options))).toBe(done(decision))
  })

  test('an offer never outlives the start', () => {
    const close = new Date(startsAt.getTime() - 3_600_000)
    expect(promote(freed, { ...options, now: close })).toMatchObject({
      effects: [{ kind: 'offered', expiresAt: startsAt }],
    })
  })

  test('an expired offer goes to the next in line', () => {
    const decision = promote(done(promote(freed, options)), { ...options, now: expiresAt })
    expect(decision).toMatchObject({
      effects: [
        { kind: 'offer_expired', invitation: 'b' },
        { kind: 'offered', invitation: 'c' },
      ],
    })
  })

  test('nobody is promoted from the start on', () => {
    expect(promote(freed, { ...options, now: startsAt })).toEqual({ ok: false, reason: 'event_started' })
  })

  test('somebody in quiet hours keeps the turn and nobody is served from those seats', () => {
    const decision = promote(freed, { ...options, isQuietFor: invitation => invitation === 'b' })
    expect(decision).toMatchObject({
      effects: [{ kind: 'offer_deferred', invitation: 'b', reason: 'quiet_hours' }],
    })
    expect(done(decision)).toBe(freed)
  })

  test('with less than 48 hours to go quiet hours no longer count', () => {
    const isQuietFor = () => true
    const hours = (n: number) => new Date(startsAt.getTime() - n * 3_600_000)
    expect(promote(freed, { ...options, now: hours(48), isQuietFor })).toMatchObject({
      effects: [{ kind: 'offer_deferred' }],
    })
    expect(promote(freed, { ...options, now: hours(47.9), isQuietFor })).toMatchObject({
      effects: [{ kind: 'offered', invitation: 'b' }],
    })
  })

  test('an offer without a duration is refused', () => {
    expect(() => promote(freed, { ...options, offerHours: 0 })).toThrow(RangeError)
  })
})

describe('expireOffers', () => {
  test('takes the seat back at the expiry, not before', () => {
    const offering = done(promote(freed, options))
    expect(nextOfferExpiry(offering)).toEqual(expiresAt)
    expect(done(expireOffers(offering, { now: new Date(expiresAt.getTime() - 1) }))).toBe(offering)
    const decision = expireOffers(offering, { now: expiresAt })
    expect(decision).toMatchObject({ effects: [{ kind: 'offer_expired', invitation: 'b', seats: 1 }] })
    expect(nextOfferExpiry(done(decision))).toBeNull()
  })
})

describe('changeCapacity', () => {
  test('lowering evicts nobody, promotes nobody and says by how much it is over', () => {
    const decision = changeCapacity(ledgerWith(3, 'a', 'b', 'c', 'd'), 1, { now })
    expect(decision).toMatchObject({ effects: [{ kind: 'capacity_changed', from: 3, to: 1, overBy: 2 }] })
    expect(done(decision).claims).toHaveLength(3)
    expect(promote(done(decision), options)).toMatchObject({ effects: [] })
  })

  test('raising lets the next in line be promoted, unlimited all of them', () => {
    const full = ledgerWith(1, 'a', 'b', 'c')
    const offeredTo = (ledger: SeatLedger) =>
      done(promote(ledger, options))
        .claims.slice(1)
        .map(claim => claim.invitation)
    expect(offeredTo(done(changeCapacity(full, 2, { now })))).toEqual(['b'])
    expect(offeredTo(done(changeCapacity(full, null, { now })))).toEqual(['b', 'c'])
  })

  test('the same capacity is no change, an impossible one is refused', () => {
    const ledger = ledgerWith(2, 'a')
    expect(done(changeCapacity(ledger, 2, { now }))).toBe(ledger)
    expect(() => changeCapacity(ledger, -1, { now })).toThrow(RangeError)
  })
})

describe('moveInWaitlist', () => {
  const move = { invitation: 'd', position: 1, reason: 'Speaker of the day' }

  test('moves one and keeps the order of the others', () => {
    const decision = moveInWaitlist(freed, move, { now })
    expect(decision).toMatchObject({
      effects: [{ kind: 'moved', invitation: 'd', position: 1, reason: move.reason }],
    })
    expect(done(decision).waitlist.map(entry => entry.invitation)).toEqual(['d', 'b', 'c'])
  })

  test('a place beyond the end is the end', () => {
    expect(moveInWaitlist(freed, { ...move, invitation: 'b', position: 99 }, { now })).toMatchObject({
      effects: [{ position: 3 }],
    })
  })

  test('needs a reason and somebody who waits', () => {
    expect(moveInWaitlist(freed, { ...move, reason: ' ' }, { now })).toEqual({
      ok: false,
      reason: 'reason_required',
    })
    expect(moveInWaitlist(freed, { ...move, invitation: 'a' }, { now })).toEqual({
      ok: false,
      reason: 'not_waiting',
    })
  })
})

import { describe, expect, test } from '@jest/globals'
import { accept, decline, joinWaitlist } from './seat-answers.ts'
import { openLedger, type SeatDecision, type SeatLedger, standingOf } from './seat-ledger.ts'
import { changeCapacity, promote } from './seat-promotion.ts'

const now = new Date('2026-05-01T03:00Z')
const startsAt = new Date('2026-06-01T02:00Z')
const times = { now, startsAt }
const one = (invitation: string, seats = 1, segment = 'existing') => ({ invitation, seats, segment })

function done(decision: SeatDecision<string>): SeatLedger {
  if (!decision.ok) throw new Error(`refused: ${decision.reason}`)
  return decision.ledger
}
const ledgerWith = (capacity: number | null, ...names: string[]) =>
  names.reduce((ledger, name) => done(accept(ledger, one(name), times)), openLedger({ capacity }))

describe('accept', () => {
  test('takes a free seat', () => {
    const decision = accept(openLedger({ capacity: 2 }), one('a', 2), times)
    expect(decision).toMatchObject({ ok: true, effects: [{ kind: 'seated', invitation: 'a', seats: 2 }] })
    expect(done(decision)).toMatchObject({
      revision: 1,
      claims: [{ invitation: 'a', seats: 2, state: 'confirmed' }],
    })
  })

  test('the last seat goes to one of fifty, the others wait in order', () => {
    const ledger = ledgerWith(1, ...Array.from({ length: 50 }, (_, i) => `i${i}`))
    expect(ledger.claims.map(claim => claim.invitation)).toEqual(['i0'])
    expect(ledger.waitlist.map(entry => entry.invitation)).toEqual(
      Array.from({ length: 49 }, (_, i) => `i${i + 1}`),
    )
    expect(standingOf(ledger, 'i49', now)).toEqual({ state: 'waiting', side: 'room', seats: 1, position: 49 })
  })

  test('can be refused instead of waiting', () => {
    const full = ledgerWith(1, 'a')
    expect(accept(full, one('b'), { ...times, ifFull: 'refuse' })).toEqual({ ok: false, reason: 'full' })
  })

  test('the same answer again changes nothing, not even the revision', () => {
    const ledger = ledgerWith(1, 'a', 'b')
    for (const name of ['a', 'b']) {
      const again = accept(ledger, one(name), times)
      expect(done(again)).toBe(ledger)
      expect(again).toMatchObject({ effects: [] })
    }
  })

  test('a second answer replaces the first', () => {
    const ledger = done(accept(openLedger({ capacity: 4 }), one('a', 3), times))
    const fewer = done(accept(ledger, one('a', 1), times))
    expect(fewer.claims).toMatchObject([{ invitation: 'a', seats: 1 }])
    expect(done(accept(fewer, one('a', 4), times)).claims).toMatchObject([{ invitation: 'a', seats: 4 }])
  })

  test('more seats than are free are refused and the first answer stands', () => {
    const ledger = ledgerWith(2, 'a', 'b')
    expect(accept(ledger, one('a', 2), times)).toEqual({ ok: false, reason: 'full' })
  })

  test('a growing party does not overtake the waitlist', () => {
    const full = ledgerWith(2, 'a', 'b', 'waits')
    const freed = done(decline(full, 'b', { now }))
    expect(accept(freed, one('a', 2), times)).toEqual({ ok: false, reason: 'full' })
  })

  test('a newcomer does not overtake the waitlist, the next in line takes the seat', () => {
    const freed = done(decline(ledgerWith(1, 'a', 'waits'), 'a', { now }))
    expect(standingOf(done(accept(freed, one('new'), times)), 'new', now)).toEqual({
      state: 'waiting',
      side: 'room',
      seats: 1,
      position: 2,
    })
    expect(standingOf(done(accept(freed, one('waits'), times)), 'waits', now)).toEqual({
      state: 'confirmed',
      side: 'room',
      seats: 1,
    })
  })

  test('nothing is limited without a capacity', () => {
    expect(ledgerWith(null, 'a', 'b', 'c').claims).toHaveLength(3)
  })

  test('is refused when closed, after the deadline and from the start on', () => {
    expect(accept(openLedger({ capacity: 0 }), one('a'), times)).toEqual({
      ok: false,
      reason: 'event_closed',
    })
    const open = openLedger({ capacity: 5 })
    expect(accept(open, one('a'), { ...times, answerBy: now })).toEqual({ ok: false, reason: 'event_closed' })
    expect(accept(open, one('a'), { ...times, now: startsAt })).toEqual({
      ok: false,
      reason: 'event_started',
    })
    expect(accept(open, one('a', 6), times)).toEqual({ ok: false, reason: 'party_too_large' })
  })

  test('over the capacity nobody new is seated', () => {
    const over = done(changeCapacity(ledgerWith(3, 'a', 'b', 'c'), 2, { now }))
    expect(standingOf(done(accept(over, one('d'), times)), 'd', now).state).toBe('waiting')
    expect(done(accept(over, one('a'), times))).toBe(over)
  })

  test.each([0, -1, 1.5, Number.NaN])('a party of %s is refused', seats => {
    expect(() => accept(openLedger({ capacity: 5 }), one('a', seats), times)).toThrow(RangeError)
  })
})

describe('taking up an offer', () => {
  const freed = done(decline(ledgerWith(1, 'a', 'b', 'c'), 'a', { now }))
  const offering = done(promote(freed, { ...times, offerHours: 24, largeParties: 'skip' }))
  const justBefore = new Date('2026-05-02T02:59:59.999Z')
  const expiry = new Date('2026-05-02T03:00Z')

  test('works until it expires, also after the answering deadline', () => {
    const taken = done(accept(offering, one('b'), { now: justBefore, startsAt, answerBy: now }))
    expect(standingOf(taken, 'b', expiry)).toEqual({ state: 'confirmed', side: 'room', seats: 1 })
  })

  test('from its expiry on it is a fresh answer behind those who wait', () => {
    const decision = accept(offering, one('b'), { now: expiry, startsAt })
    expect(decision).toMatchObject({
      effects: [
        { kind: 'offer_expired', invitation: 'b', seats: 1 },
        { kind: 'waitlisted', invitation: 'b', position: 2 },
      ],
    })
  })

  test('can be given up', () => {
    expect(decline(offering, 'b', { now })).toMatchObject({
      effects: [{ kind: 'released', invitation: 'b', seats: 1 }],
    })
  })
})

describe('decline', () => {
  test('frees the seats', () => {
    expect(
      done(decline(ledgerWith(2, 'a', 'b'), 'a', { now })).claims.map(claim => claim.invitation),
    ).toEqual(['b'])
  })

  test('leaves the waitlist', () => {
    expect(decline(ledgerWith(1, 'a', 'b'), 'b', { now })).toMatchObject({
      effects: [{ kind: 'left_waitlist', invitation: 'b' }],
    })
  })

  test('always works: never answered, closed, over, twice', () => {
    const closed = done(changeCapacity(ledgerWith(2, 'a', 'b'), 0, { now }))
    expect(done(decline(closed, 'stranger', { now }))).toBe(closed)
    const gone = done(decline(closed, 'a', { now: new Date('2027-01-01T00:00Z') }))
    expect(gone.claims).toHaveLength(1)
    expect(done(decline(gone, 'a', { now }))).toBe(gone)
  })
})

describe('joinWaitlist', () => {
  test('waits although seats are free', () => {
    const decision = joinWaitlist(openLedger({ capacity: 9 }), one('a', 2), times)
    expect(decision).toMatchObject({
      effects: [{ kind: 'waitlisted', invitation: 'a', seats: 2, position: 1 }],
    })
  })

  test('keeps the place of somebody who waits, also with another party', () => {
    const ledger = done(joinWaitlist(ledgerWith(1, 'a', 'b', 'c'), one('b', 1, 'prospect'), times))
    expect(ledger.waitlist.map(entry => [entry.invitation, entry.segment])).toEqual([
      ['b', 'prospect'],
      ['c', 'existing'],
    ])
  })

  test('is refused to the seated, when closed and after the start', () => {
    expect(joinWaitlist(ledgerWith(1, 'a'), one('a'), times)).toEqual({ ok: false, reason: 'already_seated' })
    expect(joinWaitlist(openLedger({ capacity: 0 }), one('a'), times)).toEqual({
      ok: false,
      reason: 'event_closed',
    })
    expect(joinWaitlist(openLedger({ capacity: 9 }), one('a'), { ...times, now: startsAt })).toEqual({
      ok: false,
      reason: 'event_started',
    })
  })
})

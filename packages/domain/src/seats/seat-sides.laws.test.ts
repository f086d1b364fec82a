import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { thenSeatWaiting } from './seat-from-waitlist.ts'
import { freeSeats, heldSeats, overBy, type SeatDecision, type SeatLedger, SIDES } from './seat-ledger.ts'
import { acceptOn, arriveOn, expireOnBoth, release, seatsOf, undoArrival } from './seat-sides.ts'
import { changeSettings } from './seating.ts'

const start = Date.UTC(2026, 4, 1)
const startsAt = new Date(start + 80 * 3_600_000)
type Command = (ledger: SeatLedger, now: Date) => SeatDecision<string>

const invitation = fc.integer({ min: 1, max: 10 }).map(n => `i${n}`)
const side = fc.constantFrom(...SIDES)
const party = fc.record({
  invitation,
  seats: fc.integer({ min: 1, max: 3 }),
  segment: fc.constantFrom('existing', 'prospect'),
})
const limit = fc.option(fc.integer({ min: 0, max: 8 }), { freq: 8 })
const settings = fc.record({
  capacity: limit,
  segmentCaps: fc.constantFrom(
    [],
    [{ segment: 'prospect', kept: 2, releasesAt: new Date(start + 40 * 3_600_000) }],
  ),
  remote: fc.option(fc.record({ capacity: limit }), { freq: 3 }),
})
const named = (name: string, run: Command) => ({ name, run })
const command = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(party, side)
      .map(([who, to]) => named('accept', (l, now) => acceptOn(l, who, to, { now, startsAt }))),
  },
  { weight: 2, arbitrary: invitation.map(who => named('release', (l, now) => release(l, who, { now }))) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(party, side)
      .map(([who, to]) =>
        named('arrive', (l, now) =>
          arriveOn(l, who, to, { now, doorsOpenAt: new Date(start + 20 * 3_600_000) }),
        ),
      ),
  },
  { weight: 1, arbitrary: invitation.map(who => named('undo', (l, now) => undoArrival(l, who, { now }))) },
  { weight: 1, arbitrary: settings.map(to => named('settings', (l, now) => changeSettings(l, to, { now }))) },
)
const story = fc.array(
  fc.record({ command, hours: fc.nat({ max: 5 }), offerHours: fc.constantFrom(null, 4) }),
  {
    maxLength: 40,
  },
)

interface Scene {
  name: string
  before: SeatLedger
  after: SeatLedger
  now: Date
  decision: SeatDecision<string>
}

function tell(
  opening: { capacity: number | null; remote: { capacity: number | null } | null },
  steps: { command: { name: string; run: Command }; hours: number; offerHours: number | null }[],
  check: (scene: Scene) => void,
) {
  const empty = { segmentCaps: [], claims: [], waitlist: [] }
  let before: SeatLedger = {
    ...empty,
    capacity: opening.capacity,
    remote: opening.remote && { ...empty, ...opening.remote },
    revision: 0,
  }
  let time = start
  for (const {
    command: { name, run },
    hours,
    offerHours,
  } of steps) {
    time += hours * 3_600_000
    const now = new Date(time)
    const options = {
      now,
      startsAt,
      largeParties: 'skip' as const,
      offerHours,
      isQuietFor: (who: string) => who === 'i3',
    }
    const decision = thenSeatWaiting(before, run(before, now), options)
    const after = decision.ok ? decision.ledger : before
    check({ name, before, after, now, decision })
    before = after
  }
}
const opening = fc.record({ capacity: limit, remote: fc.option(fc.record({ capacity: limit }), { freq: 4 }) })
const holds = (check: (scene: Scene) => void) =>
  fc.assert(fc.property(opening, story, (of, steps) => tell(of, steps, check)))
const everybody = (ledger: SeatLedger) =>
  SIDES.flatMap(one => [...seatsOf(ledger, one).claims, ...seatsOf(ledger, one).waitlist]).map(
    entry => entry.invitation,
  )

test('nobody stands in both sides, and nobody twice in one', () => {
  holds(({ after }) => {
    const names = everybody(after)
    expect(new Set(names).size).toBe(names.length)
  })
})

test('on each side held plus free is the capacity', () => {
  holds(({ after, now }) => {
    for (const one of SIDES) {
      const seats = seatsOf(after, one)
      const free = freeSeats(seats, now)
      if (seats.capacity !== null && free !== null)
        expect(heldSeats(seats, now) + free - overBy(seats, now)).toBe(seats.capacity)
    }
  })
})

test('only a smaller capacity makes a side over, and it evicts nobody', () => {
  holds(({ name, before, after, now }) => {
    for (const one of SIDES) {
      const [was, is] = [seatsOf(before, one), seatsOf(after, one)]
      if (name !== 'settings') {
        expect(overBy(is, now)).toBeLessThanOrEqual(overBy(was, now))
        continue
      }
      const live = was.claims.filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
      for (const { invitation: who } of live) expect(is.claims.map(claim => claim.invitation)).toContain(who)
    }
  })
})

test('nobody moves up after the start, nor in quiet hours unless the start is near', () => {
  holds(({ before, after, now }) => {
    for (const one of SIDES) {
      const waited = new Set(seatsOf(before, one).waitlist.map(entry => entry.invitation))
      const up = seatsOf(after, one).claims.filter(
        claim => claim.state === 'offered' && waited.has(claim.invitation),
      )
      if (now >= startsAt) expect(up).toEqual([])
      if (startsAt.getTime() - now.getTime() >= 48 * 3_600_000)
        expect(up.map(claim => claim.invitation)).not.toContain('i3')
    }
  })
})

test('the revision rises by one with a change and stays without', () => {
  holds(({ before, after }) => {
    const { revision: old, ...was } = before
    const { revision, ...is } = after
    expect(revision).toBe(JSON.stringify(was) === JSON.stringify(is) ? old : old + 1)
  })
})

test('an offer is either taken or over, by the instant alone, whichever is decided first', () => {
  const expiresAt = new Date(start + 3_600_000)
  const offered = {
    invitation: 'a',
    seats: 1,
    segment: '',
    table: null,
    state: 'offered' as const,
    expiresAt,
  }
  const ledger: SeatLedger = {
    capacity: 1,
    segmentCaps: [],
    claims: [offered],
    waitlist: [{ invitation: 'b', seats: 1, segment: '', since: new Date(start) }],
    remote: null,
    revision: 3,
  }
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 5 }), fc.boolean(), (offset, expiryFirst) => {
      const now = new Date(expiresAt.getTime() + offset)
      const take: Command = (l, at) =>
        acceptOn(l, { invitation: 'a', seats: 1, segment: '' }, 'room', { now: at, startsAt })
      const expire: Command = (l, at) =>
        thenSeatWaiting(
          l,
          { ok: true, ledger: l, effects: [] },
          { now: at, startsAt, largeParties: 'skip', offerHours: 4 },
        )
      const after = (expiryFirst ? [expire, take] : [take, expire]).reduce((l, run) => {
        const decision = run(l, now)
        return decision.ok ? decision.ledger : l
      }, ledger)
      expect(after.claims.map(claim => claim.invitation)).toEqual([offset < 0 ? 'a' : 'b'])
    }),
  )
})

test('offers of both sides that are over go in one change', () => {
  const offered = (invitation: string, hours: number) => ({
    invitation,
    seats: 1,
    segment: '',
    table: null,
    state: 'offered' as const,
    expiresAt: new Date(start + hours * 3_600_000),
  })
  const side = { capacity: 3, segmentCaps: [], waitlist: [] }
  const ledger: SeatLedger = {
    ...side,
    claims: [offered('a', 1), offered('b', 5)],
    remote: { ...side, claims: [offered('c', 1)] },
    revision: 3,
  }
  const decision = expireOnBoth(ledger, { now: new Date(start + 3_600_000) })
  expect(decision).toMatchObject({
    ledger: { claims: [{ invitation: 'b' }], remote: { claims: [] }, revision: 4 },
    effects: [{ invitation: 'a' }, { invitation: 'c', side: 'remote' }],
  })
  expect(expireOnBoth(ledger, { now: new Date(start) })).toEqual({ ok: true, ledger, effects: [] })
})

import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { accept, decline, joinWaitlist } from './seat-answers.ts'
import { assignTables, checkIn, undoCheckIn } from './seat-arrivals.ts'
import {
  freeSeats,
  heldSeats,
  openLedger,
  overBy,
  type SeatDecision,
  type SeatLedger,
} from './seat-ledger.ts'
import { changeCapacity, expireOffers, moveInWaitlist, promote } from './seat-promotion.ts'

const start = Date.UTC(2026, 4, 1)
const startsAt = new Date(start + 80 * 3_600_000)

type Command = (ledger: SeatLedger, now: Date) => SeatDecision<string>

const invitation = fc.integer({ min: 1, max: 12 }).map(n => `i${n}`)
const party = fc.record({
  invitation,
  seats: fc.integer({ min: 1, max: 4 }),
  segment: fc.constantFrom('existing', 'prospect'),
})
const largeParties = fc.constantFrom('skip' as const, 'hold' as const)
const capacity = fc.option(fc.integer({ min: 0, max: 10 }), { freq: 8 })

const command: fc.Arbitrary<{ name: string; run: Command }> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(party, largeParties).map(([who, large]) => ({
      name: 'accept',
      run: (l: SeatLedger, now: Date) => accept(l, who, { now, startsAt, largeParties: large }),
    })),
  },
  {
    weight: 2,
    arbitrary: invitation.map(who => ({
      name: 'decline',
      run: (l: SeatLedger, now: Date) => decline(l, who, { now }),
    })),
  },
  {
    weight: 1,
    arbitrary: party.map(who => ({
      name: 'join',
      run: (l: SeatLedger, now: Date) => joinWaitlist(l, who, { now, startsAt }),
    })),
  },
  {
    weight: 2,
    arbitrary: largeParties.map(large => ({
      name: 'promote',
      run: (l: SeatLedger, now: Date) =>
        promote(l, { now, startsAt, offerHours: 5, largeParties: large, isQuietFor: who => who === 'i3' }),
    })),
  },
  {
    weight: 2,
    arbitrary: party.map(who => ({
      name: 'check in',
      run: (l: SeatLedger, now: Date) =>
        checkIn(l, who, { now, doorsOpenAt: new Date(start + 20 * 3_600_000) }),
    })),
  },
  {
    weight: 1,
    arbitrary: invitation.map(who => ({
      name: 'undo check-in',
      run: (l: SeatLedger, now: Date) => undoCheckIn(l, who, { now }),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.dictionary(invitation, fc.constantFrom('A', 'B', null)).map(places => ({
      name: 'tables',
      run: (l: SeatLedger, now: Date) => assignTables(l, places, { now }),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ name: 'expire', run: (l: SeatLedger, now: Date) => expireOffers(l, { now }) }),
  },
  {
    weight: 1,
    arbitrary: capacity.map(to => ({
      name: 'capacity',
      run: (l: SeatLedger, now: Date) => changeCapacity(l, to, { now }),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(invitation, fc.integer({ min: 1, max: 5 })).map(([who, position]) => ({
      name: 'move',
      run: (l: SeatLedger, now: Date) =>
        moveInWaitlist(l, { invitation: who, position, reason: 'asked' }, { now }),
    })),
  },
)
const story = fc.array(fc.record({ command, hours: fc.nat({ max: 4 }) }), { maxLength: 40 })
const opening = fc.record({ capacity, kept: fc.integer({ min: 0, max: 4 }) }).map(({ capacity, kept }) =>
  openLedger({
    capacity,
    segmentCaps: [{ segment: 'existing', kept, releasesAt: new Date(start + 40 * 3_600_000) }],
  }),
)

/** Freezes deeply, so that any mutation throws. */
function freeze<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value
  Object.values(value).forEach(freeze)
  return Object.freeze(value)
}

function tell(
  ledger: SeatLedger,
  steps: { command: { name: string; run: Command }; hours: number }[],
  check: (step: {
    name: string
    before: SeatLedger
    after: SeatLedger
    now: Date
    decision: SeatDecision<string>
  }) => void,
) {
  let before = freeze(ledger)
  let time = start
  for (const { command, hours } of steps) {
    time += hours * 3_600_000
    const now = new Date(time)
    const decision = command.run(before, now)
    const after = freeze(decision.ok ? decision.ledger : before)
    check({ name: command.name, before, after, now, decision })
    before = after
  }
}

test('held seats exceed the capacity only where the capacity was lowered', () => {
  fc.assert(
    fc.property(opening, story, (ledger, steps) =>
      tell(ledger, steps, ({ name, before, after, now }) => {
        if (name !== 'capacity') expect(overBy(after, now)).toBeLessThanOrEqual(overBy(before, now))
      }),
    ),
  )
})

test('identity and count agree: every invitation stands once, and held plus free is the capacity', () => {
  fc.assert(
    fc.property(opening, story, (ledger, steps) =>
      tell(ledger, steps, ({ after, now }) => {
        const names = [...after.claims, ...after.waitlist].map(one => one.invitation)
        expect(new Set(names).size).toBe(names.length)
        const free = freeSeats(after, now)
        if (after.capacity !== null && free !== null)
          expect(heldSeats(after, now) + free - overBy(after, now)).toBe(after.capacity)
      }),
    ),
  )
})

test('the order of the waitlist changes only by a reasoned move', () => {
  fc.assert(
    fc.property(opening, story, (ledger, steps) =>
      tell(ledger, steps, ({ name, before, after }) => {
        if (name === 'move') return
        const waited = before.waitlist.map(one => one.invitation)
        const still = after.waitlist.map(one => one.invitation).filter(who => waited.includes(who))
        expect(still).toEqual(waited.filter(who => still.includes(who)))
        expect(after.waitlist.slice(0, still.length).map(one => one.invitation)).toEqual(still)
      }),
    ),
  )
})

test('declining is never refused and leaves nothing behind', () => {
  fc.assert(
    fc.property(opening, story, invitation, (ledger, steps, who) =>
      tell(ledger, steps, ({ after, now }) => {
        const decision = decline(after, who, { now })
        expect(decision.ok && JSON.stringify(decision.ledger).includes(`"${who}"`)).toBe(false)
        expect(decision.ok).toBe(true)
      }),
    ),
  )
})

test('the revision rises by one with a change and stays without', () => {
  fc.assert(
    fc.property(opening, story, (ledger, steps) =>
      tell(ledger, steps, ({ before, after }) => {
        const { revision: old, ...was } = before
        const { revision, ...is } = after
        const changed = JSON.stringify(was) !== JSON.stringify(is)
        expect(revision).toBe(changed ? old + 1 : old)
      }),
    ),
  )
})

test('nobody seated loses a seat except by own choice or an expired offer', () => {
  fc.assert(
    fc.property(opening, story, (ledger, steps) =>
      tell(ledger, steps, ({ before, after, decision }) => {
        const gone = before.claims.filter(
          one => !after.claims.some(other => other.invitation === one.invitation),
        )
        const told = decision.ok ? decision.effects : []
        for (const { invitation } of gone)
          expect(told).toContainEqual(
            expect.objectContaining({ invitation, kind: expect.stringMatching(/released|offer_expired/) }),
          )
      }),
    ),
  )
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { WorkingPlan } from '../calendar/working-clock.ts'
import { followState, promiseAnew, readClocks, startClocks } from './case-clocks.ts'
import { promiseFault } from './case-kinds.ts'
import { CASE_STATES } from './case-state.ts'
import { escalationAt, nextEscalation } from './escalation.ts'
import { recoveryGrade } from './recovery.ts'

const HOUR = 3_600_000
const plan: WorkingPlan = {
  zone: 'Asia/Ho_Chi_Minh',
  hours: { from: '08:00', until: '17:00' },
  calendar: { weekend: [6, 7], holidays: [] },
}
const at = (text: string) => new Date(`${text}+07:00`)
const monday = at('2026-11-23T10:00')
const normal = { acknowledge: 240, resolve: 1620 }

describe('the two clocks of a case', () => {
  test('the first stops for good once the case is taken up, the second while it is not with us', () => {
    const started = startClocks(monday, normal)
    expect(readClocks(started, monday, plan).dueAt).toEqual(at('2026-11-23T14:00'))
    const taken = followState(started, 'in_work', at('2026-11-23T11:00'), plan)
    const read = readClocks(taken, at('2026-11-23T11:00'), plan)
    expect([read.acknowledge.running, read.acknowledge.spent, read.dueAt]).toEqual([
      false,
      HOUR,
      at('2026-11-26T10:00'),
    ])
    const waiting = followState(taken, 'waiting', at('2026-11-23T12:00'), plan)
    expect(readClocks(waiting, at('2026-11-30T12:00'), plan)).toMatchObject({
      dueAt: null,
      resolve: { spent: 2 * HOUR },
    })
    const again = followState(waiting, 'in_work', at('2026-11-30T08:00'), plan)
    expect(readClocks(again, at('2026-11-30T09:00'), plan).resolve.spent).toBe(3 * HOUR)
  })

  test('another promise keeps what was spent', () => {
    const clocks = promiseAnew(startClocks(monday, normal), { acknowledge: 60, resolve: 540 })
    const { acknowledge, resolve } = readClocks(clocks, at('2026-11-23T12:00'), plan)
    expect([acknowledge.late, resolve.left]).toEqual([true, 7 * HOUR])
  })

  test('law: whatever states a case goes through, no spent time is lost and none comes back', () => {
    const walk = fc.array(fc.tuple(fc.constantFrom(...CASE_STATES), fc.nat(50)), { maxLength: 15 })
    fc.assert(
      fc.property(walk, moves => {
        let clocks = startClocks(monday, normal)
        let now = monday
        let known = { acknowledge: 0, resolve: 0 }
        for (const [state, hours] of moves) {
          now = new Date(now.getTime() + hours * HOUR)
          clocks = followState(clocks, state, now, plan)
          const read = readClocks(clocks, now, plan)
          expect(read.acknowledge.spent).toBeGreaterThanOrEqual(known.acknowledge)
          expect(read.resolve.spent).toBeGreaterThanOrEqual(known.resolve)
          expect(read.resolve.running).toBe(state === 'open' || state === 'in_work')
          known = { acknowledge: read.acknowledge.spent, resolve: read.resolve.spent }
        }
      }),
    )
  })
})

describe('escalation', () => {
  test.each([
    ['2026-11-23T13:59', 0],
    ['2026-11-23T14:00', 1],
    ['2026-11-26T10:00', 2],
    ['2026-12-01T10:00', 3],
  ] as const)('of a case nobody touches, at %s', (moment, level) => {
    expect(escalationAt(startClocks(monday, normal), at(moment), plan)).toBe(level)
  })

  test('stands still with the clock', () => {
    const waiting = followState(startClocks(monday, normal), 'waiting', monday, plan)
    expect(escalationAt(waiting, at('2027-11-26T10:00'), plan)).toBe(0)
    expect(nextEscalation(waiting, 0, monday, plan)).toBeNull()
  })

  test('law: nothing escalates before the instant that was foreseen, and it does then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 5000 }), fc.constantFrom(0, 1, 2), (minutes, above) => {
        const clocks = startClocks(monday, { acknowledge: 60, resolve: minutes })
        const next = nextEscalation(clocks, above as 0 | 1 | 2, monday, plan)
        if (!next) throw new Error('a running clock always escalates')
        expect(escalationAt(clocks, next, plan)).toBeGreaterThan(above)
        expect(escalationAt(clocks, new Date(next.getTime() - 1), plan)).toBeLessThanOrEqual(above)
      }),
    )
  })
})

test.each([
  [{ acknowledge: 60, resolve: 540 }, null],
  [{ acknowledge: 540, resolve: 60 }, 'resolve_before_acknowledge'],
  [{ acknowledge: 0, resolve: 60 }, 'not_minutes'],
  [{ acknowledge: 1.5, resolve: 60 }, 'not_minutes'],
])('a promise of %j', (promise, fault) => {
  expect(promiseFault(promise)).toBe(fault)
})

test.each([
  [2, 4, 'recovered'],
  [2, 3, 'better'],
  [3, 3, 'same'],
  [3, 1, 'worse'],
  [null, 3, 'same'],
  [null, 5, 'recovered'],
] as const)('from %p to %p is %s', (before, after, grade) => {
  expect(recoveryGrade({ before, after })).toBe(grade)
})

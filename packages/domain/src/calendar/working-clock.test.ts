import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { WorkingPlan } from './working-clock.ts'
import { addWorkingTime, workingTimeBetween } from './working-clock.ts'

const HOUR = 3_600_000
const saigon: WorkingPlan = {
  zone: 'Asia/Ho_Chi_Minh',
  hours: { from: '09:00', until: '17:00' },
  calendar: {
    weekend: [6, 7],
    holidays: [
      { date: '2026-09-02', name: 'National Day' },
      { date: '2026-12-24', name: 'Christmas Eve', half: true },
    ],
  },
}
const berlinAtNight: WorkingPlan = {
  zone: 'Europe/Berlin',
  hours: { from: '00:00', until: '08:00' },
  calendar: { weekend: [], holidays: [] },
}
const at = (text: string) => new Date(text)

describe('working time between two instants', () => {
  test.each([
    ['over a weekend', '2026-11-20T16:00+07:00', '2026-11-23T10:00+07:00', 2],
    ['before the day opens', '2026-11-23T05:00+07:00', '2026-11-23T08:59+07:00', 0],
    ['after the day closes', '2026-11-23T17:00+07:00', '2026-11-23T23:00+07:00', 0],
    ['a whole week', '2026-11-16T00:00+07:00', '2026-11-23T00:00+07:00', 40],
    ['over a holiday', '2026-09-01T16:00+07:00', '2026-09-03T10:00+07:00', 2],
    ['over a half day', '2026-12-24T00:00+07:00', '2026-12-25T00:00+07:00', 3],
    ['no time at all', '2026-11-23T10:00+07:00', '2026-11-23T10:00+07:00', 0],
  ])('%s', (_name, from, until, hours) => {
    expect(workingTimeBetween(at(from), at(until), saigon)).toBe(hours * HOUR)
  })

  test('is real time where the clock changes within the hours', () => {
    const spring = workingTimeBetween(
      at('2026-03-29T00:00+01:00'),
      at('2026-03-29T08:00+02:00'),
      berlinAtNight,
    )
    const autumn = workingTimeBetween(
      at('2026-10-25T00:00+02:00'),
      at('2026-10-25T08:00+01:00'),
      berlinAtNight,
    )
    expect([spring / HOUR, autumn / HOUR]).toEqual([7, 9])
  })

  test('refuses time that runs backward', () => {
    expect(() => workingTimeBetween(at('2026-11-23T10:00Z'), at('2026-11-23T09:00Z'), saigon)).toThrow(
      RangeError,
    )
  })
})

describe('adding working time', () => {
  test.each([
    ['over a weekend', '2026-11-20T16:00+07:00', 2, '2026-11-23T10:00+07:00'],
    ['to the very end of a day', '2026-11-20T16:00+07:00', 1, '2026-11-20T17:00+07:00'],
    ['from a night', '2026-11-20T22:00+07:00', 1, '2026-11-23T10:00+07:00'],
    ['over a holiday', '2026-09-01T16:00+07:00', 8, '2026-09-03T16:00+07:00'],
    ['nothing', '2026-11-21T12:00+07:00', 0, '2026-11-21T12:00+07:00'],
  ])('%s', (_name, from, hours, until) => {
    expect(addWorkingTime(at(from), hours * HOUR, saigon)).toEqual(at(until))
  })

  test('gives up where nobody ever works', () => {
    const never = { ...saigon, calendar: { weekend: [1, 2, 3, 4, 5, 6, 7] as const, holidays: [] } }
    expect(addWorkingTime(at('2026-11-20T16:00Z'), 1, never)).toBeNull()
  })
})

const instant = fc
  .integer({ min: at('2026-01-01T00:00Z').getTime(), max: at('2027-01-01T00:00Z').getTime() })
  .map(time => new Date(time))
const plan = fc.constantFrom(saigon, berlinAtNight)

describe('laws', () => {
  test('spans add up, and no clock runs backward or faster than time', () => {
    fc.assert(
      fc.property(fc.tuple(instant, instant, instant), plan, (unsorted, where) => {
        const [a, b, c] = unsorted.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date]
        const [first, second] = [workingTimeBetween(a, b, where), workingTimeBetween(b, c, where)]
        expect(first + second).toBe(workingTimeBetween(a, c, where))
        expect(first).toBeGreaterThanOrEqual(0)
        expect(first).toBeLessThanOrEqual(b.getTime() - a.getTime())
      }),
    )
  })

  test('what was added is what lies between, and a moment earlier it is less', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 400 * HOUR }), plan, (from, amount, where) => {
        const until = addWorkingTime(from, amount, where)
        if (!until) throw new Error('these calendars work')
        expect(workingTimeBetween(from, until, where)).toBe(amount)
        const before = new Date(until.getTime() - 1)
        expect(workingTimeBetween(from, before, where)).toBeLessThan(amount)
      }),
    )
  })
})

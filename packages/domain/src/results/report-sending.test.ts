import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isWorkingDay } from '../calendar/working-days.ts'
import { calendarYear } from '../quarter.ts'
import { wallTimeIn } from '../wall-time.ts'
import { dueAfterClose, dueInQuarter, leavesAt } from './report-sending.ts'

const zone = 'Asia/Ho_Chi_Minh'
const calendar = { weekend: [6, 7], holidays: [{ date: '2026-10-12', name: 'Storm' }] } as const
const plan = { time: '08:00', zone, calendar }
const at = (local: string) => new Date(`${local}:00+07:00`)

test('days after a wave closed, on a working day, never before it closed', () => {
  expect(dueAfterClose(at('2026-08-28T17:00'), 1, plan)).toEqual(at('2026-08-31T08:00'))
  expect(dueAfterClose(at('2026-08-27T17:00'), 0, plan)).toEqual(at('2026-08-28T08:00'))
  expect(dueAfterClose(at('2026-08-27T07:00'), 0, plan)).toEqual(at('2026-08-27T08:00'))
})

test('a day of a quarter: of its second month, and past weekend and holiday', () => {
  const q4 = { year: 2026, quarter: 4 } as const
  expect(dueInQuarter(q4, { month: 2, day: 3 }, calendarYear, plan)).toEqual(at('2026-11-03T08:00'))
  expect(dueInQuarter(q4, { month: 1, day: 10 }, calendarYear, plan)).toEqual(at('2026-10-13T08:00'))
  const fiscal = { startMonth: 4, yearNaming: 'start' } as const
  expect(dueInQuarter(q4, { month: 1, day: 5 }, fiscal, plan)).toEqual(at('2027-01-05T08:00'))
  expect(() => dueInQuarter(q4, { month: 1, day: 31 }, calendarYear, plan)).toThrow(RangeError)
})

test('what is late leaves in the morning of a working day', () => {
  const due = at('2026-08-28T08:00')
  expect(leavesAt(due, at('2026-08-28T07:00'), plan)).toEqual(due)
  expect(leavesAt(due, at('2026-08-28T08:05'), plan)).toEqual(at('2026-08-28T08:05'))
  expect(leavesAt(due, at('2026-08-28T20:00'), plan)).toEqual(at('2026-08-31T08:00'))
  expect(leavesAt(due, at('2026-08-29T09:00'), plan)).toEqual(at('2026-08-31T08:00'))
})

test('never on a day off, in any zone, whenever the wave closed', () => {
  const closes = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2027-12-01T00:00:00Z'),
    noInvalidDate: true,
  })
  const zones = fc.constantFrom(zone, 'America/New_York', 'Pacific/Apia')
  fc.assert(
    fc.property(closes, fc.integer({ min: 0, max: 60 }), zones, (closedAt, days, where) => {
      const due = dueAfterClose(closedAt, days, { ...plan, zone: where })
      expect(due?.getTime()).toBeGreaterThan(closedAt.getTime())
      const wall = wallTimeIn(due as Date, where)
      expect(isWorkingDay(wall.date, calendar)).toBe(true)
      expect(wall.time).toBe('08:00')
    }),
  )
})

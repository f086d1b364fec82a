import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { wallTimeIn } from '../wall-time.ts'
import { mayLeave, nextDigest } from './digest.ts'

const zone = 'Asia/Ho_Chi_Minh'
const calendar: WorkingCalendar = {
  weekend: [6, 7],
  holidays: [{ date: '2026-11-24', name: 'proclaimed' }],
}
const at = (text: string) => new Date(`${text}+07:00`)
const plan = { time: '07:30', zone, calendar }

describe('the list of the day by mail', () => {
  test.each([
    ['2026-11-20T07:00', '2026-11-20T07:30'],
    ['2026-11-20T07:30', '2026-11-23T07:30'],
    ['2026-11-23T08:00', '2026-11-25T07:30'],
  ])('after %s comes %s: on no weekend and no holiday', (now, next) => {
    expect(nextDigest(at(now), plan)).toEqual(at(next))
  })

  test('comes at the hour of one’s own zone, also where clocks change', () => {
    const berlin = { time: '07:30', zone: 'Europe/Berlin', calendar: { weekend: [], holidays: [] } }
    const first = nextDigest(new Date('2026-10-24T12:00:00Z'), berlin)
    expect(first?.toISOString()).toBe('2026-10-25T06:30:00.000Z')
    expect(wallTimeIn(first as Date, 'Europe/Berlin').time).toBe('07:30')
  })

  test('never, where nobody ever works', () => {
    expect(
      nextDigest(at('2026-11-20T07:00'), {
        ...plan,
        calendar: { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] },
      }),
    ).toBeNull()
  })

  test('does not leave hours late, nor on a day that became a holiday', () => {
    const due = at('2026-11-23T07:30')
    expect(mayLeave(due, at('2026-11-23T08:30'), plan)).toBe(true)
    expect(mayLeave(due, at('2026-11-23T07:00'), plan)).toBe(false)
    expect(mayLeave(due, at('2026-11-23T18:00'), plan)).toBe(false)
    expect(mayLeave(at('2026-11-24T07:30'), at('2026-11-24T07:31'), plan)).toBe(false)
  })
})

test('law: the next one is after now, at its hour, on a working day, and none is skipped between', () => {
  const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, now => {
      const next = nextDigest(now, plan) as Date
      expect(next.getTime()).toBeGreaterThan(now.getTime())
      const { date, time } = wallTimeIn(next, zone)
      expect(time).toBe('07:30')
      expect(isWorkingDay(date, calendar)).toBe(true)
      expect(nextDigest(new Date(next.getTime() - 1), plan)).toEqual(next)
    }),
  )
})

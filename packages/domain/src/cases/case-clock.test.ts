import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { WorkingPlan } from '../calendar/working-clock.ts'
import type { CaseClock } from './case-clock.ts'
import { goOn, readClock, startClock, stopClock } from './case-clock.ts'

const HOUR = 3_600_000
const plan: WorkingPlan = {
  zone: 'Asia/Ho_Chi_Minh',
  hours: { from: '09:00', until: '17:00' },
  calendar: { weekend: [6, 7], holidays: [] },
}
const at = (text: string) => new Date(`${text}+07:00`)
const friday = at('2026-11-20T16:00')

describe('a clock of a case', () => {
  test('is due in working hours', () => {
    const clock = startClock(friday, 2 * HOUR)
    expect(readClock(clock, at('2026-11-23T09:30'), plan)).toEqual({
      running: true,
      spent: 1.5 * HOUR,
      left: 0.5 * HOUR,
      dueAt: at('2026-11-23T10:00'),
      late: false,
    })
    expect(readClock(clock, at('2026-11-23T11:00'), plan)).toMatchObject({ left: -1 * HOUR, late: true })
  })

  test('is late once its time is spent, also while nobody works', () => {
    const clock = startClock(friday, HOUR)
    const read = (moment: string) => readClock(clock, at(moment), plan)
    expect(read('2026-11-20T17:00')).toMatchObject({ left: 0, late: false })
    expect(read('2026-11-22T12:00')).toMatchObject({ left: 0, late: true })
  })

  test('stands still while we wait for the customer', () => {
    const waiting = stopClock(startClock(friday, 8 * HOUR), at('2026-11-23T10:00'), plan)
    expect(readClock(waiting, at('2026-12-23T10:00'), plan)).toMatchObject({
      running: false,
      spent: 2 * HOUR,
      dueAt: null,
    })
    const again = goOn(waiting, at('2026-12-23T10:00'))
    expect(readClock(again, at('2026-12-23T10:00'), plan).dueAt).toEqual(at('2026-12-23T16:00'))
  })

  test('gives the customer the day that became a holiday, and keeps what was counted before', () => {
    const clock = goOn(stopClock(startClock(friday, 8 * HOUR), at('2026-11-20T17:00'), plan), friday)
    const holidays = [
      { date: '2026-11-20', name: 'proclaimed late' },
      { date: '2026-11-23', name: 'proclaimed' },
    ]
    const proclaimed = { ...plan, calendar: { ...plan.calendar, holidays } }
    expect(readClock(clock, friday, proclaimed).spent).toBe(HOUR)
    expect(readClock(clock, friday, proclaimed).dueAt).toEqual(at('2026-11-24T16:00'))
  })

  test('that runs already goes on as it does', () => {
    const clock = startClock(friday, HOUR)
    expect(goOn(clock, at('2026-12-01T00:00'))).toBe(clock)
  })

  test('counts nothing for an instant before its beginning', () => {
    expect(stopClock(startClock(friday, HOUR), at('2026-11-01T00:00'), plan).spent).toBe(0)
  })
})

test('law: no clock runs backward, whatever is stopped and taken up again, also by a wrong clock', () => {
  const moves = fc.array(
    fc.record({ what: fc.constantFrom('stop', 'go', 'read'), hours: fc.integer({ min: -5, max: 60 }) }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(moves, list => {
      let clock: CaseClock = startClock(friday, 40 * HOUR)
      let now = friday
      let known = 0
      for (const { what, hours } of list) {
        const moment = new Date(now.getTime() + hours * HOUR)
        if (moment > now) now = moment
        clock = what === 'stop' ? stopClock(clock, moment, plan) : what === 'go' ? goOn(clock, moment) : clock
        const { spent } = readClock(clock, now, plan)
        expect(clock.spent).toBeGreaterThanOrEqual(0)
        if (what !== 'stop') expect(spent).toBeGreaterThanOrEqual(clock.spent)
        known = Math.max(known, clock.spent)
        expect(clock.spent).toBe(known)
      }
    }),
  )
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addLocalDays } from '../local-date.ts'
import { resolveWallTime, wallTimeIn } from '../wall-time.ts'
import {
  dayKind,
  isWorkingDay,
  nextWorkingTime,
  openingOf,
  type WorkingCalendar,
  weekendOf,
} from './working-days.ts'

const zone = 'Asia/Ho_Chi_Minh'
const hours = { from: '08:00', until: '18:00' }
const calendar: WorkingCalendar = {
  weekend: [6, 7],
  holidays: [
    { date: '2026-04-30', name: 'Reunification Day' },
    { date: '2026-05-01', name: 'Labour Day' },
    { date: '2026-05-02', name: 'A holiday on a Saturday' },
    { date: '2026-12-24', name: 'Christmas Eve', half: true },
  ],
}
const at = (date: string, time: string) => resolveWallTime({ date, time, zone }).instant
const next = (date: string, time: string) => {
  const found = nextWorkingTime({ instant: at(date, time), zone, hours, calendar })
  return found && `${wallTimeIn(found, zone).date} ${wallTimeIn(found, zone).time}`
}

describe('days', () => {
  test.each([
    ['2026-04-29', { kind: 'working' }, true],
    ['2026-04-30', { kind: 'holiday', name: 'Reunification Day' }, false],
    ['2026-05-02', { kind: 'holiday', name: 'A holiday on a Saturday' }, false],
    ['2026-05-03', { kind: 'weekend' }, false],
    ['2026-12-24', { kind: 'half', name: 'Christmas Eve' }, true],
  ])('%s', (date, kind, works) => {
    expect(dayKind(date, calendar)).toEqual(kind)
    expect(isWorkingDay(date, calendar)).toBe(works)
  })

  test('a full holiday outweighs a half one on the same day', () => {
    const both = {
      ...calendar,
      holidays: [
        { date: '2026-12-24', name: 'Half', half: true },
        { date: '2026-12-24', name: 'Full' },
      ],
    }
    expect(dayKind('2026-12-24', both)).toEqual({ kind: 'holiday', name: 'Full' })
  })

  test('weekends differ by country', () => {
    expect(['VN', 'sa', 'IR', 'ZZ'].map(weekendOf)).toEqual([[6, 7], [5, 6], [5], [6, 7]])
  })
})

describe('opening hours', () => {
  test('are instants of the zone, half-open', () => {
    expect(openingOf('2026-04-29', { zone, hours, calendar })).toEqual({
      from: at('2026-04-29', '08:00'),
      until: at('2026-04-29', '18:00'),
    })
  })

  test('of a half day end at noon, of a holiday there are none', () => {
    expect(openingOf('2026-12-24', { zone, hours, calendar })?.until).toEqual(at('2026-12-24', '12:00'))
    expect(openingOf('2026-12-24', { zone, hours: { from: '13:00', until: '18:00' }, calendar })).toBeNull()
    expect(openingOf('2026-05-01', { zone, hours, calendar })).toBeNull()
  })

  test('that end before they begin are refused', () => {
    expect(() =>
      openingOf('2026-04-29', { zone, hours: { from: '18:00', until: '08:00' }, calendar }),
    ).toThrow(RangeError)
  })
})

describe('the next working time', () => {
  test.each([
    ['2026-04-29', '10:17', '2026-04-29 10:17'],
    ['2026-04-29', '07:59', '2026-04-29 08:00'],
    ['2026-04-29', '08:00', '2026-04-29 08:00'],
    ['2026-04-29', '17:59', '2026-04-29 17:59'],
    ['2026-04-29', '18:00', '2026-05-04 08:00'],
    ['2026-05-02', '12:00', '2026-05-04 08:00'],
    ['2026-12-24', '12:00', '2026-12-25 08:00'],
  ])('from %s %s is %s', (date, time, expected) => {
    expect(next(date, time)).toBe(expected)
  })

  test('stays at the same hour on the wall when clocks change', () => {
    const from = nextWorkingTime({
      instant: new Date('2026-03-28T12:00Z'),
      zone: 'Europe/Berlin',
      hours,
      calendar: { weekend: [6, 7], holidays: [] },
    })
    expect(from).toEqual(new Date('2026-03-30T06:00Z'))
  })

  test('is none where no day is worked', () => {
    expect(
      nextWorkingTime({
        instant: at('2026-04-29', '10:00'),
        zone,
        hours,
        calendar: { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] },
      }),
    ).toBeNull()
  })

  test('law: it is open, not before the question, and asking again there changes nothing', () => {
    const instants = fc
      .integer({ min: 0, max: 400 * 1440 })
      .map(minute => new Date(Date.UTC(2026, 0, 1) + minute * 60_000))
    const zones = fc.constantFrom(
      'Asia/Ho_Chi_Minh',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Kiritimati',
    )
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const found = nextWorkingTime({ instant, zone, hours, calendar })
        if (!found) throw new Error('no working time found')
        const wall = wallTimeIn(found, zone)
        expect(found.getTime()).toBeGreaterThanOrEqual(instant.getTime())
        expect(isWorkingDay(wall.date, calendar) && wall.time >= '08:00' && wall.time < '18:00').toBe(true)
        expect(nextWorkingTime({ instant: found, zone, hours, calendar })).toEqual(found)
        for (let date = wallTimeIn(instant, zone).date; date < wall.date; date = addLocalDays(date, 1))
          if (date > wallTimeIn(instant, zone).date) expect(isWorkingDay(date, calendar)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isoWeekday, isoWeekdayOfDay, localDateOfDay, localDayOf } from './local-date.ts'
import { localDayNumber, resolveWallTime, startOfLocalDay, wallTimeIn } from './wall-time.ts'
import { clockOf } from './zone-clock.ts'

const zones = fc.constantFrom(
  'UTC',
  'Asia/Ho_Chi_Minh',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Havana',
  'Pacific/Apia',
)
const instants = fc
  .integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2035, 0, 1) })
  .map(time => new Date(time))

test('a day that is counted is the day that the calendar shows, also before 1970', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const { clock } = clockOf(zone)
      const day = localDayNumber(instant, clock)
      const { date } = wallTimeIn(instant, zone)
      expect(localDateOfDay(day)).toBe(date)
      expect(localDayOf(date)).toBe(day)
      expect(startOfLocalDay(day, clock)).toEqual(resolveWallTime({ date, time: '00:00', zone }).instant)
    }),
    { numRuns: 300 },
  )
  expect([localDateOfDay(-1), isoWeekday('1969-12-31'), isoWeekdayOfDay(-8)]).toEqual(['1969-12-31', 3, 3])
})

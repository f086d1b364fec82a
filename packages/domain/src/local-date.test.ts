import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isLocalDate } from './is-local-date.ts'
import {
  addLocalDays,
  addLocalMonths,
  isoWeekday,
  localDate,
  localDateParts,
  localDaysBetween,
} from './local-date.ts'

const days = fc.integer({ min: -200_000, max: 200_000 }).map(n => addLocalDays('2026-01-01', n))

describe('a calendar day', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '2026-01-01T00:00', ''])(
    '%j is none',
    text => {
      expect(isLocalDate(text)).toBe(false)
      expect(() => addLocalDays(text, 1)).toThrow(RangeError)
    },
  )

  test('leap days exist where the Gregorian calendar has them', () => {
    expect(['2028-02-29', '2000-02-29', '1900-02-29', '2100-02-29'].map(isLocalDate)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('is made of and falls into its parts', () => {
    expect(localDate(2026, 3, 8)).toBe('2026-03-08')
    expect(localDateParts('2026-03-08')).toEqual({ year: 2026, month: 3, day: 8 })
    expect(() => localDate(2026, 2, 30)).toThrow('not a calendar day')
  })

  test('months end where they end', () => {
    expect(addLocalMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addLocalMonths('2027-01-31', 13)).toBe('2028-02-29')
    expect(addLocalMonths('2026-03-31', -1)).toBe('2026-02-28')
  })

  test('weekdays count from Monday', () => {
    expect(['2026-02-16', '2026-02-17', '2026-02-22'].map(isoWeekday)).toEqual([1, 2, 7])
  })

  test('days outside four-digit years are refused', () => {
    expect(() => addLocalDays('9999-12-31', 1)).toThrow(RangeError)
  })
})

describe('laws of day arithmetic', () => {
  test('adding the distance arrives', () => {
    fc.assert(fc.property(days, days, (a, b) => expect(addLocalDays(a, localDaysBetween(a, b))).toBe(b)))
  })

  test('days sort as strings', () => {
    fc.assert(fc.property(days, days, (a, b) => expect(a < b).toBe(localDaysBetween(a, b) > 0)))
  })

  test('seven days on is the same weekday', () => {
    fc.assert(fc.property(days, a => expect(isoWeekday(addLocalDays(a, 7))).toBe(isoWeekday(a))))
  })
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addLocalDays } from './local-date.ts'
import {
  addQuarters,
  calendarYear,
  compareQuarters,
  type FiscalCalendar,
  formatQuarter,
  parseQuarter,
  type Quarter,
  quarterOf,
  quarterRange,
  quartersBetween,
} from './quarter.ts'

describe('writing and reading', () => {
  test('a quarter is written with its year first', () => {
    expect(formatQuarter({ year: 2026, quarter: 3 })).toBe('2026-Q3')
    expect(parseQuarter('2026-Q3')).toEqual({ year: 2026, quarter: 3 })
  })

  test.each(['2026-Q5', '2026-Q0', 'Q3 2026', '2026-q3', '26-Q3', '0000-Q1', ' 2026-Q3', ''])(
    '%j is none',
    text => {
      expect(parseQuarter(text)).toBeNull()
    },
  )

  test('a year that is none is refused', () => {
    expect(() => formatQuarter({ year: 2026.5, quarter: 1 })).toThrow(RangeError)
  })
})

describe('fiscal calendars', () => {
  const cases: [FiscalCalendar, string, string][] = [
    [calendarYear, '2026-01-01', '2026-Q1'],
    [calendarYear, '2026-12-31', '2026-Q4'],
    [{ startMonth: 1, yearNaming: 'end' }, '2026-08-15', '2026-Q3'],
    [{ startMonth: 4, yearNaming: 'start' }, '2026-03-31', '2025-Q4'],
    [{ startMonth: 4, yearNaming: 'start' }, '2026-04-01', '2026-Q1'],
    [{ startMonth: 4, yearNaming: 'end' }, '2026-03-31', '2026-Q4'],
    [{ startMonth: 4, yearNaming: 'end' }, '2026-04-01', '2027-Q1'],
    [{ startMonth: 10, yearNaming: 'end' }, '2025-10-01', '2026-Q1'],
    [{ startMonth: 12, yearNaming: 'start' }, '2026-02-28', '2025-Q1'],
  ]

  test.each(cases)('%j: %s is in %s', (calendar, date, quarter) => {
    expect(formatQuarter(quarterOf(date, calendar))).toBe(quarter)
  })

  test('the range of a quarter ends where the next begins', () => {
    expect(quarterRange({ year: 2026, quarter: 3 }, calendarYear)).toEqual({
      from: '2026-07-01',
      until: '2026-10-01',
    })
    expect(quarterRange({ year: 2026, quarter: 1 }, { startMonth: 10, yearNaming: 'end' })).toEqual({
      from: '2025-10-01',
      until: '2026-01-01',
    })
  })

  test('a start month or a day that is none is refused', () => {
    expect(() => quarterOf('2026-01-01', { startMonth: 13, yearNaming: 'start' })).toThrow('startMonth')
    expect(() => quarterOf('2026-02-30', calendarYear)).toThrow(RangeError)
  })
})

describe('arithmetic', () => {
  test('crosses years', () => {
    expect(addQuarters({ year: 2026, quarter: 4 }, 1)).toEqual({ year: 2027, quarter: 1 })
    expect(addQuarters({ year: 2026, quarter: 1 }, -5)).toEqual({ year: 2024, quarter: 4 })
    expect(quartersBetween({ year: 2025, quarter: 3 }, { year: 2026, quarter: 3 })).toBe(4)
  })

  test('sorts', () => {
    const quarters = ['2026-Q1', '2025-Q4', '2025-Q2'].map(parseQuarter) as Quarter[]
    expect(quarters.sort(compareQuarters).map(formatQuarter)).toEqual(['2025-Q2', '2025-Q4', '2026-Q1'])
  })

  test('half a quarter is refused', () => {
    expect(() => addQuarters({ year: 2026, quarter: 1 }, 0.5)).toThrow(RangeError)
  })
})

describe('laws', () => {
  const calendars = fc.record({
    startMonth: fc.integer({ min: 1, max: 12 }),
    yearNaming: fc.constantFrom('start' as const, 'end' as const),
  })
  const quarters = fc.record({
    year: fc.integer({ min: 1900, max: 2200 }),
    quarter: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  })
  const days = fc.integer({ min: -20_000, max: 50_000 }).map(n => addLocalDays('2026-01-01', n))

  test('every day lies in the range of its quarter', () => {
    fc.assert(
      fc.property(days, calendars, (day, calendar) => {
        const { from, until } = quarterRange(quarterOf(day, calendar), calendar)
        expect(from <= day && day < until).toBe(true)
      }),
    )
  })

  test('quarters follow each other without a gap', () => {
    fc.assert(
      fc.property(quarters, calendars, (quarter, calendar) =>
        expect(quarterRange(quarter, calendar).until).toBe(
          quarterRange(addQuarters(quarter, 1), calendar).from,
        ),
      ),
    )
  })

  test('what is written reads back, what is added can be counted', () => {
    fc.assert(
      fc.property(quarters, fc.integer({ min: -400, max: 400 }), (quarter, count) => {
        expect(parseQuarter(formatQuarter(quarter))).toEqual(quarter)
        expect(quartersBetween(quarter, addQuarters(quarter, count))).toBe(count)
      }),
    )
  })
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cadenceDates, cadenceDatesBetween, MOST_DATES, nthWeekdayOfMonth } from './cadence.ts'
import { addLocalDays, addLocalMonths, type IsoWeekday, isoWeekday, localDateParts } from './local-date.ts'

describe('dates of a series', () => {
  test('every three months from the 31st comes back to the 31st', () => {
    expect(cadenceDates({ anchor: '2026-01-31', everyMonths: 3, count: 5 })).toEqual([
      '2026-01-31',
      '2026-04-30',
      '2026-07-31',
      '2026-10-31',
      '2027-01-31',
    ])
  })

  test('yearly from 29 February is 28 February in common years', () => {
    expect(cadenceDates({ anchor: '2028-02-29', everyMonths: 12, count: 5 })).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ])
  })

  test('four-monthly crosses the year', () => {
    expect(cadenceDates({ anchor: '2026-09-15', everyMonths: 4, count: 3 })).toEqual([
      '2026-09-15',
      '2027-01-15',
      '2027-05-15',
    ])
  })

  test('none are asked for, none are given', () => {
    expect(cadenceDates({ anchor: '2026-09-15', everyMonths: 4, count: 0 })).toEqual([])
  })
})

describe('the nth weekday', () => {
  test('the fifth Tuesday is the last one, never an empty month', () => {
    const on = { nth: 5, weekday: 2 } as const
    expect(cadenceDates({ anchor: '2026-06-30', everyMonths: 1, count: 4, on })).toEqual([
      '2026-06-30',
      '2026-07-28',
      '2026-08-25',
      '2026-09-29',
    ])
  })

  test('one that lies before the anchor is left out', () => {
    expect(
      cadenceDates({ anchor: '2026-01-15', everyMonths: 3, count: 2, on: { nth: 2, weekday: 3 } }),
    ).toEqual(['2026-04-08', '2026-07-08'])
  })

  test.each([
    [1, 1, '2026-07-06'],
    [1, 3, '2026-07-01'],
    [4, 5, '2026-07-24'],
    [5, 5, '2026-07-31'],
    ['last', 1, '2026-07-27'],
  ] as const)('%s, weekday %d of July 2026 is %s', (nth, weekday, date) => {
    expect(nthWeekdayOfMonth('2026-07-15', { nth, weekday })).toBe(date)
  })
})

describe('what cannot be meant is refused', () => {
  test.each([
    { anchor: '2026-02-30', everyMonths: 1, count: 1 },
    { anchor: '2026-01-31', everyMonths: 0, count: 1 },
    { anchor: '2026-01-31', everyMonths: 1.5, count: 1 },
    { anchor: '2026-01-31', everyMonths: 1, count: -1 },
    { anchor: '2026-01-31', everyMonths: 1, count: MOST_DATES + 1 },
    { anchor: '2026-01-31', everyMonths: 1, count: 0, on: { nth: 6 as 5, weekday: 1 as const } },
    { anchor: '2026-01-31', everyMonths: 1, count: 1, on: { nth: 1 as const, weekday: 8 as 7 } },
  ])('%j', plan => {
    expect(() => cadenceDates(plan)).toThrow(RangeError)
  })
})

describe('laws', () => {
  const anchors = fc.integer({ min: 0, max: 20_000 }).map(n => addLocalDays('2000-01-01', n))
  const steps = fc.integer({ min: 1, max: 24 })

  test('each date depends on the anchor alone, and months are never skipped', () => {
    fc.assert(
      fc.property(anchors, steps, fc.integer({ min: 1, max: 24 }), (anchor, everyMonths, count) => {
        const dates = cadenceDates({ anchor, everyMonths, count })
        expect(dates).toEqual(cadenceDates({ anchor, everyMonths, count: count + 3 }).slice(0, count))
        for (const [k, date] of dates.entries()) {
          expect(date).toBe(addLocalMonths(anchor, k * everyMonths))
          expect(localDateParts(date).day).toBeLessThanOrEqual(localDateParts(anchor).day)
        }
      }),
    )
  })

  test('a span shows the dates of the series that lie in it, all of them', () => {
    const ons = fc.constantFrom(
      undefined,
      { nth: 5, weekday: 2 } as const,
      { nth: 1, weekday: 1 } as const,
      { nth: 'last', weekday: 7 } as const,
    )
    fc.assert(
      fc.property(
        anchors,
        steps,
        ons,
        fc.nat(4000),
        fc.nat(900),
        (anchor, everyMonths, on, after, length) => {
          const series = { anchor, everyMonths, ...(on && { on }) }
          const span = {
            from: addLocalDays(anchor, after - 400),
            to: addLocalDays(anchor, after - 400 + length),
          }
          expect(cadenceDatesBetween(series, span)).toEqual(
            cadenceDates({ ...series, count: MOST_DATES }).filter(
              date => span.from <= date && date <= span.to,
            ),
          )
        },
      ),
    )
  })

  test('an nth weekday is that weekday in that month, and no later one is left for the fifth', () => {
    const nths = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const)
    const weekdays = fc.integer({ min: 1, max: 7 }).map(day => day as IsoWeekday)
    fc.assert(
      fc.property(anchors, nths, weekdays, (anchor, nth, weekday) => {
        const date = nthWeekdayOfMonth(anchor, { nth, weekday })
        expect(isoWeekday(date)).toBe(weekday)
        expect(date.slice(0, 7)).toBe(anchor.slice(0, 7))
        const ordinal = Math.ceil(localDateParts(date).day / 7)
        if (nth < 5) expect(ordinal).toBe(nth)
        else expect(addLocalDays(date, 7).slice(0, 7)).not.toBe(anchor.slice(0, 7))
      }),
    )
  })
})

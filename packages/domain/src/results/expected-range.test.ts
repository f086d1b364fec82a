import { describe, expect, test } from '@jest/globals'
import type { TrendQuarter } from './expected-range.ts'
import { expectedRanges } from './expected-range.ts'

/** Quarters with so many nonsatisfied of a hundred; null: hidden; 'changed': asked differently, 30 of a hundred. */
const quarters = (...values: (number | null | 'changed')[]): TrendQuarter[] =>
  values.map(value => {
    const nonsatisfied = value === 'changed' ? 30 : value
    return {
      counts: nonsatisfied === null ? null : [0, 100 - nonsatisfied, nonsatisfied, 0, 0],
      trendBroken: value === 'changed',
    }
  })
const calm = [30, 30, 30, 30, 30, 30, 30]

describe('what chance explains of a trend', () => {
  test('is unknown below eight quarters', () => {
    expect(expectedRanges(quarters(...calm))).toEqual(calm.map(() => null))
    expect(expectedRanges([])).toEqual([])
  })

  test('three standard errors about the share of all quarters together', () => {
    const ranges = expectedRanges(quarters(...calm, 30))
    const reach = 300 * Math.sqrt((0.3 * 0.7) / 100)
    expect(ranges[7]?.centre).toBeCloseTo(30, 9)
    expect(ranges[7]?.low).toBeCloseTo(30 - reach, 9)
    expect(ranges[7]?.high).toBeCloseTo(30 + reach, 9)
    expect(ranges.some(range => range?.signal)).toBe(false)
  })

  test('a quarter outside is a signal, unless answers of one account are that much alike', () => {
    const quiet = quarters(...calm, 50)
    expect(expectedRanges(quiet).map(range => range?.signal)).toEqual([...calm.map(() => false), true])
    expect(expectedRanges(quiet, { designEffect: 3 }).at(-1)?.signal).toBe(false)
  })

  test('a hidden quarter has no range and does not count; one asked differently begins anew', () => {
    expect(expectedRanges(quarters(...calm, null))).toEqual(Array(8).fill(null))
    expect(expectedRanges(quarters(...calm, null, 30))[7]).toBeNull()
    expect(expectedRanges(quarters(...calm, null, 30))[8]).not.toBeNull()
    expect(expectedRanges(quarters(...calm, 30, 'changed', 30)).every(range => range === null)).toBe(true)
    const since = expectedRanges(quarters(90, 90, 'changed', ...calm))
    expect(since.slice(0, 2)).toEqual([null, null])
    expect(since.at(-1)?.centre).toBeCloseTo(30, 9)
  })

  test('when all answer alike nothing is expected but that', () => {
    const ranges = expectedRanges(quarters(0, 0, 0, 0, 0, 0, 0, 0))
    expect(ranges[0]).toEqual({ centre: 0, low: 0, high: 0, signal: false })
  })
})

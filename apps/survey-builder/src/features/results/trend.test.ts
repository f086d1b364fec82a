import { describe, expect, test } from '@jest/globals'
import type { TrendPoint } from './trend.ts'
import { axisTop, linesOf, movements } from './trend.ts'

const points = (...values: (number | null | 'break')[]): TrendPoint[] =>
  values.map((value, at) => ({
    quarter: `2026-Q${at + 1}`,
    value: value === 'break' ? 30 : value,
    broken: value === 'break',
    expected: null,
  }))

describe('the lines of a trend', () => {
  test('end at gaps and start anew at breaks', () => {
    expect(linesOf(points(20, 25, null, 40, 'break', 35)).map(line => line.map(({ at }) => at))).toEqual([
      [0, 1],
      [3],
      [4, 5],
    ])
  })
})

describe('what moved', () => {
  test('from the first to the last of the unbroken line, the largest first', () => {
    const moved = movements([
      { factor: 'a', points: points(20, 22, 24) },
      { factor: 'b', points: points(50, 'break', 20) },
      { factor: 'c', points: points(null, null, 9) },
    ])
    expect(moved).toEqual([
      {
        factor: 'b',
        from: { quarter: '2026-Q2', value: 30 },
        to: { quarter: '2026-Q3', value: 20 },
        points: -10,
      },
      {
        factor: 'a',
        from: { quarter: '2026-Q1', value: 20 },
        to: { quarter: '2026-Q3', value: 24 },
        points: 4,
      },
    ])
  })
})

test.each([
  [[], 20],
  [[null, 12], 20],
  [[41], 60],
  [[60], 60],
  [[99], 100],
])('an axis over %j ends at %i', (values, top) => {
  expect(axisTop(values)).toBe(top)
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { correlations, enoughForImportance, relativeWeights, shapleyImportance } from './drivers.ts'

/** Two drivers that correlate by ρ, solved by hand. */
const two = (rho: number, a: number, b: number) => ({
  predictors: [
    [1, rho],
    [rho, 1],
  ],
  outcome: [a, b],
})
const fitOfTwo = (rho: number, a: number, b: number) => (a ** 2 + b ** 2 - 2 * rho * a * b) / (1 - rho ** 2)

describe('Shapley importance', () => {
  test('two drivers: the mean of coming first and coming last', () => {
    const { rSquared, importance } = shapleyImportance(two(0.5, 0.6, 0.4))
    const fit = fitOfTwo(0.5, 0.6, 0.4)
    expect(rSquared).toBeCloseTo(fit, 12)
    expect(importance).toEqual([
      expect.closeTo((0.36 + fit - 0.16) / 2, 12),
      expect.closeTo((0.16 + fit - 0.36) / 2, 12),
    ])
  })

  test('more drivers than can be tried are refused', () => {
    const many = Array.from({ length: 16 }, (_, i) =>
      Array.from({ length: 16 }, (__, j) => (i === j ? 1 : 0)),
    )
    expect(() => shapleyImportance({ predictors: many, outcome: many.map(() => 0.1) })).toThrow('too long')
  })
})

describe('relative weights', () => {
  test('two drivers, with the square root of their correlations written out', () => {
    const [rho, a, b] = [0.5, 0.6, 0.4]
    const half = (Math.sqrt(1 + rho) + Math.sqrt(1 - rho)) / 2
    const rest = (Math.sqrt(1 + rho) - Math.sqrt(1 - rho)) / 2
    const det = half ** 2 - rest ** 2
    const betas = [(half * a - rest * b) / det, (half * b - rest * a) / det]
    const [first, second] = [(betas[0] ?? 0) ** 2, (betas[1] ?? 0) ** 2]
    const { importance, rSquared } = relativeWeights(two(rho, a, b))
    expect(importance[0]).toBeCloseTo(half ** 2 * first + rest ** 2 * second, 12)
    expect(importance[1]).toBeCloseTo(rest ** 2 * first + half ** 2 * second, 12)
    expect(rSquared).toBeCloseTo(fitOfTwo(rho, a, b), 12)
  })
})

test('ten responses for each driver and fifty in all', () => {
  expect(enoughForImportance({ responses: 60, drivers: 6 })).toBe(true)
  expect(enoughForImportance({ responses: 59, drivers: 6 })).toBe(false)
  expect(enoughForImportance({ responses: 49, drivers: 2 })).toBe(false)
})

describe('correlations', () => {
  test('Anscombe: the four sets correlate by .816', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    const found = correlations({ rows: x.map(value => [value]), outcome: y })
    expect(found.outcome[0]).toBeCloseTo(0.816, 3)
    expect(found.predictors).toEqual([[1]])
  })

  test('what cannot correlate is refused with a reason', () => {
    const rows = [
      [1, 2],
      [2, 2],
      [3, 2],
    ]
    expect(() => correlations({ rows, outcome: [1, 2, 3] })).toThrow('driver 1 never varies')
    expect(() => correlations({ rows: rows.slice(1), outcome: [1, 2] })).toThrow('three respondents')
    expect(() => correlations({ rows: [[1], [2], [Number.NaN]], outcome: [1, 2, 3] })).toThrow('no number')
    expect(() => correlations({ rows: [[1], [2, 3], [4]], outcome: [1, 2, 3] })).toThrow('same drivers')
    expect(() => correlations({ rows: [[1], [2], [3]], outcome: [1, 2] })).toThrow('an outcome')
  })
})

describe.each([
  ['relative weights', relativeWeights],
  ['Shapley', shapleyImportance],
])('laws of %s', (_, importanceOf) => {
  // Correlations of real numbers, so that they are possible.
  const data = fc
    .array(fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: -50, max: 50 }))), {
      minLength: 12,
      maxLength: 20,
    })
    .map(rows => rows.map(row => row as number[]))
  const split = (rows: number[][]) => ({
    rows: rows.map(row => row.slice(0, 3)),
    outcome: rows.map(row => row[3] ?? 0),
  })
  const usable = (rows: number[][]) => {
    try {
      const found = correlations(split(rows))
      importanceOf(found)
      return found
    } catch (error) {
      if (error instanceof RangeError) return null
      throw error
    }
  }
  const onUsable = (check: (found: ReturnType<typeof correlations>, rows: number[][]) => void) =>
    fc.assert(
      fc.property(data, rows => {
        const found = usable(rows)
        fc.pre(found !== null)
        check(found, rows)
      }),
      { numRuns: 50 },
    )

  test('the parts add up to R², and none is negative', () => {
    onUsable(found => {
      const { rSquared, importance } = importanceOf(found)
      expect(importance.reduce((a, b) => a + b)).toBeCloseTo(rSquared, 9)
      expect(Math.min(...importance)).toBeGreaterThanOrEqual(0)
      expect(rSquared).toBeLessThanOrEqual(1)
    })
  })

  test('both methods explain the same R²', () => {
    onUsable(found => {
      expect(relativeWeights(found).rSquared).toBeCloseTo(shapleyImportance(found).rSquared, 8)
    })
  })

  test('the order of the columns plays no part', () => {
    onUsable(({ predictors, outcome }) => {
      const turned = {
        predictors: predictors.map(line => line.toReversed()).toReversed(),
        outcome: outcome.toReversed(),
      }
      const straight = importanceOf({ predictors, outcome }).importance
      for (const [at, part] of importanceOf(turned).importance.toReversed().entries())
        expect(part).toBeCloseTo(straight[at] ?? Number.NaN, 9)
    })
  })

  test('another unit of a column plays no part', () => {
    onUsable((found, rows) => {
      const scaled = correlations(
        split(rows.map(([a = 0, b = 0, c = 0, y = 0]) => [3 * a + 7, b, c / 10, 100 - y])),
      )
      for (const [at, part] of importanceOf(scaled).importance.entries())
        expect(part).toBeCloseTo(importanceOf(found).importance[at] ?? Number.NaN, 8)
    })
  })

  test('drivers that do not correlate are worth their squared correlation', () => {
    const part = fc.double({ min: -0.5, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        const predictors = [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ]
        const { importance } = importanceOf({ predictors, outcome: [a, b, c] })
        for (const [at, r] of [a, b, c].entries()) expect(importance[at]).toBeCloseTo(r ** 2, 12)
      }),
    )
  })

  test('what no data can have is refused', () => {
    expect(() => importanceOf(two(1, 0.5, 0.5))).toThrow('follows from others')
    expect(() => importanceOf(two(0.9, 0.9, -0.9))).toThrow('no data')
    expect(() => importanceOf(two(Number.NaN, 0.1, 0.1))).toThrow('no correlation')
    expect(() =>
      importanceOf({
        predictors: [
          [1, 0.2],
          [0.3, 1],
        ],
        outcome: [0, 0],
      }),
    ).toThrow('no correlation')
    expect(() => importanceOf({ predictors: [[2]], outcome: [0] })).toThrow('by 1')
    expect(() => importanceOf({ predictors: [], outcome: [] })).toThrow(RangeError)
  })
})

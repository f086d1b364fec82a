import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isDetermined } from '../statistics/determined.ts'
import type { WeightingCell } from './weighting.ts'
import { weightingReport } from './weighting.ts'

/** row, column, population, respondents, satisfied */
function cell(row: string, column: string, population: number, n: number, satisfied: number): WeightingCell {
  return {
    row,
    column,
    population,
    design: 1,
    respondents: n,
    answers: { delivery: { valid: n, satisfied } },
  }
}

function report(cells: readonly WeightingCell[], shown: readonly string[] = []) {
  const found = weightingReport({
    cells,
    factors: ['delivery'],
    minimumCell: 5,
    confidence: 0.95,
    shown: () => new Set(shown),
    likeness: {},
  })
  if (!found) throw new Error('enough answered')
  return found
}
const methodOf = (found: ReturnType<typeof report>, method: string) => {
  const weighting = found.weightings.find(one => one.method === method)
  if (!weighting) throw new Error(method)
  return weighting
}
const percent = (found: ReturnType<typeof report>, method: string) =>
  methodOf(found, method).figures[0]?.percentSatisfied

const uneven = [
  cell('north', 'large', 100, 40, 20),
  cell('north', 'small', 300, 20, 16),
  cell('south', 'large', 100, 30, 24),
  cell('south', 'small', 500, 10, 9),
]

describe('weights', () => {
  test('post-stratified by hand: 400 of the north, 600 of the south', () => {
    const found = report(uneven)
    expect(found.unweighted[0]?.percentSatisfied).toBeCloseTo(69, 10)
    expect(percent(found, 'design')).toBeCloseTo(69, 10)
    // 0.4 × 36/60 + 0.6 × 33/40.
    expect(percent(found, 'post_stratified')).toBeCloseTo(73.5, 10)
    expect(methodOf(found, 'post_stratified')).toMatchObject({ iterations: null, converged: true })
  })

  test('raked, both margins are those of the frame, and the report says how', () => {
    const raked = methodOf(report(uneven), 'raked')
    expect(raked.converged).toBe(true)
    expect(raked.maxGap).toBeLessThan(1e-4)
    expect(raked.iterations).toBeGreaterThan(1)
    expect(raked.lowest).toBeLessThan(1)
    expect(raked.highest).toBeGreaterThan(1)
    expect(raked.effectiveSample).toBeCloseTo(100 / raked.designEffect, 9)
    const { low, high } = raked.figures[0] ?? {}
    const plain = report(uneven).unweighted[0]
    expect((high ?? 0) - (low ?? 0)).toBeGreaterThan((plain?.high ?? 0) - (plain?.low ?? 0))
  })

  test('design weights: a region that was asked half as often counts twice', () => {
    const cells = [
      { ...cell('north', 'large', 100, 50, 25), design: 1 },
      { ...cell('south', 'large', 100, 25, 25), design: 2 },
    ]
    expect(percent(report(cells), 'design')).toBeCloseTo(75, 10)
  })

  test('groups of fewer than five are weighted together, and named', () => {
    const found = report([
      cell('north', 'large', 50, 3, 1),
      cell('south', 'large', 80, 20, 10),
      cell('west', 'large', 70, 30, 20),
    ])
    expect(found.rows).toEqual([
      { names: ['west'], population: 70, respondents: 30 },
      { names: ['north', 'south'], population: 130, respondents: 23 },
    ])
  })

  test('too few answers give no report; identical answers and a factor nobody rated give no NaN', () => {
    const options = {
      factors: ['delivery'],
      minimumCell: 5,
      confidence: 0.95,
      shown: () => new Set(''),
      likeness: {},
    }
    for (const n of [0, 1, 4])
      expect(weightingReport({ cells: [cell('north', 'large', 9, n, 0)], ...options })).toBeNull()
    expect(report([cell('north', 'large', 9, 7, 7)]).weightings[0]?.figures[0]).toMatchObject({
      percentSatisfied: 100,
      high: 100,
    })
    const unrated = { ...cell('north', 'large', 9, 7, 7), answers: {} }
    expect(report([unrated]).unweighted[0]).toEqual({
      factor: 'delivery',
      percentSatisfied: null,
      low: null,
      high: null,
    })
  })

  test('what a weighted figure would give away is hidden', () => {
    // Three of the north rated; west and north are hidden together, but weighted differently they could be told apart.
    const cells = [cell('north', '', 500, 9, 5), cell('west', '', 80, 20, 10), cell('south', '', 70, 30, 20)]
    const few = cells.map(one =>
      one.row === 'north' ? { ...one, answers: { delivery: { valid: 3, satisfied: 1 } } } : one,
    )
    expect(percent(report(cells, ['south']), 'post_stratified')).not.toBeNull()
    expect(percent(report(few, ['south']), 'post_stratified')).toBeNull()
    expect(report(few, ['south']).unweighted[0]?.percentSatisfied).not.toBeNull()
  })

  test('weighting what is made up like the frame changes nothing', () => {
    const count = fc.integer({ min: 6, max: 40 })
    fc.assert(
      fc.property(fc.tuple(count, count, count, count), sizes => {
        const cells = sizes.map((n, at) =>
          cell(at < 2 ? 'north' : 'south', at % 2 ? 'large' : 'small', 3 * n, n, Math.floor(n / (at + 1))),
        )
        const found = report(cells)
        for (const method of ['post_stratified', 'raked'])
          expect(percent(found, method)).toBeCloseTo(found.unweighted[0]?.percentSatisfied ?? -1, 4)
        expect(methodOf(found, 'raked').designEffect).toBeCloseTo(1, 6)
      }),
    )
  })
})

test('a sum is known when it is a combination of known ones', () => {
  expect(
    isDetermined(
      [
        [1, 1, 0],
        [0, 1, 0],
      ],
      [1, 0, 0],
    ),
  ).toBe(true)
  expect(
    isDetermined(
      [
        [1, 1, 1],
        [2, 2, 1],
      ],
      [0, 0, 1],
    ),
  ).toBe(true)
  expect(
    isDetermined(
      [
        [1, 1, 1],
        [2, 3, 1],
      ],
      [0, 0, 1],
    ),
  ).toBe(false)
  expect(isDetermined([], [1])).toBe(false)
  expect(() => isDetermined([[1]], [1, 0])).toThrow(RangeError)
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { answerVariability, isTooFast, longestRun, mahalanobisDistances, matchShare } from './quality.ts'

const point = fc.integer({ min: 1, max: 5 })
const answers = fc.array(fc.option(point, { nil: null }), { maxLength: 30 })

describe('the longest run', () => {
  test.each([
    [[], 0],
    [[null, null], 0],
    [[3], 1],
    [[4, 4, 4, 2, null, 2], 3],
    [[5, 5, null, 5, 5, 5], 3],
    [['na', 'na', 1], 2],
  ])('of %j is %i', (list, length) => expect(longestRun(list)).toBe(length))

  test('is the same backwards, and no longer than what was answered', () => {
    fc.assert(
      fc.property(answers, list => {
        expect(longestRun([...list].reverse())).toBe(longestRun(list))
        expect(longestRun(list)).toBeLessThanOrEqual(list.filter(answer => answer !== null).length)
      }),
    )
  })

  test('of two parts with a blank between is the longer one', () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        expect(longestRun([...a, null, ...b])).toBe(Math.max(longestRun(a), longestRun(b)))
      }),
    )
  })
})

describe('variability', () => {
  test.each([
    [[], null],
    [[4, null], null],
    [[5, 5, null, 5], 0],
    [[0.1, 0.1, 0.1], 0],
    [[1, 3], Math.SQRT2],
    [[2, 4, 4, 4, 5, 5, 7, 9], Math.sqrt(32 / 7)],
  ])('of %j is %d', (list, deviation) => {
    if (deviation === null) expect(answerVariability(list)).toBeNull()
    else expect(answerVariability(list)).toBeCloseTo(deviation, 12)
  })

  test('does not hear a shift, and mirrors', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 30 }), list => {
        const own = answerVariability(list) ?? Number.NaN
        expect(answerVariability(list.map(value => value + 10))).toBeCloseTo(own, 9)
        expect(answerVariability(list.map(value => 6 - value))).toBeCloseTo(own, 9)
        expect(own === 0).toBe(new Set(list).size === 1)
      }),
    )
  })
})

describe('Mahalanobis distances', () => {
  test('by hand: one column, and the corners of a square', () => {
    expect(mahalanobisDistances([[1], [2], [3]])).toEqual([1, 0, 1])
    // S = 4/3 I, so each corner lies at 2 / (4/3).
    const corners = mahalanobisDistances([
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ])
    for (const distance of corners) expect(distance).toBeCloseTo(1.5, 12)
  })

  test('with correlated columns: S = [[2.5, 2], [2, 2.5]], S⁻¹ = [[10, −8], [−8, 10]] / 9', () => {
    const rows = [
      [1, 2],
      [2, 1],
      [3, 3],
      [4, 5],
      [5, 4],
    ]
    const distances = mahalanobisDistances(rows)
    for (const [at, expected] of [18 / 9, 18 / 9, 0, 18 / 9, 18 / 9].entries())
      expect(distances[at]).toBeCloseTo(expected, 10)
  })

  const table = fc.integer({ min: 1, max: 4 }).chain(columns =>
    fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: columns, maxLength: columns }), {
      minLength: columns + 2,
      maxLength: 25,
    }),
  )

  test('sum to (n − 1) p, are never negative, and hear neither scale nor shift', () => {
    let judged = 0
    fc.assert(
      fc.property(table, rows => {
        const own = distancesOrRefusal(rows)
        if (!own) return
        judged += 1
        const columns = rows[0]?.length ?? 0
        expect(own.reduce((sum, distance) => sum + distance, 0)).toBeCloseTo((rows.length - 1) * columns, 6)
        for (const distance of own) expect(distance).toBeGreaterThanOrEqual(0)
        const moved = mahalanobisDistances(rows.map(row => row.map((value, at) => value * 1000 ** at + 7)))
        for (const [at, distance] of moved.entries()) expect(distance).toBeCloseTo(own[at] ?? Number.NaN, 6)
      }),
    )
    expect(judged).toBeGreaterThan(10)
  })

  function distancesOrRefusal(rows: number[][]): number[] | null {
    try {
      return mahalanobisDistances(rows)
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
      return null
    }
  }

  test.each([
    [[]],
    [[[], []]],
    [[[1, 2], [3]]],
    [
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [[[1], [Number.NaN], [2]]],
    [[[3], [3], [3]]],
    [
      [
        [1, 2],
        [2, 4],
        [3, 6],
        [4, 8],
      ],
    ],
    [
      [
        [1, 3, 4],
        [2, 1, 3],
        [3, 5, 8],
        [4, 4, 8],
        [5, 1, 6],
      ],
    ],
  ])('%j is refused with a reason', rows => {
    expect(() => mahalanobisDistances(rows)).toThrow(RangeError)
  })
})

describe('too fast', () => {
  test.each([
    [11.9, 6, true],
    [12, 6, false],
    [0, 1, true],
    [0, 0, false],
  ])('%d seconds for %i items: %s', (seconds, items, expected) => {
    expect(isTooFast({ seconds, items })).toBe(expected)
  })

  test.each([
    [-1, 3],
    [Number.NaN, 3],
    [Number.POSITIVE_INFINITY, 3],
    [10, 1.5],
    [10, -1],
  ])('%d seconds for %d items is refused', (seconds, items) => {
    expect(() => isTooFast({ seconds, items })).toThrow(RangeError)
  })
})

describe('the share of matching answers', () => {
  test.each([
    [[], [], null],
    [[1, null], [null, 1], null],
    [[5, 4, 3, null], [5, 4, 1, 2], 2 / 3],
    [['a', 2], ['a', 2], 1],
    [[1, 2], [2, 1], 0],
  ])('of %j and %j is %d', (a, b, share) => {
    expect(matchShare(a, b)).toBe(share)
  })

  test('is symmetric, between 0 and 1, and 1 with itself', () => {
    const pairs = fc.array(fc.tuple(fc.option(point, { nil: null }), fc.option(point, { nil: null })))
    fc.assert(
      fc.property(pairs, list => {
        const a = list.map(([answer]) => answer)
        const b = list.map(([, answer]) => answer)
        const share = matchShare(a, b)
        expect(matchShare(b, a)).toBe(share)
        if (share !== null) expect(share >= 0 && share <= 1).toBe(true)
        expect(matchShare(a, a)).toBe(a.some(answer => answer !== null) ? 1 : null)
      }),
    )
  })

  test('of lists of different length is refused', () => {
    expect(() => matchShare([1], [1, 2])).toThrow(RangeError)
    expect(() => longestRun([Number.NaN])).toThrow(RangeError)
    expect(() => answerVariability([Number.POSITIVE_INFINITY])).toThrow(RangeError)
    expect(() => matchShare([Number.NaN], [1])).toThrow(RangeError)
  })
})

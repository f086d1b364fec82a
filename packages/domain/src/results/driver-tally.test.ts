import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { correlations } from '../statistics/drivers.ts'
import type { DriverRow } from './driver-tally.ts'
import { correlationsOf, driverTally, meansOf, midRanks } from './driver-tally.ts'

const tallyOf = (rows: readonly DriverRow[], drivers = 2) => {
  const tally = driverTally(drivers)
  for (const row of rows) tally.add(row)
  return tally
}
const rows: DriverRow[] = [
  { account: 'a', ratings: [1, 2], outcome: 1 },
  { account: 'a', ratings: [2, 1], outcome: 2 },
  { account: 'b', ratings: [3, 3], outcome: 10 },
]

describe('a tally', () => {
  test('knows means and correlations', () => {
    const all = tallyOf(rows).moments()
    expect(meansOf(all, 2)).toEqual([2, 2])
    expect(correlationsOf(all, 2).whole?.predictors[0]?.[1]).toBeCloseTo(0.5, 12)
  })

  test('counts an account as often as it is drawn', () => {
    expect(meansOf(tallyOf(rows).moments([1, 1, 1]), 2)).toEqual([3, 3])
    expect(meansOf(tallyOf(rows).moments([0, 1, 1]), 2)).toEqual([2.25, 2.25])
  })

  test('takes ranks in place of points', () => {
    const { whole } = correlationsOf(tallyOf(rows).momentsOfRanks(), 2)
    expect(whole?.outcome[0]).toBeCloseTo(1, 12)
  })

  test('leaves out who left something out', () => {
    const tally = tallyOf([...rows, { account: 'c', ratings: [1, null], outcome: 2 }])
    expect(tally).toMatchObject({ responses: 3, leftOut: 1, accounts: 2 })
  })

  test('refuses rows of another width, and no drivers', () => {
    expect(() => tallyOf([{ account: 'a', ratings: [1], outcome: 1 }])).toThrow(RangeError)
    expect(() => driverTally(0)).toThrow(RangeError)
  })
})

const rating = fc.integer({ min: 1, max: 5 })
const row = fc.record({
  account: fc.integer({ min: 0, max: 60 }).map(String),
  ratings: fc.array(rating, { minLength: 3, maxLength: 3 }),
  outcome: fc.integer({ min: 0, max: 10 }),
})

test('laws: it says what the rows say, and accounts add up to everybody', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 120, size: 'max' }), given => {
      const tally = tallyOf(given, 3)
      const everybody = Array.from({ length: tally.accounts }, (_, account) => account)
      expect([...tally.moments(everybody)]).toEqual([...tally.moments()])
      const { whole } = correlationsOf(tally.moments(), 3)
      if (!whole) return
      const plain = correlations({
        rows: given.map(({ ratings }) => ratings),
        outcome: given.map(({ outcome }) => outcome),
      })
      for (const [i, r] of whole.outcome.entries()) expect(r).toBeCloseTo(plain.outcome[i] ?? Number.NaN, 9)
      for (const [i, line] of whole.predictors.entries())
        for (const [j, r] of line.entries()) expect(r).toBeCloseTo(plain.predictors[i]?.[j] ?? Number.NaN, 9)
    }),
  )
})

test('equal values share their ranks', () => {
  expect(
    midRanks(
      new Map([
        [3, 2],
        [1, 1],
        [5, 1],
      ]),
    ),
  ).toEqual(
    new Map([
      [1, 1],
      [3, 2.5],
      [5, 4],
    ]),
  )
  expect(midRanks(new Map())).toEqual(new Map())
})

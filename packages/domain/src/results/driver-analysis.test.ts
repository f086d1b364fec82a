import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { seededRandom } from '../random.ts'
import { correlations, relativeWeights, shapleyImportance } from '../statistics/drivers.ts'
import { finish } from '../steps.ts'
import { analyseDrivers } from './driver-analysis.ts'
import type { DriverRow } from './driver-tally.ts'
import { driverTally } from './driver-tally.ts'

/** Accounts of three people each; the first driver weighs most in the outcome, the last not at all. */
function answers(accounts: number, seed = 'answers'): DriverRow[] {
  const random = seededRandom(seed)
  const point = (mean: number) => Math.max(1, Math.min(5, Math.round(mean + (random.next() - 0.5) * 3)))
  return Array.from({ length: accounts * 3 }, (_, n) => {
    const ratings = [point(2.6), point(3.5), point(4.2)]
    const [a = 0, b = 0] = ratings
    return { account: `a${Math.floor(n / 3)}`, ratings, outcome: point(0.7 * a + 0.3 * b) }
  })
}
function analyse(
  rows: DriverRow[],
  method: 'relative_weights' | 'shapley' = 'relative_weights',
  draws = 200,
) {
  const tally = driverTally(3)
  for (const row of rows) tally.add(row)
  return finish(analyseDrivers({ tally, confidence: 0.95, random: seededRandom('draws'), draws }))[method]
}

describe('what goes along with the outcome', () => {
  const rows = answers(60)
  const found = analyse(rows)

  test('is what the two methods say, as shares of what is explained', () => {
    const given = correlations({
      rows: rows.map(({ ratings }) => ratings.map(Number)),
      outcome: rows.map(({ outcome }) => Number(outcome)),
    })
    for (const [method, plain] of [
      ['relative_weights', relativeWeights(given)],
      ['shapley', shapleyImportance(given)],
    ] as const) {
      const { rSquared, drivers } = analyse(rows, method, 0)
      expect(rSquared).toBeCloseTo(plain.rSquared, 9)
      for (const [at, { importance, correlation }] of drivers.entries()) {
        expect(importance).toBeCloseTo((100 * (plain.importance[at] ?? 0)) / plain.rSquared, 6)
        expect(correlation).toBeCloseTo(given.outcome[at] ?? 0, 9)
      }
    }
  })

  test('has intervals around it, and advice only where an interval is on one side', () => {
    expect(found).toMatchObject({ responses: 180, accounts: 60, leftOut: 0, reason: null, against: [] })
    for (const { importance, interval } of found.drivers) {
      expect(interval?.low).toBeLessThanOrEqual(importance ?? 0)
      expect(interval?.high).toBeGreaterThanOrEqual(importance ?? 0)
    }
    expect(found.drivers[1]?.aside?.low).toBeLessThan(0)
    expect(found.drivers[1]?.aside?.high).toBeGreaterThan(0)
    expect(found.drivers.map(({ advice }) => advice)).toEqual(['improve', null, 'ease'])
  })
})

describe('where little can be said', () => {
  test('fewer than fifty whole answers show correlations only', () => {
    const found = analyse(answers(16))
    expect(found).toMatchObject({ responses: 48, rSquared: null, reason: 'too_few' })
    expect(found.drivers[0]?.correlation).toBeGreaterThan(0.3)
  })

  test('nobody answered', () => {
    expect(analyse([])).toMatchObject({ responses: 0, reason: 'too_few' })
    expect(analyse([]).drivers).toHaveLength(3)
  })

  test('all answers alike', () => {
    const alike = answers(60).map(row => ({ ...row, ratings: [5, 5, 5], outcome: 5 }))
    expect(analyse(alike)).toMatchObject({ reason: 'never_varies', rSquared: null })
  })

  test('one driver repeats another', () => {
    const twins = answers(60).map(row => ({
      ...row,
      ratings: [row.ratings[0], row.ratings[0], row.ratings[2]] as number[],
    }))
    expect(analyse(twins).reason).toBe('collinear')
  })

  test('who left one out is left out, and counted', () => {
    const holes = answers(60).map((row, n) => (n % 10 === 0 ? { ...row, ratings: [null, 3, 4] } : row))
    expect(analyse(holes)).toMatchObject({ responses: 162, leftOut: 18 })
  })
})

describe('what should make one doubt', () => {
  test('a driver that goes along with less satisfaction is named', () => {
    const turned = answers(60).map(({ account, ratings, outcome }) => ({
      account,
      ratings: [6 - (ratings[0] ?? 0), ratings[1] ?? 0, ratings[2] ?? 0],
      outcome,
    }))
    expect(analyse(turned).against).toContain(0)
  })

  test('another first driver by ranks is named', () => {
    // One account that answers far outside the scale carries the second driver by points alone.
    const rows = answers(60)
    const far = Array.from({ length: 3 }, () => ({ account: 'far', ratings: [3, 60, 3], outcome: 60 }))
    const found = analyse([...rows, ...far], 'relative_weights', 0)
    expect(found.drivers[1]?.importance).toBeGreaterThan(90)
    expect(found.byRanksFirst).toBe(0)
  })
})

test('laws: shares add up to a hundred, and no order of rows matters', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 40 }), fc.string(), (accounts, seed) => {
      const rows = answers(accounts, seed)
      const found = analyse(rows, 'relative_weights', 0)
      const sum = found.drivers.reduce((total, { importance }) => total + (importance ?? 0), 0)
      expect(sum).toBeCloseTo(100, 6)
      const turned = analyse(rows.toReversed(), 'relative_weights', 0)
      for (const [at, { importance }] of turned.drivers.entries())
        expect(importance).toBeCloseTo(found.drivers[at]?.importance ?? 0, 6)
    }),
    { numRuns: 30 },
  )
})

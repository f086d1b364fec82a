import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Quarter } from '../quarter.ts'
import type { DealOutcome, DealRelation } from './deal-links.ts'
import { relateDeals, SCORE_BANDS } from './deal-links.ts'
import type { HeardScore } from './source-links.ts'

const q = (quarter: 1 | 2 | 3 | 4): Quarter => ({ year: 2026, quarter })
const accounts = Array.from({ length: 24 }, (_, at) => at)
const score = (account: number, quarter: 1 | 2 | 3 | 4, value: number, people = 1): HeardScore => ({
  accountId: `a${account}`,
  regionId: 'north',
  quarter: q(quarter),
  factor: 'delivery',
  value,
  respondents: Array.from({ length: people }, (_, n) => `a${account} ${n}`),
})
const deal = (account: number, won: boolean, quarter: 1 | 2 | 3 | 4 = 4): DealOutcome => ({
  accountId: `a${account}`,
  regionId: 'north',
  quarter: q(quarter),
  won,
})
const relate = (deals: readonly DealOutcome[], scores: readonly HeardScore[]) =>
  relateDeals({
    deals,
    scores,
    factors: ['delivery'],
    regionIds: ['north'],
    minimumCell: 5,
    confidence: 0.95,
  }).get(null)?.[0]

describe('deals by what their account had said', () => {
  test('stand in the band of the last score before them, ends included where they belong', () => {
    const found = relate(
      accounts.map(at => deal(at, at >= 12)),
      accounts.flatMap(at => [score(at, 2, 100), score(at, 3, at < 12 ? 25 : at < 18 ? 75 : 100)]),
    )
    expect(found).toMatchObject({ deals: 24, accounts: 24 })
    expect(found?.bands.map(({ n, won, rate }) => [n, won, rate])).toEqual([
      [12, 0, 0],
      [0, 0, null],
      [12, 12, 1],
    ])
    // Wilson's interval of none of twelve.
    expect(found?.bands[0]?.interval?.high).toBeCloseTo(0.2425, 3)
  })

  test('a score of the same quarter came with the deal, not before it, and one of two years ago is old', () => {
    expect(relate([deal(1, true, 3)], [score(1, 3, 80)])?.deals).toBe(0)
    const old = { ...score(1, 1, 80), quarter: { year: 2024, quarter: 4 } as const }
    expect(relate([deal(1, true)], [old])?.deals).toBe(0)
  })

  test.each<[string, DealOutcome[], HeardScore[]]>([
    ['few deals', [0, 1, 2, 3].map(at => deal(at, true)), accounts.map(at => score(at, 3, 80, 5))],
    [
      'many deals of one quarter of few accounts',
      [0, 0, 0, 1, 1, 1, 2, 2].map(at => deal(at, true)),
      accounts.map(at => score(at, 3, 80, 5)),
    ],
    [
      'two accounts over many quarters',
      [0, 1].flatMap(at => ([2, 3, 4] as const).map(quarter => deal(at, true, quarter))),
      [0, 1].map(at => score(at, 1, 80, 5)),
    ],
    [
      'few people',
      [0, 1, 2].flatMap(at => ([2, 3, 4] as const).map(quarter => deal(at, true, quarter))),
      [0, 1, 2].map(at => score(at, 1, 80)),
    ],
  ])('a band of %s hides every number of its factor', (_, deals, scores) => {
    const hidden = { won: null, n: null, rate: null, interval: null }
    const found = relate(deals, scores)
    expect(found).toMatchObject({ deals: null, accounts: null })
    expect(found?.bands).toMatchObject([hidden, hidden, hidden])
  })

  test('a factor that only some had scored leaves out the deals of the others under all factors', () => {
    const others = (skip: number) =>
      accounts.filter(at => at !== skip).map(at => ({ ...score(at, 3, 80), factor: 'support' }))
    const found = relateDeals({
      deals: accounts.map(at => deal(at, true)),
      scores: [...accounts.map(at => score(at, 3, 80)), ...others(7)],
      factors: ['delivery', 'support'],
      regionIds: ['north'],
      minimumCell: 5,
      confidence: 0.95,
    }).get(null)
    expect(found?.map(({ deals }) => deals)).toEqual([23, 23])
  })
})

describe('law: whoever adds up all shown numbers', () => {
  const factors = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5']
  const regionIds = ['r0', 'r1', 'r2']
  const bands = SCORE_BANDS.slice(1).map((_, band) => band)
  const values = [25, 60, 90]
  const minimumCell = 5
  const account = fc.record({
    region: fc.nat(2),
    bands: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
    // Most accounts say much the same, so that bands are large enough to be shown at times.
    alike: fc.nat(15).map(n => n > 0),
    people: fc.integer({ min: 1, max: 3 }),
    deals: fc.integer({ min: 1, max: 3 }),
    skips: fc.nat(9).map(n => n === 0),
  })
  const world = fc.array(account, { minLength: 15, maxLength: 60 })

  /** A place for the deals won of each region, factor and band. */
  const place = (region: number, factor: number, band: number) =>
    (region * factors.length + factor) * bands.length + band
  const width = regionIds.length * factors.length * bands.length
  const sumOf = (places: readonly number[]) => {
    const row = new Array<number>(width).fill(0)
    for (const at of places) row[at] = 1
    return row
  }

  test('learns no number of deals won that rests on fewer than the minimum', () => {
    let looked = 0
    fc.assert(
      fc.property(world, all => {
        const bandAt = (at: number, factor: number) =>
          all[at]?.alike ? ((all[at]?.region ?? 0) + factor) % 2 : (all[at]?.bands[factor] ?? 0)
        const scores = all.flatMap(({ region, people, skips }, at) =>
          factors.slice(skips ? 1 : 0).map((factor): HeardScore => {
            const respondents = Array.from({ length: people }, (_, n) => `${at} ${n}`)
            const value = values[bandAt(at, factors.indexOf(factor))] ?? 0
            return { accountId: `${at}`, regionId: `r${region}`, quarter: q(3), factor, value, respondents }
          }),
        )
        const deals = all.flatMap((one, at) =>
          Array.from({ length: one.deals }, () => ({
            ...{ accountId: `${at}`, regionId: `r${one.region}`, quarter: q(4), won: true },
          })),
        )
        const found = relateDeals({ deals, scores, factors, regionIds, minimumCell, confidence: 0.95 })
        const known = knownSums(found)
        for (const [view, relations] of found)
          looked += view === null ? 0 : relations.filter(({ deals: n }) => n !== null && n > 0).length
        const solvable = solverOf(known)
        // Factors that not everybody asked of scored leave their accounts out everywhere.
        const counted = all.flatMap((one, at) => (one.skips ? [] : [{ ...one, at }]))
        for (const regions of [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]])
          for (const factor of factors.keys())
            for (const chosen of [[0], [1], [2], [0, 1, 2]]) {
              const behind = counted.filter(
                ({ region, at }) => regions.includes(region) && chosen.includes(bandAt(at, factor)),
              )
              const people = behind.reduce((sum, one) => sum + one.people, 0)
              if (behind.length === 0 || (behind.length >= minimumCell && people >= minimumCell)) continue
              const wanted = regions.flatMap(region => chosen.map(band => place(region, factor, band)))
              expect(solvable(sumOf(wanted))).toBe(false)
            }
      }),
      { numRuns: 150, seed: 7 },
    )
    // Regions were shown, too.
    expect(looked).toBeGreaterThan(50)
  })

  /** What the views say, and that the same deals stand under every factor. */
  function knownSums(found: Map<string | null, DealRelation[]>): number[][] {
    const rows: number[][] = []
    for (const [view, relations] of found)
      for (const [factor, relation] of relations.entries())
        for (const { from, won } of relation.bands) {
          if (won === null) continue
          const band = bands.find(at => SCORE_BANDS[at] === from) ?? 0
          const regions = view === null ? regionIds.keys() : [regionIds.indexOf(view)]
          rows.push(sumOf([...regions].map(region => place(region, factor, band))))
        }
    if (rows.length === 0) return []
    for (const region of regionIds.keys())
      for (const factor of factors.keys()) {
        const row = sumOf(bands.map(band => place(region, factor, band)))
        for (const band of bands) row[place(region, 0, band)] = (row[place(region, 0, band)] ?? 0) - 1
        rows.push(row)
      }
    return rows
  }

  /** Whether a sum follows from others: Gauss. */
  function solverOf(rows: readonly number[][]): (wanted: readonly number[]) => boolean {
    const reduced: { pivot: number; row: number[] }[] = []
    const reduce = (given: readonly number[]) => {
      const row = [...given]
      for (const { pivot, row: base } of reduced) {
        const by = row[pivot] ?? 0
        if (Math.abs(by) > 1e-9) for (const at of row.keys()) row[at] = (row[at] ?? 0) - by * (base[at] ?? 0)
      }
      return row
    }
    for (const one of rows) {
      const row = reduce(one)
      const pivot = row.findIndex(value => Math.abs(value) > 1e-9)
      if (pivot >= 0) reduced.push({ pivot, row: row.map(value => value / (row[pivot] ?? 1)) })
    }
    return wanted => reduce(wanted).every(value => Math.abs(value) < 1e-9)
  }
})

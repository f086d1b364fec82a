import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Quarter } from '../quarter.ts'
import { seededRandom } from '../random.ts'
import { finish } from '../steps.ts'
import type { AccountScore, CaseFact } from './source-links.ts'
import { relateCases } from './source-links.ts'

const q = (quarter: 1 | 2 | 3 | 4): Quarter => ({ year: 2026, quarter })
const score = (account: number, quarter: 1 | 2 | 3 | 4, value: number): AccountScore => ({
  accountId: `a${account}`,
  quarter: q(quarter),
  factor: 'delivery',
  value,
})
const oneCase = (account: number, over: Partial<CaseFact> = {}): CaseFact => ({
  accountId: `a${account}`,
  quarter: q(2),
  reopened: false,
  days: 5,
  ...over,
})
const accounts = Array.from({ length: 24 }, (_, at) => at)

function relate(cases: readonly CaseFact[], scores: readonly AccountScore[], leastAccounts = 5) {
  const found = finish(
    relateCases({
      cases,
      scores,
      factors: ['delivery'],
      confidence: 0.95,
      leastAccounts,
      random: seededRandom('cases'),
    }),
  )
  return Object.fromEntries(found.map(one => [one.figure, one]))
}

describe('cases and the scores of the next quarter', () => {
  const cases = accounts.flatMap(at => Array.from({ length: at % 4 }, () => oneCase(at)))
  const scores = accounts.map(at => score(at, 3, 90 - 20 * (at % 4)))

  test('accounts with more cases say less of the factor', () => {
    const { volume } = relate(cases, scores)
    // Those without a case count as none.
    expect(volume).toMatchObject({ pairs: 24, accounts: 24 })
    expect(volume?.correlation).toBeCloseTo(-1, 10)
    expect(volume?.interval?.high).toBeLessThan(0)
  })

  test('a quarter before the first case of all counts for nothing', () => {
    const early = accounts.map(at => score(at, 2, at))
    expect(relate(cases, [...scores, ...early]).volume?.pairs).toBe(24)
    expect(relate([], scores).volume).toMatchObject({ pairs: 0, correlation: null, interval: null })
  })

  test('reopening and age are those of accounts that had a case', () => {
    const aged = accounts.slice(0, 20).map(at => oneCase(at, { days: at, reopened: at % 2 === 0 }))
    const found = relate(
      aged,
      accounts.map(at => score(at, 3, 100 - at)),
    )
    expect(found.age).toMatchObject({ pairs: 20, accounts: 20 })
    expect(found.age?.correlation).toBeCloseTo(-1, 10)
    expect(Math.abs(found.reopened?.correlation ?? 1)).toBeLessThan(0.3)
  })

  test('of too few accounts nothing is said', () => {
    const few = relate(cases, scores, 25).volume
    expect(few).toMatchObject({ pairs: 24, accounts: 24, correlation: null, interval: null })
    const nineteen = scores.slice(0, 19)
    expect(relate(cases, nineteen).volume).toMatchObject({ accounts: 19, correlation: null, interval: null })
  })

  test('law: an account without scores changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(20), extra => {
        const stranger = Array.from({ length: extra }, () => oneCase(99))
        expect(relate([...cases, ...stranger], scores)).toEqual(relate(cases, scores))
      }),
      { numRuns: 10 },
    )
  })
})

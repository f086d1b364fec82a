import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { seededRandom } from '../random.ts'
import { clusterBootstrap, quantile } from './bootstrap.ts'

type Account = readonly number[]
const meanOf = (sample: readonly Account[]) => {
  const all = sample.flat()
  return [all.reduce((sum, value) => sum + value, 0) / all.length]
}
const intervalOf = (clusters: readonly Account[], seed = 1) =>
  clusterBootstrap({ clusters, estimate: meanOf, confidence: 0.95, random: seededRandom(seed), draws: 500 })

describe('drawing whole accounts', () => {
  const random = seededRandom('alike')
  const levels = Array.from({ length: 40 }, () => random.next() * 100)

  test('is wider than drawing answers, where answers of one account are alike', () => {
    const accounts = levels.map(level => Array.from({ length: 10 }, () => level))
    const answers = accounts.flat().map(value => [value])
    const [byAccount] = intervalOf(accounts).intervals
    const [byAnswer] = intervalOf(answers).intervals
    if (!byAccount || !byAnswer) throw new Error('both have intervals')
    const ratio = (byAccount.high - byAccount.low) / (byAnswer.high - byAnswer.low)
    expect(ratio).toBeGreaterThan(2.6)
    expect(ratio).toBeLessThan(3.8)
  })

  test('comes near the textbook interval for the mean of many', () => {
    const [interval] = intervalOf(levels.map(level => [level])).intervals
    const [mean = 0] = meanOf(levels.map(level => [level]))
    const deviation = Math.sqrt(levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length)
    const half = (1.96 * deviation) / Math.sqrt(levels.length)
    expect(Math.abs((interval?.low ?? 0) - (mean - half))).toBeLessThan(0.25 * half)
    expect(Math.abs((interval?.high ?? 0) - (mean + half))).toBeLessThan(0.25 * half)
  })

  test('states nothing about a handful of accounts, or where most samples say nothing', () => {
    expect(intervalOf([[1], [2], [3], [4]]).intervals).toEqual([null])
    let call = 0
    const estimate = () => {
      call += 1
      return call === 1 || call % 2 === 0 ? [1] : null
    }
    const some = clusterBootstrap({
      clusters: [1, 2, 3, 4, 5],
      estimate,
      confidence: 0.9,
      random: seededRandom(2),
      draws: 100,
    })
    expect(some).toEqual({ intervals: [null], failed: 50 })
  })

  test('gives the same interval for the same seed', () => {
    const accounts = levels.map(level => [level])
    expect(intervalOf(accounts, 7)).toEqual(intervalOf(accounts, 7))
  })
})

describe('a quantile', () => {
  test.each([
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 1, 4],
    [[7], 0.3, 7],
  ])('of %j at %d is %d', (sorted, share, value) => expect(quantile(sorted, share)).toBe(value))

  test('lies between the ends and rises with its share', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(values, share, share, (list, a, b) => {
        const sorted = list.toSorted((x, y) => x - y)
        const [low, high] = [quantile(sorted, Math.min(a, b)), quantile(sorted, Math.max(a, b))]
        expect(low).toBeLessThanOrEqual(high + 1e-9)
        expect(low).toBeGreaterThanOrEqual((sorted[0] ?? 0) - 1e-9)
        expect(high).toBeLessThanOrEqual((sorted.at(-1) ?? 0) + 1e-9)
      }),
    )
  })
})

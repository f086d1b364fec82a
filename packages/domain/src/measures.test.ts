import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  customerEffortScore,
  netPromoterScore,
  netSatisfactionInterval,
  type SatisfactionCounts,
  satisfactionMeasures,
} from './measures.ts'

const count = fc.nat({ max: 500 })
const five = fc.tuple(count, count, count, count, count)

describe('satisfaction', () => {
  test('everybody satisfied is an index of 75, and so is half very satisfied, half neutral', () => {
    expect(satisfactionMeasures({ counts: [0, 100, 0, 0, 0] }).netSatisfactionIndex).toBe(75)
    expect(satisfactionMeasures({ counts: [50, 0, 50, 0, 0] }).netSatisfactionIndex).toBe(75)
  })

  test('nonsatisfied holds the neutral, dissatisfied does not', () => {
    expect(satisfactionMeasures({ counts: [20, 50, 15, 10, 5] })).toEqual({
      n: 100,
      percentVerySatisfied: 20,
      percentSatisfied: 70,
      percentNeutral: 15,
      percentDissatisfied: 15,
      percentNonsatisfied: 30,
      netSatisfactionIndex: 67.5,
      standardError: expect.closeTo(2.6472, 4),
    })
  })

  test('the standard error is that of the sample mean of the points', () => {
    // Points 100, 50: mean 75, sample variance 1250, over n = 2: 625.
    expect(satisfactionMeasures({ counts: [1, 0, 1, 0, 0] }).standardError).toBe(25)
    expect(satisfactionMeasures({ counts: [0, 7, 0, 0, 0] }).standardError).toBe(0)
    expect(satisfactionMeasures({ counts: [1, 0, 0, 0, 0] }).standardError).toBeNull()
  })

  test('nobody answered: nothing is known', () => {
    expect(satisfactionMeasures({ counts: [0, 0, 0, 0, 0] })).toEqual({
      n: 0,
      percentVerySatisfied: null,
      percentSatisfied: null,
      percentNeutral: null,
      percentDissatisfied: null,
      percentNonsatisfied: null,
      netSatisfactionIndex: null,
      standardError: null,
    })
  })

  test.each([[[1, 2, 3, 4]], [[1, 2, 3, 4, -1]], [[1, 2, 3, 4, 0.5]], [[1, 2, 3, 4, Number.NaN]]])(
    '%j is refused',
    counts => {
      expect(() => satisfactionMeasures({ counts: counts as unknown as SatisfactionCounts })).toThrow(
        RangeError,
      )
    },
  )

  test('laws: satisfied and nonsatisfied are everybody, and the index is the mean of its one-answer indices', () => {
    fc.assert(
      fc.property(five, counts => {
        const one = satisfactionMeasures({ counts })
        if (one.n === 0) return
        expect((one.percentSatisfied ?? 0) + (one.percentNonsatisfied ?? 0)).toBeCloseTo(100)
        const [vs, s, n, d, vd] = counts
        const mirrored = satisfactionMeasures({ counts: [vd, d, n, s, vs] })
        expect((one.netSatisfactionIndex ?? 0) + (mirrored.netSatisfactionIndex ?? 0)).toBeCloseTo(100)
        expect(mirrored.standardError ?? -1).toBeCloseTo(one.standardError ?? -1)
        expect((one.netSatisfactionIndex ?? 0) * one.n).toBeCloseTo(100 * vs + 75 * s + 50 * n + 25 * d)
      }),
    )
  })
})

describe('the interval of the index', () => {
  const interval = (counts: SatisfactionCounts, designEffect = 1, confidence = 0.95) =>
    netSatisfactionInterval({ counts, designEffect, confidence })
  const indexOf = (counts: SatisfactionCounts) => satisfactionMeasures({ counts }).netSatisfactionIndex ?? 0

  test('written out: very satisfied and very dissatisfied alone, and all five points', () => {
    // One of each point: m = .5, v = .125, so k = .5 and 5 answers are worth 10: (.5 + z²/20 ± z √(.025 + z²/400)) / (1 + z²/10).
    expect(interval([1, 1, 1, 1, 1])).toEqual({
      low: expect.closeTo(23.6593, 4),
      high: expect.closeTo(76.3407, 4),
    })
    const { low, high } = interval([40, 40, 34, 7, 2])
    expect([low, high]).toEqual([expect.closeTo(67.6, 1), expect.closeTo(76.33, 1)])
  })

  test('equal answers of few are no certainty, and nobody’s are nothing', () => {
    const { low, high } = interval([0, 5, 0, 0, 0])
    expect(low).toBeLessThan(65)
    expect(high).toBeGreaterThan(83)
    expect(interval([7, 0, 0, 0, 0]).high).toBe(100)
    expect(interval([0, 0, 0, 0, 7]).low).toBe(0)
    expect(interval([0, 0, 0, 0, 0])).toEqual({ low: 0, high: 100 })
    expect(interval([Number.MAX_SAFE_INTEGER, 0, 0, 0, 0]).low).toBeCloseTo(100, 6)
  })

  test('in large samples it is the standard error’s, by the root of the design effect', () => {
    const counts: SatisfactionCounts = [2600, 4200, 2000, 900, 300]
    const { standardError } = satisfactionMeasures({ counts })
    for (const effect of [1, 2.25]) {
      const { low, high } = interval(counts, effect)
      const reach = 1.959964 * (standardError ?? 0) * Math.sqrt(effect)
      expect(low).toBeCloseTo(indexOf(counts) - reach, 1)
      expect(high).toBeCloseTo(indexOf(counts) + reach, 1)
    }
  })

  /** What the interval covers, summed over every answer that `n` people can give. */
  const coverage = (shares: readonly number[], n: number) => {
    const truth = shares.reduce((sum, share, at) => sum + share * (100 - 25 * at), 0)
    let covered = 0
    const walk = (counts: number[], left: number, chance: number) => {
      const at = counts.length
      if (at === 4) {
        const all: SatisfactionCounts = [counts[0] ?? 0, counts[1] ?? 0, counts[2] ?? 0, counts[3] ?? 0, left]
        const { low, high } = interval(all)
        if (low <= truth && truth <= high) covered += chance * (shares[4] ?? 0) ** left
        return
      }
      let ways = 1
      for (let count = 0; count <= left; count += 1) {
        walk([...counts, count], left - count, chance * ways * (shares[at] ?? 0) ** count)
        ways = (ways * (left - count)) / (count + 1)
      }
    }
    walk([], n, 1)
    return covered
  }

  test.each([
    [[0.2, 0.2, 0.2, 0.2, 0.2]],
    [[0.25, 0.42, 0.2, 0.1, 0.03]],
    [[0.5, 0.4, 0.08, 0.02, 0]],
    [[0.8, 0.17, 0.03, 0, 0]],
    [[0.03, 0.9, 0.07, 0, 0]],
    [[0.95, 0.04, 0.01, 0, 0]],
    [[0.02, 0.05, 0.13, 0.3, 0.5]],
  ])('covers what it says, counted out over all samples of shares %j', shares => {
    for (const n of [5, 10, 20]) expect(coverage(shares, n)).toBeGreaterThan(0.92)
    // The standard error alone would not: where most answer alike it is nothing far too often.
    expect(coverage([0.03, 0.9, 0.07, 0, 0], 10)).toBeGreaterThan(0.95)
  })

  test('laws: holds the index, stays on the scale, mirrors, widens with confidence and the design effect', () => {
    const effect = fc.double({ min: 1, max: 9, noNaN: true })
    fc.assert(
      fc.property(five, effect, ([a, b, c, d, e], designEffect) => {
        const counts: SatisfactionCounts = [a, b, c, d, e]
        const { low, high } = interval(counts, designEffect)
        expect(0 <= low && low < high && high <= 100).toBe(true)
        if (a + b + c + d + e > 0) {
          expect(low - 1e-9 <= indexOf(counts) && indexOf(counts) <= high + 1e-9).toBe(true)
        }
        const mirrored = interval([e, d, c, b, a], designEffect)
        expect(mirrored.low).toBeCloseTo(100 - high, 8)
        expect(interval(counts, designEffect, 0.8).low).toBeGreaterThanOrEqual(low)
        expect(
          interval(counts, designEffect + 1).high - interval(counts, designEffect + 1).low,
        ).toBeGreaterThanOrEqual(high - low - 1e-9)
      }),
    )
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a design effect of %d is refused', effect => {
    expect(() => interval([1, 1, 1, 1, 1], effect)).toThrow(RangeError)
  })
})

describe('net promoter score', () => {
  test('is promoters less detractors, in points', () => {
    const answers = { promoters: 60, passives: 20, detractors: 20, confidence: 0.95 }
    expect(netPromoterScore(answers)).toEqual({
      score: expect.closeTo(40, 10),
      standardError: expect.closeTo(8, 10),
      wald: { low: expect.closeTo(24.3203, 4), high: expect.closeTo(55.6797, 4) },
      adjusted: {
        score: expect.closeTo(38.835, 3),
        low: expect.closeTo(23.3799, 3),
        high: expect.closeTo(54.29, 3),
      },
    })
  })

  test('plain Wald leaves the scale in small samples, the adjusted interval does not', () => {
    const { wald, adjusted } = netPromoterScore({
      promoters: 9,
      passives: 1,
      detractors: 0,
      confidence: 0.95,
    })
    expect(wald.high).toBeGreaterThan(100)
    expect(adjusted.high).toBeLessThanOrEqual(100)
    const single = netPromoterScore({ promoters: 2, passives: 0, detractors: 0, confidence: 0.95 })
    expect([single.wald.low, single.wald.high]).toEqual([100, 100])
    expect(single.adjusted.low).toBeLessThan(0)
  })

  test('nobody answered: nothing is known', () => {
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 0, confidence: 0.9 })).toEqual({
      score: null,
      standardError: null,
      wald: { low: null, high: null },
      adjusted: { score: null, low: null, high: null },
    })
  })

  test('counts and confidence that cannot be meant are refused', () => {
    expect(() => netPromoterScore({ promoters: 1, passives: 1, detractors: -1, confidence: 0.95 })).toThrow(
      RangeError,
    )
    expect(() => netPromoterScore({ promoters: 1, passives: 1, detractors: 1, confidence: 95 })).toThrow(
      'confidence',
    )
  })

  test('law: reversal flips the sign', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 500 }), (promoters, passives, detractors) => {
        const one = netPromoterScore({ promoters, passives, detractors, confidence: 0.9 })
        const other = netPromoterScore({
          promoters: detractors,
          passives,
          detractors: promoters,
          confidence: 0.9,
        })
        expect(one.score).toBeCloseTo(-(other.score ?? 0))
        expect(one.adjusted.low).toBeCloseTo(-(other.adjusted.high ?? 0))
        expect(one.adjusted.low ?? -200).toBeGreaterThanOrEqual(-100)
      }),
    )
  })
})

describe('customer effort score', () => {
  test.each([
    ['topTwoOf5' as const, [2, 3, 5, 6, 4], 50],
    ['topThreeOf7' as const, [1, 2, 3, 4, 5, 3, 2], 50],
    ['mean7' as const, [0, 0, 0, 0, 0, 10, 10], 6.5],
    ['mean7' as const, [20, 0, 0, 0, 0, 0, 0], 1],
  ])('%s of %j is %d', (variant, counts, score) => {
    expect(customerEffortScore({ counts, variant })).toEqual({ n: 20, score })
  })

  test('nobody answered: nothing is known', () => {
    expect(customerEffortScore({ counts: [0, 0, 0, 0, 0], variant: 'topTwoOf5' })).toEqual({
      n: 0,
      score: null,
    })
  })

  test('counts must fit the variant', () => {
    expect(() => customerEffortScore({ counts: [1, 2, 3, 4, 5], variant: 'mean7' })).toThrow(
      'expected 7 counts',
    )
    expect(() => customerEffortScore({ counts: [1], variant: 'mean9' as 'mean7' })).toThrow('not a variant')
  })
})

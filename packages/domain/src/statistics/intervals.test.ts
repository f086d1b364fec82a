import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  benjaminiHochberg,
  clopperPearsonInterval,
  holm,
  mcNemarTest,
  newcombeInterval,
  type Share,
  twoProportionTest,
  wilsonInterval,
} from './intervals.ts'

const confidence = 0.95
const share = fc
  .integer({ min: 1, max: 2000 })
  .chain(trials => fc.record({ successes: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }))
const level = fc.double({ min: 0.5, max: 0.999, noNaN: true })

describe('one proportion, against table I of Newcombe (1998a)', () => {
  const table = [
    { successes: 81, trials: 263, wilson: [0.2553, 0.3662], exact: [0.2527, 0.3676] },
    { successes: 15, trials: 148, wilson: [0.0624, 0.1605], exact: [0.0578, 0.1617] },
    { successes: 0, trials: 20, wilson: [0, 0.1611], exact: [0, 0.1684] },
    { successes: 1, trials: 29, wilson: [0.0061, 0.1718], exact: [0.0009, 0.1776] },
  ]

  test.each(table)('$successes of $trials', ({ successes, trials, wilson, exact }) => {
    const near = ([low = 0, high = 0]: number[]) => ({
      low: expect.closeTo(low, 4),
      high: expect.closeTo(high, 4),
    })
    expect(wilsonInterval({ successes, trials, confidence })).toEqual(near(wilson))
    expect(clopperPearsonInterval({ successes, trials, confidence })).toEqual(near(exact))
  })

  test('without trials nothing is known', () => {
    const none = { successes: 0, trials: 0, confidence }
    expect([wilsonInterval(none), clopperPearsonInterval(none)]).toEqual([
      { low: 0, high: 1 },
      { low: 0, high: 1 },
    ])
  })

  test.each([
    { successes: 3, trials: 2, confidence },
    { successes: -1, trials: 2, confidence },
    { successes: 0.5, trials: 2, confidence },
    { successes: 1, trials: 2, confidence: 95 },
    { successes: 1, trials: 2, confidence: 1 },
    { successes: 1, trials: 2, confidence: Number.NaN },
  ])('%j is refused', query => {
    expect(() => wilsonInterval(query)).toThrow(RangeError)
    expect(() => clopperPearsonInterval(query)).toThrow(RangeError)
  })
})

describe('laws of one proportion', () => {
  test.each([
    ['Wilson', wilsonInterval],
    ['Clopper–Pearson', clopperPearsonInterval],
  ])('%s: inside 0 to 1, holds p, mirrors', (_, interval) => {
    fc.assert(
      fc.property(share, level, ({ successes, trials }, confidence) => {
        const { low, high } = interval({ successes, trials, confidence })
        const p = successes / trials
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(p)
        expect(high).toBeGreaterThanOrEqual(p)
        const mirrored = interval({ successes: trials - successes, trials, confidence })
        expect(mirrored.low).toBeCloseTo(1 - high, 9)
      }),
    )
  })

  test('Wilson narrows with n and widens with confidence', () => {
    const width = (query: Share & { confidence: number }) => {
      const { low, high } = wilsonInterval(query)
      return high - low
    }
    fc.assert(
      fc.property(share, fc.integer({ min: 2, max: 9 }), ({ successes, trials }, times) => {
        const wide = width({ successes, trials, confidence })
        expect(width({ successes: successes * times, trials: trials * times, confidence })).toBeLessThan(wide)
        expect(width({ successes, trials, confidence: 0.8 })).toBeLessThan(wide)
      }),
    )
  })
})

describe('a difference, against table II of Newcombe (1998b), method 10', () => {
  test.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [6, 7, 2, 7, 0.5714, 0.0582, 0.8062],
    [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
    [0, 10, 0, 20, 0, -0.1611, 0.2775],
    [0, 10, 0, 10, 0, -0.2775, 0.2775],
    [10, 10, 0, 20, 1, 0.6791, 1],
    [10, 10, 0, 10, 1, 0.6075, 1],
  ])('%d/%d − %d/%d', (a, m, b, n, difference, low, high) => {
    const query = { first: { successes: a, trials: m }, second: { successes: b, trials: n }, confidence }
    expect(newcombeInterval(query)).toEqual({
      difference: expect.closeTo(difference, 4),
      low: expect.closeTo(low, 4),
      high: expect.closeTo(high, 4),
    })
  })

  test('a group without trials has no difference', () => {
    const query = { first: { successes: 0, trials: 0 }, second: { successes: 1, trials: 2 }, confidence }
    expect(newcombeInterval(query)).toEqual({ difference: null, low: -1, high: 1 })
  })

  test('laws: antisymmetric, inside −1 to 1, holds the difference', () => {
    fc.assert(
      fc.property(share, share, level, (first, second, confidence) => {
        const one = newcombeInterval({ first, second, confidence })
        const other = newcombeInterval({ first: second, second: first, confidence })
        expect(one.low).toBeCloseTo(-other.high, 12)
        expect(one.low).toBeLessThanOrEqual(one.difference ?? -2)
        expect(one.low).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(one.high).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })
})

describe('tests of difference', () => {
  test('independent groups: the aspirin trial (Agresti, section 2.2)', () => {
    const { z, p } = twoProportionTest({
      first: { successes: 189, trials: 11034 },
      second: { successes: 104, trials: 11037 },
    })
    expect(z).toBeCloseTo(5.0014, 4)
    expect(p).toBeCloseTo(5.6919e-7, 10)
  })

  test('nothing to compare', () => {
    const all = { successes: 5, trials: 5 }
    expect(twoProportionTest({ first: all, second: all })).toEqual({ z: 0, p: 1 })
    expect(twoProportionTest({ first: all, second: { successes: 0, trials: 0 } })).toEqual({
      z: null,
      p: null,
    })
  })

  test('the same people twice: approval of the prime minister (Agresti, section 10.1)', () => {
    expect(mcNemarTest({ b: 150, c: 86 })).toEqual({
      statistic: expect.closeTo(17.356, 3),
      p: expect.closeTo(3.1e-5, 6),
    })
    expect(mcNemarTest({ b: 150, c: 86, continuityCorrection: true }).statistic).toBeCloseTo(16.8178, 4)
    expect(mcNemarTest({ b: 4, c: 4, continuityCorrection: true })).toEqual({ statistic: 0, p: 1 })
    expect(mcNemarTest({ b: 0, c: 0 })).toEqual({ statistic: 0, p: 1 })
    expect(() => mcNemarTest({ b: -1, c: 2 })).toThrow(RangeError)
  })

  test('laws: direction flips z alone, p lies between 0 and 1', () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const one = twoProportionTest({ first, second })
        const other = twoProportionTest({ first: second, second: first })
        expect(one.z).toBeCloseTo(-(other.z ?? 0), 9)
        expect(one.p).toBeCloseTo(other.p ?? -1, 9)
        expect(one.p ?? -1).toBeGreaterThanOrEqual(0)
        expect(one.p).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('many tests at once', () => {
  /** The fifteen p-values of Benjamini and Hochberg (1995), section 3.2. */
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]

  test('the paper finds four by false discovery rate, three by family-wise error', () => {
    expect(benjaminiHochberg(published).filter(p => p <= 0.05)).toHaveLength(4)
    expect(holm(published).filter(p => p <= 0.05)).toHaveLength(3)
  })

  test('values stay in input order', () => {
    const near = (values: number[]) => values.map(value => expect.closeTo(value, 12))
    expect(holm([0.05, 0.01, 0.04, 0.03, 0.02])).toEqual(near([0.09, 0.05, 0.09, 0.09, 0.08]))
    expect(benjaminiHochberg([0.04, 0.001, 0.03])).toEqual(near([0.04, 0.003, 0.04]))
    expect([holm([]), benjaminiHochberg([0.2])]).toEqual([[], [0.2]])
  })

  test('a value that is no probability is refused', () => {
    expect(() => holm([0.5, 1.5])).toThrow(RangeError)
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError)
  })

  test('laws: never below the value, Benjamini–Hochberg never above Holm, order kept, input untouched', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })
    fc.assert(
      fc.property(values, pValues => {
        const frozen = Object.freeze([...pValues])
        const strict = holm(frozen)
        const lenient = benjaminiHochberg(frozen)
        for (const [i, p] of pValues.entries()) {
          expect(lenient[i]).toBeGreaterThanOrEqual(p)
          expect(strict[i]).toBeGreaterThanOrEqual((lenient[i] ?? 2) - 1e-12)
          expect(strict[i]).toBeLessThanOrEqual(1)
          for (const [j, q] of pValues.entries())
            if (p < q)
              expect((lenient[i] ?? 2) <= (lenient[j] ?? 0) && (strict[i] ?? 2) <= (strict[j] ?? 0)).toBe(
                true,
              )
        }
      }),
    )
  })
})

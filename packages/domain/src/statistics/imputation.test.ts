import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { poolEstimates } from './imputation.ts'

describe('estimates from several data sets', () => {
  test('Rubin’s rules, worked by hand', () => {
    // Ū = 1, B = 2, T = 1 + 1.5 × 2 = 4, r = 3, ν = (4/3)² = 16/9, γ = (3 + 2/(16/9 + 3))/4.
    const found = poolEstimates({ estimates: [10, 12], standardErrors: [1, 1] })
    expect(found.estimate).toBe(11)
    expect(found.totalVariance).toBe(4)
    expect(found.relativeIncrease).toBe(3)
    expect(found.degreesOfFreedom).toBeCloseTo(16 / 9, 12)
    expect(found.fractionMissing).toBeCloseTo((3 + 2 / (16 / 9 + 3)) / 4, 12)
  })

  test('Barnard and Rubin: with a small sample there are fewer degrees of freedom', () => {
    const { degreesOfFreedom, fractionMissing } = poolEstimates({
      estimates: [10, 12],
      standardErrors: [1, 1],
      sample: 20,
    })
    const observed = (20 / 22) * 19 * (1 - 3 / 4)
    const expected = 1 / (9 / 16 + 1 / observed)
    expect(degreesOfFreedom).toBeCloseTo(expected, 12)
    expect(fractionMissing).toBeCloseTo((3 + 2 / (expected + 3)) / 4, 12)
  })

  test('where all data sets agree nothing is missing', () => {
    expect(poolEstimates({ estimates: [5, 5, 5], standardErrors: [2, 2, 2] })).toEqual({
      estimate: 5,
      totalVariance: 4,
      relativeIncrease: 0,
      degreesOfFreedom: Number.POSITIVE_INFINITY,
      fractionMissing: 0,
    })
    const { degreesOfFreedom } = poolEstimates({ estimates: [5, 5], standardErrors: [2, 2], sample: 10 })
    expect(degreesOfFreedom).toBeCloseTo((10 / 12) * 9, 12)
  })

  test('what cannot be pooled is refused', () => {
    expect(() => poolEstimates({ estimates: [1], standardErrors: [1] })).toThrow('twice')
    expect(() => poolEstimates({ estimates: [1, 2], standardErrors: [1] })).toThrow('its error')
    expect(() => poolEstimates({ estimates: [1, 2], standardErrors: [1, 0] })).toThrow('above 0')
    expect(() => poolEstimates({ estimates: [1, Number.NaN], standardErrors: [1, 1] })).toThrow('no number')
    expect(() => poolEstimates({ estimates: [1, 2], standardErrors: [1, 1], sample: 1 })).toThrow('sample')
  })

  test('not knowing never makes it more certain, and nothing is no number', () => {
    const some = fc.array(
      fc.record({
        estimate: fc.double({ min: -100, max: 100, noNaN: true }),
        error: fc.double({ min: 0.001, max: 50, noNaN: true }),
      }),
      { minLength: 2, maxLength: 10 },
    )
    fc.assert(
      fc.property(some, fc.option(fc.integer({ min: 2, max: 500 }), { nil: undefined }), (sets, sample) => {
        const found = poolEstimates({
          estimates: sets.map(({ estimate }) => estimate),
          standardErrors: sets.map(({ error }) => error),
          ...(sample === undefined ? {} : { sample }),
        })
        const within = sets.reduce((sum, { error }) => sum + error ** 2, 0) / sets.length
        expect(found.totalVariance).toBeGreaterThanOrEqual(within)
        expect(found.fractionMissing).toBeGreaterThanOrEqual(0)
        expect(found.fractionMissing).toBeLessThanOrEqual(1)
        expect(found.degreesOfFreedom).toBeGreaterThan(0)
        if (sample !== undefined) expect(found.degreesOfFreedom).toBeLessThan(sample)
      }),
    )
  })
})

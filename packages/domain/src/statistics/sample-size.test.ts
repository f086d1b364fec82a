import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { invitationsNeeded, marginOfError, sampleSize } from './sample-size.ts'

describe('sample size', () => {
  test.each([
    [0.03, 0.95, 1068],
    [0.05, 0.95, 385],
    [0.05, 0.9, 271],
    [0.05, 0.99, 664],
    [0.01, 0.95, 9604],
  ])('± %d at %d needs %d', (marginOfError, confidence, n) => {
    expect(sampleSize({ marginOfError, confidence })).toBe(n)
  })

  test.each([
    [10, 10],
    [15, 14],
    [20, 19],
    [30, 28],
    [40, 36],
    [50, 44],
    [100, 80],
    [200, 132],
    [300, 169],
    [400, 196],
    [500, 217],
    [1000, 278],
    [1500, 306],
    [2000, 322],
    [3000, 341],
    [5000, 357],
    [10_000, 370],
    [20_000, 377],
    [50_000, 381],
    [75_000, 382],
    [1_000_000, 384],
  ])('Krejcie and Morgan’s table: %d → %d', (population, n) => {
    // The table was computed with chi-square = 3.841.
    const plan = { population, marginOfError: 0.05, z: Math.sqrt(3.841), rounding: 'nearest' as const }
    expect(sampleSize(plan)).toBe(n)
  })

  test('rounding is up, to the nearest, or none', () => {
    const plan = { population: 1000, marginOfError: 0.05, confidence: 0.95 }
    expect(sampleSize(plan)).toBe(278)
    expect(sampleSize({ ...plan, rounding: 'none' })).toBeCloseTo(277.7335, 3)
    expect(sampleSize({ ...plan, population: 10_000, rounding: 'nearest' })).toBe(370)
    expect(sampleSize({ ...plan, population: 10_000, rounding: 'up' })).toBe(370)
    expect(sampleSize({ ...plan, population: 500, rounding: 'up' })).toBe(218)
    expect(sampleSize({ ...plan, population: 500, rounding: 'nearest' })).toBe(217)
  })

  test('is never more than there are people', () => {
    expect(sampleSize({ population: 1, marginOfError: 0.001, confidence: 0.99 })).toBe(1)
    expect(sampleSize({ population: 7, marginOfError: 0.01, confidence: 0.99 })).toBe(7)
  })

  test.each([
    { marginOfError: 0, confidence: 0.95 },
    { marginOfError: 5, confidence: 0.95 },
    { marginOfError: 0.05, confidence: 95 },
    { marginOfError: 0.05, confidence: 0.95, proportion: 1 },
    { marginOfError: 0.05, confidence: 0.95, population: 0 },
    { marginOfError: 0.05, confidence: 0.95, population: 10.5 },
    { marginOfError: 0.05, z: -2 },
  ])('%j is refused', plan => {
    expect(() => sampleSize(plan)).toThrow(RangeError)
  })
})

describe('margin of error', () => {
  test.each([
    [100, 0.5, 0.1],
    [400, 0.5, 0.05],
    [1600, 0.5, 0.025],
    [400, 0.8, 0.04],
    [100, 0.9, 0.06],
  ])('Babbie’s table, z = 2: n = %d, p = %d → %d', (sample, proportion, margin) => {
    expect(marginOfError({ sample, proportion, z: 2 })).toBeCloseTo(margin, 10)
  })

  test('a census has none', () => {
    expect(marginOfError({ sample: 80, population: 80, confidence: 0.95 })).toBe(0)
    expect(marginOfError({ sample: 1, population: 1, confidence: 0.95 })).toBe(0)
  })

  test('no sample and more than everybody are refused', () => {
    expect(() => marginOfError({ sample: 0, confidence: 0.95 })).toThrow(RangeError)
    expect(() => marginOfError({ sample: 11, population: 10, confidence: 0.95 })).toThrow(
      'more than its population',
    )
  })
})

describe('laws', () => {
  const query = fc.integer({ min: 2, max: 100_000 }).chain(population =>
    fc.record({
      population: fc.constant(population),
      sample: fc.integer({ min: 1, max: population - 1 }),
      confidence: fc.constantFrom(0.8, 0.9, 0.95, 0.99),
      proportion: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    }),
  )

  test('the sample for the margin of a sample is that sample', () => {
    fc.assert(
      fc.property(query, plan => {
        const margin = marginOfError(plan)
        if (margin >= 1) return
        expect(sampleSize({ ...plan, marginOfError: margin })).toBe(plan.sample)
        expect(sampleSize({ ...plan, marginOfError: margin, rounding: 'none' })).toBeCloseTo(plan.sample, 4)
      }),
    )
  })

  test('a larger population needs no smaller sample, an infinite one the largest', () => {
    fc.assert(
      fc.property(
        query,
        fc.double({ min: 0.005, max: 0.3, noNaN: true }),
        ({ population, confidence }, margin) => {
          const plan = { marginOfError: margin, confidence }
          const n = sampleSize({ ...plan, population })
          expect(sampleSize({ ...plan, population: population * 2 })).toBeGreaterThanOrEqual(n)
          expect(sampleSize(plan)).toBeGreaterThanOrEqual(n)
        },
      ),
    )
  })
})

describe('invitations', () => {
  test.each([
    [{ responses: 278, responseRate: 0.4 }, 695],
    [{ responses: 385, responseRate: 0.35 }, 1100],
    [{ responses: 100, responseRate: 0.3 }, 334],
    [{ responses: 278, responseRate: 0.4, designEffect: 1.5 }, 1043],
    [{ responses: 278, responseRate: 0.4, designEffect: 1.5, population: 1000 }, 1000],
    [{ responses: 0, responseRate: 0.4 }, 0],
    [{ responses: 9, responseRate: 1 }, 9],
  ])('%j → %d', (plan, n) => {
    expect(invitationsNeeded(plan)).toBe(n)
  })

  test.each([
    { responses: 10, responseRate: 0 },
    { responses: 10, responseRate: 40 },
    { responses: -1, responseRate: 0.4 },
    { responses: 10, responseRate: 0.4, designEffect: 0 },
  ])('%j is refused', plan => {
    expect(() => invitationsNeeded(plan)).toThrow(RangeError)
  })
})

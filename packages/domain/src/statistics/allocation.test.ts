import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { allocate } from './allocation.ts'

describe('allocating a sample', () => {
  test('in proportion to the strata', () => {
    const strata = [{ population: 60 }, { population: 40 }]
    expect(allocate({ sample: 10, strata, method: 'proportional' })).toEqual([6, 4])
  })

  test('Neyman: where there is more spread, more are asked', () => {
    const strata = [
      { population: 100, standardDeviation: 30 },
      { population: 100, standardDeviation: 10 },
    ]
    expect(allocate({ sample: 40, strata, method: 'neyman' })).toEqual([30, 10])
  })

  test('Cochran, table 5.1: city sizes', () => {
    // 64 largest American cities in 1930: N = 16 and 48, S² = 53,843 and 5,581, n = 24: a census of the first stratum.
    const strata = [
      { population: 16, standardDeviation: Math.sqrt(53_843) },
      { population: 48, standardDeviation: Math.sqrt(5_581) },
    ]
    expect(allocate({ sample: 24, strata, method: 'proportional' })).toEqual([6, 18])
    expect(allocate({ sample: 24, strata, method: 'neyman' })).toEqual([12, 12])
  })

  test('a small stratum is asked in full, and the others share the rest', () => {
    const strata = [
      { population: 5, standardDeviation: 100 },
      { population: 95, standardDeviation: 1 },
    ]
    expect(allocate({ sample: 20, strata, method: 'neyman' })).toEqual([5, 15])
  })

  test('more than there are is everybody', () => {
    expect(
      allocate({ sample: 99, strata: [{ population: 3 }, { population: 0 }], method: 'proportional' }),
    ).toEqual([3, 0])
  })

  test('an impossible input is refused with a reason', () => {
    expect(() => allocate({ sample: 1.5, strata: [], method: 'proportional' })).toThrow(RangeError)
    expect(() => allocate({ sample: 1, strata: [{ population: 3 }], method: 'neyman' })).toThrow('deviation')
    expect(() =>
      allocate({ sample: 1, strata: [{ population: 3, standardDeviation: 0 }], method: 'neyman' }),
    ).toThrow('nothing to allocate by')
  })

  test('adds up, asks nobody who is not there, and is within one of the exact share', () => {
    const stratum = fc.record({
      population: fc.nat(500),
      standardDeviation: fc.double({ min: 0.1, max: 50, noNaN: true }),
    })
    fc.assert(
      fc.property(
        fc.array(stratum, { maxLength: 8 }),
        fc.nat(2_000),
        fc.constantFrom('proportional' as const, 'neyman' as const),
        (strata, sample, method) => {
          const given = allocate({ sample, strata, method })
          const all = strata.reduce((sum, { population }) => sum + population, 0)
          expect(given.reduce((sum, n) => sum + n, 0)).toBe(Math.min(sample, all))
          for (const [at, n] of given.entries()) {
            expect(n).toBeLessThanOrEqual(strata[at]?.population ?? 0)
            if (method === 'proportional' && all > 0)
              expect(
                Math.abs(n - (Math.min(sample, all) * (strata[at]?.population ?? 0)) / all),
              ).toBeLessThan(1 + 1e-6)
          }
        },
      ),
    )
  })
})

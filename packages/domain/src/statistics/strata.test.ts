import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stratifiedMean, stratifiedProportion } from './designs.ts'
import { wilsonInterval } from './intervals.ts'

describe('the mean of a stratified sample', () => {
  test('Lohr, table 3.2: acres of farms in four regions', () => {
    const found = stratifiedMean({
      strata: [
        { population: 1054, sample: 103, mean: 300_504.2, variance: 29_618_183_543 },
        { population: 220, sample: 21, mean: 97_629.8, variance: 7_647_472_708 },
        { population: 1382, sample: 135, mean: 211_315.0, variance: 53_587_487_856 },
        { population: 422, sample: 41, mean: 662_295.5, variance: 396_185_950_266 },
      ],
      confidence: 0.95,
    })
    expect(found.mean).toBeCloseTo(295_560.8, 0)
    expect(found.total / 1e6).toBeCloseTo(909.736, 2)
    expect(Math.round(found.standardError)).toBe(16_380)
    expect(found.degreesOfFreedom).toBe(296)
    expect([Math.round(found.low / 10), Math.round(found.high / 10)]).toEqual([26_332, 32_780])
  })

  test('a census has no error, and a stratum of one that was asked needs no variance', () => {
    const strata = [
      { population: 1, sample: 1, mean: 90, variance: 0 },
      { population: 4, sample: 4, mean: 50, variance: 100 },
    ]
    expect(stratifiedMean({ strata, confidence: 0.9 })).toEqual({
      mean: 58,
      total: 290,
      standardError: 0,
      low: 58,
      high: 58,
      degreesOfFreedom: 3,
    })
  })

  test('what nobody could answer for is refused', () => {
    const one = { population: 10, sample: 1, mean: 5, variance: 0 }
    expect(() => stratifiedMean({ strata: [one], confidence: 0.95 })).toThrow('two answers')
    expect(() => stratifiedMean({ strata: [], confidence: 0.95 })).toThrow(RangeError)
    expect(() => stratifiedMean({ strata: [{ ...one, sample: 11 }], confidence: 0.95 })).toThrow(
      'sample of stratum 0',
    )
    expect(() =>
      stratifiedMean({ strata: [{ ...one, sample: 2, variance: Number.NaN }], confidence: 0.95 }),
    ).toThrow('variance')
    expect(() =>
      stratifiedMean({ strata: [{ ...one, sample: 2, mean: Number.NaN }], confidence: 0.95 }),
    ).toThrow('mean')
  })
})

describe('a proportion of a stratified sample', () => {
  const strata = [
    { population: 400, sample: 40, successes: 30 },
    { population: 100, sample: 20, successes: 5 },
  ]

  test('worked by hand', () => {
    // .8 × .75 + .2 × .25; variances .64 × .9 × .1875/39 and .04 × .8 × .1875/19.
    const { proportion, standardError } = stratifiedProportion({ strata, confidence: 0.95, method: 'wilson' })
    expect(proportion).toBeCloseTo(0.65, 12)
    expect(standardError).toBeCloseTo(Math.sqrt((0.64 * 0.9 * 0.1875) / 39 + (0.04 * 0.8 * 0.1875) / 19), 12)
  })

  test('logit and Wilson agree about where it lies, and stay within 0 and 1', () => {
    const [logit, wilson] = (['logit', 'wilson'] as const).map(method =>
      stratifiedProportion({ strata, confidence: 0.95, method }),
    )
    expect(logit?.low).toBeCloseTo(wilson?.low ?? 0, 1)
    expect(logit?.high).toBeCloseTo(wilson?.high ?? 0, 1)
  })

  test('the logit interval, written out', () => {
    const { low, high } = stratifiedProportion({ strata, confidence: 0.95, method: 'logit' })
    // t with 58 degrees of freedom is 2.00172; the error of the logit 0.0548 / (0.65 × 0.35).
    const reach =
      2.0017175 * (Math.sqrt((0.64 * 0.9 * 0.1875) / 39 + (0.04 * 0.8 * 0.1875) / 19) / (0.65 * 0.35))
    const back = (x: number) => 1 / (1 + Math.exp(-x))
    expect(low).toBeCloseTo(back(Math.log(0.65 / 0.35) - reach), 6)
    expect(high).toBeCloseTo(back(Math.log(0.65 / 0.35) + reach), 6)
  })

  test('where everybody asked is satisfied, it is still not certain; a census is', () => {
    const all = [{ population: 500, sample: 50, successes: 50 }]
    for (const method of ['logit', 'wilson'] as const)
      expect(stratifiedProportion({ strata: all, confidence: 0.95, method })).toMatchObject({
        ...wilsonInterval({ successes: 50, trials: 50, confidence: 0.95 }),
        proportion: 1,
        standardError: 0,
      })
    const census = [{ population: 50, sample: 50, successes: 20 }]
    expect(stratifiedProportion({ strata: census, confidence: 0.95, method: 'logit' })).toEqual({
      proportion: 0.4,
      standardError: 0,
      low: 0.4,
      high: 0.4,
    })
  })

  const anyStrata = fc.array(
    fc.tuple(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 0, max: 400 })).chain(([sample, more]) =>
      fc.record({
        population: fc.constant(sample + more),
        sample: fc.constant(sample),
        successes: fc.integer({ min: 0, max: sample }),
      }),
    ),
    { minLength: 1, maxLength: 4 },
  )

  test('the interval holds the proportion and stays within 0 and 1', () => {
    fc.assert(
      fc.property(anyStrata, fc.constantFrom('logit' as const, 'wilson' as const), (some, method) => {
        const { proportion, low, high } = stratifiedProportion({ strata: some, confidence: 0.9, method })
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(proportion).toBeGreaterThanOrEqual(low - 1e-12)
        expect(proportion).toBeLessThanOrEqual(high + 1e-12)
      }),
    )
  })

  test('equal rates in all strata: the stratified proportion is the pooled one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), sizes => {
        const some = sizes.map(size => ({ population: size * 50, sample: size * 4, successes: size }))
        expect(
          stratifiedProportion({ strata: some, confidence: 0.95, method: 'wilson' }).proportion,
        ).toBeCloseTo(0.25, 12)
      }),
    )
  })
})

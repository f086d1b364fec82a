import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { kishDesignEffect, postStratify, rake } from './designs.ts'

describe('post-stratification', () => {
  test('worked by hand', () => {
    const { mean, standardError, weights } = postStratify({
      strata: [
        { population: 60, values: [80, 90] },
        { population: 40, values: [50, 60, 70] },
      ],
    })
    expect(mean).toBe(75)
    // (1 − 5/100)/5 × (.6 × 50 + .4 × 100).
    expect(standardError).toBeCloseTo(Math.sqrt((0.95 / 5) * 70), 12)
    expect(weights).toEqual([30, 40 / 3])
  })

  test('Lohr, section 4.4: of 240 women 84 and of 160 men 40 want to teach; of 4,000 students 1,300', () => {
    const share = (yes: number, n: number) => Array.from({ length: n }, (_, at) => (at < yes ? 1 : 0))
    const { mean } = postStratify({
      strata: [
        { population: 3000, values: share(84, 240) },
        { population: 1000, values: share(40, 160) },
      ],
    })
    expect(4000 * mean).toBeCloseTo(1300, 9)
  })

  test('a stratum without answers, or with one of several, is refused', () => {
    expect(() => postStratify({ strata: [{ population: 9, values: [] }] })).toThrow('nobody answered')
    expect(() => postStratify({ strata: [{ population: 9, values: [1] }] })).toThrow('spread')
    expect(() => postStratify({ strata: [{ population: 1, values: [1, 2] }] })).toThrow('population')
    expect(() => postStratify({ strata: [{ population: 9, values: [1, Number.NaN] }] })).toThrow('no number')
  })

  test('weighted answers add up to the population', () => {
    const stratum = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 8 }).chain(values =>
      fc.record({
        values: fc.constant(values),
        population: fc.integer({ min: values.length, max: 500 }),
      }),
    )
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 4 }), strata => {
        const { weights, mean } = postStratify({ strata })
        const population = strata.reduce((sum, one) => sum + one.population, 0)
        const weighted = strata.flatMap(({ values }, at) =>
          values.map(value => [weights[at] ?? 0, value] as const),
        )
        expect(weighted.reduce((sum, [weight]) => sum + weight, 0)).toBeCloseTo(population, 6)
        expect(weighted.reduce((sum, [weight, value]) => sum + weight * value, 0) / population).toBeCloseTo(
          mean,
          6,
        )
      }),
    )
  })
})

describe('raking', () => {
  const counts = [
    [30, 12, 6],
    [15, 15, 22],
  ]
  const rowTargets = [400, 600]
  const columnTargets = [300, 300, 400]
  const raked = rake({ counts, rowTargets, columnTargets })
  const weighted = (weights: number[][], table: readonly (readonly number[])[] = counts) =>
    table.map((line, i) => line.map((count, j) => count * (weights[i]?.[j] ?? 0)))

  test('both margins are met, and the report says how', () => {
    const cells = weighted(raked.weights)
    expect(cells.map(line => line.reduce((a, b) => a + b))).toEqual([
      expect.closeTo(400, 6),
      expect.closeTo(600, 6),
    ])
    for (const [j, target] of columnTargets.entries())
      expect((cells[0]?.[j] ?? 0) + (cells[1]?.[j] ?? 0)).toBeCloseTo(target, 6)
    expect(raked.maxGap).toBeLessThanOrEqual(1e-8)
    expect(raked.iterations).toBeLessThan(50)
    const perPerson = counts.flatMap((line, i) =>
      line.flatMap((count, j) => Array.from({ length: count }, () => raked.weights[i]?.[j] ?? 0)),
    )
    expect(raked.designEffect).toBeCloseTo(kishDesignEffect(perPerson), 9)
    expect(raked.effectiveSample).toBeCloseTo(100 / raked.designEffect, 9)
  })

  test('what people answered together stays: odds ratios are those of the counts', () => {
    const cells = weighted(raked.weights)
    const odds = (table: readonly (readonly number[])[], j: number) =>
      ((table[0]?.[0] ?? 0) * (table[1]?.[j] ?? 0)) / ((table[0]?.[j] ?? 0) * (table[1]?.[0] ?? 0))
    for (const j of [1, 2]) expect(odds(cells, j)).toBeCloseTo(odds(counts, j), 6)
  })

  test('one round of rows and columns is Deming and Stephan’s first step', () => {
    const { weights, iterations, maxGap } = rake({ counts, rowTargets, columnTargets, maxIterations: 1 })
    expect(iterations).toBe(1)
    expect(maxGap).toBeGreaterThan(1)
    const rows = [400 / 48, 600 / 52]
    expect(weights[0]?.[0]).toBeCloseTo(
      ((rows[0] ?? 0) * 300) / (30 * (rows[0] ?? 0) + 15 * (rows[1] ?? 0)),
      9,
    )
  })

  test('a target of nobody weighs nothing; an empty row or column with a target is refused', () => {
    expect(rake({ counts: [[5, 5]], rowTargets: [10], columnTargets: [10, 0] }).weights).toEqual([[2, 0]])
    expect(() =>
      rake({
        counts: [
          [0, 0],
          [1, 1],
        ],
        rowTargets: [5, 5],
        columnTargets: [5, 5],
      }),
    ).toThrow('row 0')
    expect(() =>
      rake({
        counts: [
          [1, 0],
          [1, 0],
        ],
        rowTargets: [5, 5],
        columnTargets: [5, 5],
      }),
    ).toThrow('column 1')
    expect(() => rake({ counts, rowTargets: [400, 601], columnTargets })).toThrow('different totals')
    expect(() => rake({ counts, rowTargets: [400], columnTargets })).toThrow('row')
    expect(() => rake({ counts: [[Number.NaN]], rowTargets: [1], columnTargets: [1] })).toThrow('0 or more')
  })

  test('targets that a table with holes cannot meet are reported, not hidden', () => {
    const { maxGap, iterations } = rake({
      counts: [
        [10, 0],
        [10, 10],
      ],
      rowTargets: [80, 20],
      columnTargets: [20, 80],
      maxIterations: 50,
    })
    expect(iterations).toBe(50)
    expect(maxGap).toBeGreaterThan(1)
  })

  const anyTable = fc.record({
    counts: fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 2,
    }),
    split: fc.integer({ min: 100, max: 900 }),
    columns: fc.tuple(fc.integer({ min: 100, max: 400 }), fc.integer({ min: 100, max: 400 })),
  })
  const task = ({ split, columns: [first, second] }: { split: number; columns: [number, number] }) => ({
    rowTargets: [split, 1000 - split],
    columnTargets: [first, second, 1000 - first - second],
  })

  test('raking again changes nothing, and the order of rows and columns plays no part', () => {
    fc.assert(
      fc.property(anyTable, some => {
        const first = rake({ counts: some.counts, ...task(some), tolerance: 1e-10 })
        const again = rake({ counts: weighted(first.weights, some.counts), ...task(some) })
        for (const weight of again.weights.flat()) expect(weight).toBeCloseTo(1, 8)
        const { rowTargets: rows, columnTargets: columns } = task(some)
        const turned = rake({
          counts: some.counts.map(line => line.toReversed()).toReversed(),
          rowTargets: rows.toReversed(),
          columnTargets: columns.toReversed(),
          tolerance: 1e-10,
        })
        const back = turned.weights.map(line => line.toReversed()).toReversed()
        for (const [i, line] of first.weights.entries())
          for (const [j, weight] of line.entries()) expect(back[i]?.[j]).toBeCloseTo(weight, 6)
      }),
    )
  })

  test('the effective sample is never larger than the sample', () => {
    fc.assert(
      fc.property(anyTable, some => {
        const n = some.counts.flat().reduce((a, b) => a + b)
        expect(rake({ counts: some.counts, ...task(some) }).effectiveSample).toBeLessThanOrEqual(n + 1e-9)
      }),
    )
  })
})

describe('what weighting costs', () => {
  test('equal weights cost nothing, whatever their scale', () => {
    expect(kishDesignEffect([3, 3, 3])).toBe(1)
    expect(kishDesignEffect([1, 1, 2])).toBe(1.125)
  })

  test('no weights, or none above 0, are refused', () => {
    expect(() => kishDesignEffect([])).toThrow(RangeError)
    expect(() => kishDesignEffect([0, 0])).toThrow(RangeError)
    expect(() => kishDesignEffect([1, -1])).toThrow(RangeError)
    expect(() => kishDesignEffect([1, Number.NaN])).toThrow(RangeError)
  })

  test('it lies between 1 and the number of respondents', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 }),
        weights => {
          const effect = kishDesignEffect(weights)
          expect(effect).toBeGreaterThanOrEqual(1 - 1e-12)
          expect(effect).toBeLessThanOrEqual(weights.length + 1e-9)
        },
      ),
    )
  })
})

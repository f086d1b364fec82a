import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { clusterMean } from './designs.ts'

/** Lohr, Sampling: Design and Analysis, example 5.2: grade point averages in 5 of 100 suites of four. */
const suites = [
  [3.08, 2.6, 3.44, 3.04],
  [2.36, 3.04, 3.28, 2.68],
  [2.0, 2.56, 2.52, 1.88],
  [3.0, 2.88, 3.44, 3.64],
  [2.68, 1.92, 3.28, 3.2],
]
const clusterOf = (values: readonly number[]) => ({
  size: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  sumOfSquares: values.reduce((sum, value) => sum + value ** 2, 0),
})

describe('the mean of clusters', () => {
  test('Lohr, example 5.2: mean 2.826, error .164, and answers so alike that the variance doubles', () => {
    const { mean, standardError, designEffect } = clusterMean({
      population: 100,
      clusters: suites.map(clusterOf),
    })
    expect(mean).toBeCloseTo(2.826, 3)
    expect(standardError).toBeCloseTo(0.164, 3)
    expect(designEffect).toBeCloseTo(2.02, 2)
  })

  test('the effect is told only where all squares are known, and all clusters asked have no error', () => {
    const [first, ...rest] = suites.map(clusterOf)
    const unknown = { size: 4, sum: first?.sum ?? 0 }
    expect(clusterMean({ population: 100, clusters: [unknown, ...rest] })).not.toHaveProperty('designEffect')
    expect(clusterMean({ population: 5, clusters: suites.map(clusterOf) })).toMatchObject({
      standardError: 0,
    })
  })

  test('what no answers can have is refused', () => {
    const one = { size: 2, sum: 4 }
    expect(() => clusterMean({ population: 9, clusters: [one] })).toThrow('two clusters')
    expect(() => clusterMean({ population: 1, clusters: [one, one] })).toThrow('population')
    expect(() => clusterMean({ population: 9, clusters: [one, { size: 0, sum: 0 }] })).toThrow(
      'size of cluster 1',
    )
    expect(() => clusterMean({ population: 9, clusters: [one, { ...one, sum: Number.NaN }] })).toThrow(
      'no number',
    )
    const few = { ...one, sumOfSquares: 7 }
    expect(() => clusterMean({ population: 9, clusters: [few, few] })).toThrow('too few')
  })

  test('clusters of one are a simple random sample: no design effect', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 30 }), values => {
        const found = clusterMean({ population: 1000, clusters: values.map(value => clusterOf([value])) })
        if (new Set(values).size > 1) expect(found.designEffect).toBeCloseTo(1, 9)
        else expect(found).toEqual({ mean: values[0], standardError: 0 })
      }),
    )
  })
})

import { describe, expect, test } from '@jest/globals'
import { customerEffortScore, netPromoterScore, satisfactionMeasures } from '@sixfold/domain/measures'
import { pChart, xmrChart } from '@sixfold/domain/statistics/control-charts'
import {
  allocate,
  clusterMean,
  kishDesignEffect,
  postStratify,
  rake,
  stratifiedMean,
  stratifiedProportion,
} from '@sixfold/domain/statistics/designs'
import { auditDisclosure, suppress } from '@sixfold/domain/statistics/disclosure'
import { correlations, relativeWeights, shapleyImportance } from '@sixfold/domain/statistics/drivers'
import { poolEstimates } from '@sixfold/domain/statistics/imputation'
import {
  benjaminiHochberg,
  clopperPearsonInterval,
  holm,
  mcNemarTest,
  newcombeInterval,
  twoProportionTest,
  wilsonInterval,
} from '@sixfold/domain/statistics/intervals'
import {
  answerVariability,
  isTooFast,
  longestRun,
  mahalanobisDistances,
  matchShare,
} from '@sixfold/domain/statistics/quality'
import { invitationsNeeded, marginOfError, sampleSize } from '@sixfold/domain/statistics/sample-size'

const near = (value: number, digits = 4) => expect.closeTo(value, digits)
const number = expect.any(Number)
const confidence = 0.95

/** What other programs may build on: where it stands, what it takes and what it gives, no less and no more. */
describe('public names', () => {
  test('measures', () => {
    expect(satisfactionMeasures({ counts: [20, 50, 15, 10, 5] })).toEqual({
      n: 100,
      percentVerySatisfied: 20,
      percentSatisfied: 70,
      percentNeutral: 15,
      percentDissatisfied: 15,
      percentNonsatisfied: 30,
      netSatisfactionIndex: 67.5,
      standardError: number,
    })
    expect(netPromoterScore({ promoters: 60, passives: 20, detractors: 20, confidence })).toEqual({
      score: 40,
      standardError: 8,
      wald: { low: near(24.3203), high: near(55.6797) },
      adjusted: { score: near(38.835), low: number, high: number },
    })
    const effort = { counts: [2, 3, 5, 6, 4], variant: 'topTwoOf5' } as const
    expect(customerEffortScore(effort)).toEqual({ n: 20, score: 50 })
  })

  test('sample-size', () => {
    expect(sampleSize({ marginOfError: 0.03, confidence })).toBe(1068)
    const table = {
      population: 1000,
      marginOfError: 0.05,
      proportion: 0.5,
      z: 1.96,
      rounding: 'nearest',
    } as const
    expect(sampleSize(table)).toBe(278)
    expect(marginOfError({ sample: 400, z: 2 })).toBeCloseTo(0.05, 10)
    expect(marginOfError({ sample: 80, population: 80, confidence, proportion: 0.3 })).toBe(0)
    const plan = { responses: 278, responseRate: 0.4, designEffect: 1.5, population: 1000 }
    expect(invitationsNeeded(plan)).toBe(1000)
  })

  test('intervals', () => {
    const one = { successes: 81, trials: 263, confidence }
    expect(wilsonInterval(one)).toEqual({ low: near(0.2553), high: near(0.3662) })
    expect(clopperPearsonInterval(one)).toEqual({ low: near(0.2527), high: near(0.3676) })
    const shares = { first: { successes: 56, trials: 70 }, second: { successes: 48, trials: 80 } }
    expect(newcombeInterval({ ...shares, confidence })).toEqual({
      difference: near(0.2),
      low: near(0.0524),
      high: near(0.3339),
    })
    expect(twoProportionTest(shares)).toEqual({ z: number, p: number })
    expect(mcNemarTest({ b: 150, c: 86 })).toEqual({ statistic: near(17.3559), p: number })
    expect(mcNemarTest({ b: 150, c: 86, continuityCorrection: true }).statistic).toBeCloseTo(16.8178, 3)
    expect(holm([0.04, 0.01])).toEqual([0.04, 0.02])
    expect(benjaminiHochberg([0.04, 0.01])).toEqual([0.04, 0.02])
  })

  test('designs', () => {
    const strata = [
      { population: 100, sample: 10, mean: 70, variance: 25 },
      { population: 50, sample: 5, mean: 40, variance: 16 },
    ]
    expect(stratifiedMean({ strata, confidence })).toEqual({
      mean: near(60),
      total: near(9000),
      standardError: number,
      low: number,
      high: number,
      degreesOfFreedom: 13,
    })
    for (const method of ['logit', 'wilson'] as const)
      expect(
        stratifiedProportion({
          strata: [{ population: 500, sample: 50, successes: 40 }],
          confidence,
          method,
        }),
      ).toEqual({ proportion: 0.8, standardError: number, low: number, high: number })
    const sized = [
      { size: 2, sum: 3, sumOfSquares: 5 },
      { size: 2, sum: 6, sumOfSquares: 20 },
    ]
    expect(clusterMean({ population: 9, clusters: sized })).toEqual({
      mean: 2.25,
      standardError: number,
      designEffect: number,
    })
    const bare = sized.map(({ size, sum }) => ({ size, sum }))
    expect(Object.keys(clusterMean({ population: 9, clusters: bare }))).toEqual(['mean', 'standardError'])
    const parts = [{ population: 60 }, { population: 40 }]
    expect(allocate({ sample: 10, strata: parts, method: 'proportional' })).toEqual([6, 4])
    expect(
      postStratify({
        strata: [
          { population: 60, values: [80, 90] },
          { population: 40, values: [50, 60, 70] },
        ],
      }),
    ).toEqual({ mean: near(75), standardError: number, weights: [30, near(13.3333)] })
    const table = {
      counts: [
        [10, 20],
        [30, 40],
      ],
      rowTargets: [50, 50],
      columnTargets: [60, 40],
    }
    expect(rake({ ...table, tolerance: 1e-6, maxIterations: 50 })).toEqual({
      weights: [
        [number, number],
        [number, number],
      ],
      iterations: number,
      maxGap: number,
      designEffect: number,
      effectiveSample: number,
    })
    expect(kishDesignEffect([1, 1, 2])).toBe(1.125)
  })

  test('drivers, imputation', () => {
    const rows = {
      rows: [
        [1, 2],
        [2, 1],
        [3, 3],
      ],
      outcome: [1, 2, 3],
    }
    const found = correlations(rows)
    expect(found).toEqual({
      predictors: [
        [1, near(0.5)],
        [near(0.5), 1],
      ],
      outcome: [near(1), near(0.5)],
    })
    const given = {
      predictors: [
        [1, 0.5],
        [0.5, 1],
      ],
      outcome: [0.6, 0.4],
    }
    for (const importanceOf of [relativeWeights, shapleyImportance])
      expect(importanceOf(given)).toEqual({ rSquared: near(0.3733), importance: [number, number] })
    const sets = { estimates: [10, 12], standardErrors: [1, 1] }
    const pooled = {
      estimate: 11,
      totalVariance: 4,
      relativeIncrease: 3,
      degreesOfFreedom: near(1.7778),
      fractionMissing: near(0.8547),
    }
    expect(poolEstimates(sets)).toEqual(pooled)
    expect(poolEstimates({ ...sets, sample: 40 }).degreesOfFreedom).toBeLessThan(1.7778)
  })

  test('quality, control charts, disclosure', () => {
    expect(longestRun([4, 4, null, 4])).toBe(2)
    expect(answerVariability([1, null, 3])).toBeCloseTo(Math.SQRT2, 10)
    expect(mahalanobisDistances([[1], [2], [3]])).toEqual([1, 0, 1])
    expect([isTooFast({ seconds: 11, items: 6 }), isTooFast({ seconds: 12, items: 6 })]).toEqual([
      true,
      false,
    ])
    expect(matchShare([5, 4, 3, null], [5, 4, 1, 2])).toBeCloseTo(2 / 3, 10)
    const shares = [
      { count: 12, n: 50 },
      { count: 24, n: 50 },
    ]
    const point = { low: number, high: number, signal: false }
    expect(pChart(shares)).toEqual({ centre: 0.36, points: [point, point] })
    const wide = pChart(shares, { designEffect: 4 }).points[0]
    expect(wide?.low).toBeLessThan(pChart(shares).points[0]?.low ?? 0)
    expect(xmrChart([71, 73, 72])).toEqual({
      centre: 72,
      averageMovingRange: 1.5,
      low: near(72 - 4.5 / 1.128),
      high: near(72 + 4.5 / 1.128),
      points: [71, 73, 72].map(value => ({ value, signal: false })),
    })
    const cells = [
      [3, 20],
      [12, 15],
    ]
    expect(suppress({ cells, minimum: 5 })).toEqual({
      primary: [{ row: 0, column: 0 }],
      complementary: [
        { row: 0, column: 1 },
        { row: 1, column: 0 },
        { row: 1, column: 1 },
      ],
    })
    expect(auditDisclosure({ cells, hidden: [{ row: 0, column: 0 }] })).toEqual([
      { row: 0, column: 0, low: 3, high: 3 },
    ])
  })
})

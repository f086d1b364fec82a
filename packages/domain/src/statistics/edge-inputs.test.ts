import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  customerEffortScore,
  netPromoterScore,
  netSatisfactionInterval,
  type SatisfactionCounts,
  satisfactionMeasures,
} from '../measures.ts'
import { seededRandom } from '../random.ts'
import { clusterBootstrap, quantile } from './bootstrap.ts'
import { pChart, xmrChart } from './control-charts.ts'
import {
  allocate,
  clusterMean,
  kishDesignEffect,
  postStratify,
  rake,
  stratifiedMean,
  stratifiedProportion,
} from './designs.ts'
import { isDetermined } from './determined.ts'
import { auditDisclosure, suppress } from './disclosure.ts'
import {
  betaQuantile,
  chiSquareP,
  chiSquareQuantile,
  normalQuantile,
  twoSidedNormalP,
  twoSidedT,
  twoSidedZ,
} from './distributions.ts'
import { correlations, relativeWeights, shapleyImportance } from './drivers.ts'
import { poolEstimates } from './imputation.ts'
import {
  benjaminiHochberg,
  clopperPearsonInterval,
  holm,
  mcNemarTest,
  newcombeInterval,
  scoreInterval,
  twoProportionTest,
  wilsonInterval,
} from './intervals.ts'
import { answerVariability, isTooFast, longestRun, mahalanobisDistances, matchShare } from './quality.ts'
import { invitationsNeeded, marginOfError, sampleSize } from './sample-size.ts'

/** What no caller means, among what some do. */
const ODD = [
  0,
  1,
  -1,
  0.5,
  1.5,
  2 ** 53,
  2 ** 60,
  1e308,
  -1e308,
  5e-324,
  1e-9,
  1 - 2 ** -53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
]
const odd = fc.oneof({ arbitrary: fc.constantFrom(...ODD), weight: 3 }, { arbitrary: fc.double(), weight: 1 })
const count = fc.oneof({ arbitrary: fc.nat(40), weight: 6 }, { arbitrary: odd, weight: 1 })
const proportion = fc.oneof(
  { arbitrary: fc.double({ min: 0, max: 1, noNaN: true }), weight: 6 },
  { arbitrary: odd, weight: 1 },
)
const value = fc.oneof(
  { arbitrary: fc.integer({ min: -5, max: 5 }), weight: 6 },
  { arbitrary: odd, weight: 1 },
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const list = <T>(arbitrary: fc.Arbitrary<T>, most = 6) => fc.array(arbitrary, { maxLength: most })
const table = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.tuple(fc.nat(4), fc.nat(4)).chain(([rows, columns]) =>
    fc.array(fc.array(arbitrary, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
const share = fc.record({ successes: count, trials: count, designEffect: maybe(value) }).map(given)
const answers = list(fc.oneof(value, fc.constant(null)), 8)
const correlationTable = fc.nat(4).chain(size =>
  fc.record({
    predictors: fc.array(fc.array(proportion, { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
    outcome: fc.array(proportion, { minLength: size, maxLength: size }),
    isSymmetric: fc.boolean(),
  }),
)

/** As a caller would leave it out. */
function given<T extends object>(record: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, one]) => one !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }
}

/** Infinite degrees of freedom are a number that can be meant: the normal distribution. */
const MAY_BE_INFINITE = new Set(['degreesOfFreedom'])

function expectNumbers(result: unknown, name = 'result'): void {
  if (typeof result === 'number') {
    expect([name, Number.isNaN(result)]).toEqual([name, false])
    if (!MAY_BE_INFINITE.has(name))
      expect([name, result, Number.isFinite(result)]).toEqual([name, result, true])
  } else if (Array.isArray(result)) for (const one of result) expectNumbers(one, name)
  else if (result !== null && typeof result === 'object')
    for (const [key, one] of Object.entries(result)) expectNumbers(one, key)
  else expect(['boolean', 'undefined', 'object']).toContain(typeof result)
}

/** A number or a reason: never NaN, and never an error that somebody else has thrown. */
function check<Input>(arbitrary: fc.Arbitrary<Input>, run: (input: Input) => unknown): void {
  fc.assert(
    fc.property(arbitrary, input => {
      let result: unknown
      try {
        result = run(input)
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
        expect((error as RangeError).message).toMatch(/\w \w/)
        return
      }
      expectNumbers(result)
    }),
    { numRuns: 300 },
  )
}

const squareOf = ({
  predictors,
  outcome,
  isSymmetric,
}: {
  predictors: number[][]
  outcome: number[]
  isSymmetric: boolean
}) => ({
  predictors: isSymmetric
    ? predictors.map((line, i) =>
        line.map((one, j) => (i === j ? 1 : i < j ? one : (predictors[j]?.[i] ?? one))),
      )
    : predictors,
  outcome,
})

const cases: [string, () => void][] = [
  [
    'satisfactionMeasures',
    () =>
      check(list(count), counts => satisfactionMeasures({ counts: counts as unknown as SatisfactionCounts })),
  ],
  [
    'netSatisfactionInterval',
    () =>
      check(
        fc.record({
          counts: fc.tuple(count, count, count, count, count),
          confidence: proportion,
          designEffect: value,
        }),
        netSatisfactionInterval,
      ),
  ],
  [
    'netPromoterScore',
    () =>
      check(
        fc.record({ promoters: count, passives: count, detractors: count, confidence: proportion }),
        netPromoterScore,
      ),
  ],
  [
    'customerEffortScore',
    () =>
      check(
        fc.record({
          counts: list(count, 8),
          variant: fc.constantFrom('mean7' as const, 'topThreeOf7' as const, 'topTwoOf5' as const),
        }),
        customerEffortScore,
      ),
  ],
  [
    'wilsonInterval',
    () => check(fc.tuple(share, proportion), ([one, confidence]) => wilsonInterval({ ...one, confidence })),
  ],
  [
    'clopperPearsonInterval',
    () =>
      check(fc.tuple(share, proportion), ([one, confidence]) =>
        clopperPearsonInterval({ ...one, confidence }),
      ),
  ],
  [
    'scoreInterval',
    () => check(fc.record({ proportion, trials: value, confidence: proportion }), scoreInterval),
  ],
  [
    'newcombeInterval',
    () =>
      check(
        fc.record({ first: share, second: share, confidence: proportion, correlation: value }),
        newcombeInterval,
      ),
  ],
  ['twoProportionTest', () => check(fc.record({ first: share, second: share }), twoProportionTest)],
  [
    'mcNemarTest',
    () =>
      check(
        fc.record({ b: count, c: count, continuityCorrection: fc.boolean(), designEffect: value }),
        mcNemarTest,
      ),
  ],
  ['holm', () => check(list(proportion), holm)],
  ['benjaminiHochberg', () => check(list(proportion), benjaminiHochberg)],
  [
    'sampleSize',
    () =>
      check(
        fc
          .record({
            population: maybe(count),
            marginOfError: proportion,
            confidence: proportion,
            proportion: maybe(proportion),
            z: maybe(value),
            rounding: maybe(fc.constantFrom('up' as const, 'nearest' as const, 'none' as const)),
          })
          .map(given),
        sampleSize,
      ),
  ],
  [
    'marginOfError',
    () =>
      check(
        fc
          .record({
            sample: count,
            population: maybe(count),
            confidence: proportion,
            proportion: maybe(proportion),
            z: maybe(value),
          })
          .map(given),
        marginOfError,
      ),
  ],
  [
    'invitationsNeeded',
    () =>
      check(
        fc
          .record({
            responses: count,
            responseRate: proportion,
            designEffect: maybe(value),
            population: maybe(count),
          })
          .map(given),
        invitationsNeeded,
      ),
  ],
  [
    'stratifiedMean',
    () =>
      check(
        fc.record({
          strata: list(fc.record({ population: count, sample: count, mean: value, variance: count })),
          confidence: proportion,
        }),
        stratifiedMean,
      ),
  ],
  [
    'stratifiedProportion',
    () =>
      check(
        fc.record({
          strata: list(fc.record({ population: count, sample: count, successes: count })),
          confidence: proportion,
          method: fc.constantFrom('logit' as const, 'wilson' as const),
        }),
        stratifiedProportion,
      ),
  ],
  [
    'clusterMean',
    () =>
      check(
        fc.record({
          population: count,
          clusters: list(fc.record({ size: count, sum: value, sumOfSquares: maybe(count) }).map(given)),
        }),
        clusterMean,
      ),
  ],
  [
    'allocate',
    () =>
      check(
        fc.record({
          sample: count,
          strata: list(fc.record({ population: count, standardDeviation: maybe(count) }).map(given)),
          method: fc.constantFrom('proportional' as const, 'neyman' as const),
        }),
        allocate,
      ),
  ],
  [
    'postStratify',
    () =>
      check(fc.record({ strata: list(fc.record({ population: count, values: list(value) })) }), postStratify),
  ],
  [
    'rake',
    () =>
      check(
        fc
          .tuple(table(count), list(count, 4), list(count, 4), value, fc.boolean())
          .map(([counts, rows, columns, tolerance, fits]) => ({
            counts,
            // Half of the time targets that the table itself meets.
            rowTargets: fits ? counts.map(line => line.reduce((sum, one) => sum + one, 0)) : rows,
            columnTargets: fits
              ? (counts[0] ?? []).map((_, j) => counts.reduce((sum, line) => sum + (line[j] ?? 0), 0))
              : columns,
            tolerance,
            maxIterations: 20,
          })),
        rake,
      ),
  ],
  ['kishDesignEffect', () => check(list(count), kishDesignEffect)],
  [
    'correlations',
    () =>
      check(
        table(value).chain(rows => fc.tuple(fc.constant(rows), list(value, rows.length))),
        ([rows, outcome]) => correlations({ rows, outcome }),
      ),
  ],
  ['relativeWeights', () => check(correlationTable, input => relativeWeights(squareOf(input)))],
  ['shapleyImportance', () => check(correlationTable, input => shapleyImportance(squareOf(input)))],
  [
    'poolEstimates',
    () =>
      check(
        fc.record({ estimates: list(value), standardErrors: list(count), sample: maybe(count) }).map(given),
        poolEstimates,
      ),
  ],
  ['longestRun', () => check(answers, longestRun)],
  ['answerVariability', () => check(answers, answerVariability)],
  ['mahalanobisDistances', () => check(table(value), mahalanobisDistances)],
  ['isTooFast', () => check(fc.record({ seconds: value, items: count }), isTooFast)],
  ['matchShare', () => check(fc.tuple(answers, answers), ([a, b]) => matchShare(a, b))],
  [
    'pChart',
    () =>
      check(fc.tuple(list(fc.record({ count, n: count })), value), ([shares, designEffect]) =>
        pChart(shares, { designEffect }),
      ),
  ],
  ['xmrChart', () => check(list(value), xmrChart)],
  ['suppress', () => check(fc.record({ cells: table(count), minimum: count }), suppress)],
  [
    'auditDisclosure',
    () =>
      check(
        fc.record({ cells: table(count), hidden: list(fc.record({ row: count, column: count }), 3) }),
        // A cell without bounds is one that nobody can work out.
        input => auditDisclosure(input).map(({ low }) => low),
      ),
  ],
  [
    'isDetermined',
    () => check(fc.tuple(table(value), list(value, 4)), ([rows, target]) => isDetermined(rows, target)),
  ],
  [
    'quantile',
    () =>
      check(fc.tuple(list(value), proportion), ([values, at]) =>
        quantile(
          values.toSorted((a, b) => a - b),
          at,
        ),
      ),
  ],
  [
    'clusterBootstrap',
    () =>
      check(fc.tuple(list(value, 8), proportion, count), ([values, confidence, draws]) =>
        clusterBootstrap({
          clusters: values,
          estimate: sample =>
            sample.length > 0 ? [sample.reduce((sum, one) => sum + one, 0) / sample.length] : null,
          confidence,
          random: seededRandom(1),
          draws: draws > 100 ? -1 : draws,
        }),
      ),
  ],
  ['twoSidedZ', () => check(proportion, twoSidedZ)],
  ['normalQuantile', () => check(proportion, normalQuantile)],
  ['twoSidedNormalP', () => check(value, twoSidedNormalP)],
  ['chiSquareP', () => check(value, chiSquareP)],
  ['chiSquareQuantile', () => check(fc.tuple(proportion, count), ([p, df]) => chiSquareQuantile(p, df))],
  ['betaQuantile', () => check(fc.tuple(proportion, count, count), ([p, a, b]) => betaQuantile(p, a, b))],
  ['twoSidedT', () => check(fc.tuple(proportion, count), ([confidence, df]) => twoSidedT(confidence, df))],
]

describe('whatever it is given, it answers with numbers or refuses with a reason', () => {
  test.each(cases)('%s', (_, run) => {
    run()
  })
})

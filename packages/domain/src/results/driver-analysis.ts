import type { RandomSource } from '../random.ts'
import { bootstrapSteps } from '../statistics/bootstrap.ts'
import type { DriverCorrelations, DriverImportance } from '../statistics/drivers.ts'
import { enoughForImportance, relativeWeights, shapleyImportance } from '../statistics/drivers.ts'
import type { Interval } from '../statistics/intervals.ts'
import type { DriverTally, Moments } from './driver-tally.ts'
import { correlationsOf, meansOf } from './driver-tally.ts'

export type DriverMethod = 'relative_weights' | 'shapley'

export interface Driver {
  /** Pearson's correlation with the outcome; null: the driver never varies. */
  correlation: number | null
  /** The driver's share of all that is explained, 0 to 100; null: there are too few answers to tell drivers apart. */
  importance: number | null
  /** By drawing accounts; null where it is not known. */
  interval: Interval | null
  /** The mean rating: performance. */
  mean: number
  /** How far it is from the mean of all drivers, in points of the scale, by drawing accounts; null: not known. */
  aside: Interval | null
  /** For importance and performance alike: on which side of the cross-hairs, or on neither because an interval crosses. */
  advice: 'keep' | 'improve' | 'watch' | 'ease' | null
}

export interface DriverAnalysis {
  method: DriverMethod
  /** Respondents who rated everything, and their accounts; others are left out. */
  responses: number
  accounts: number
  leftOut: number
  /** The share of the outcome that all drivers explain, 0 to 1; null: only correlations are shown. */
  rSquared: number | null
  drivers: Driver[]
  /** Why there is no importance. */
  reason: 'too_few' | 'never_varies' | 'collinear' | null
  /** Drivers that go along with less satisfaction: a sign against expectation, worth a look before any conclusion. */
  against: number[]
  /** The first driver by the other method, and by ranks instead of points, where they differ from the one shown. */
  otherMethodFirst: number | null
  byRanksFirst: number | null
}

/** In the order in which they are offered. */
const METHODS: readonly DriverMethod[] = ['relative_weights', 'shapley']

/**
 * What goes along with an outcome such as overall satisfaction, and how much of it belongs to each driver, by each method. Intervals
 * are by drawing accounts, the same draws for both. It describes what varies together; it does not say what causes what.
 *
 * It takes its time: it yields after each draw, so that whoever runs it can do something else in between.
 *
 * @param draws Samples for the intervals, 0: none.
 * @throws RangeError for a confidence outside (0, 1).
 * @example finish(analyseDrivers({ tally, confidence: 0.95, random })).shapley
 *   // { rSquared: 0.52, drivers: [{ importance: 31.4, interval: { low: 24.1, high: 39.9 }, advice: 'improve', ... }, ...], ... }
 */
export function* analyseDrivers({
  tally,
  confidence,
  random,
  draws = 500,
}: {
  tally: DriverTally
  confidence: number
  random: RandomSource
  draws?: number
}): Generator<void, Record<DriverMethod, DriverAnalysis>> {
  const width = tally.drivers
  const all = tally.moments()
  const { whole, withOutcome } = correlationsOf(all, width)
  const means = meansOf(all, width)
  const enough = enoughForImportance({ responses: tally.responses, drivers: width })
  const results = new Map<DriverMethod, DriverImportance>()
  for (const method of METHODS) {
    const result = enough && whole ? importanceBy(method, whole) : null
    if (result) results.set(method, result)
  }
  const methods = [...results.keys()]
  const isDrawn = draws > 0 && methods.length > 0
  const { intervals } = isDrawn
    ? yield* bootstrapSteps({
        clusters: Array.from({ length: tally.accounts }, (_, account) => account),
        estimate: drawn => distancesAndShares(tally.moments(drawn), width, methods),
        confidence,
        random,
        draws,
      })
    : { intervals: [] }
  const asides = intervals.slice(0, width)
  const ranks = results.size > 0 ? correlationsOf(tally.momentsOfRanks(), width).whole : null

  const analysisBy = (method: DriverMethod): DriverAnalysis => {
    const result = results.get(method)
    const shares = result && sharesOf(result)
    const from = width * (1 + methods.indexOf(method))
    const other = results.get(method === 'shapley' ? 'relative_weights' : 'shapley')
    const ranked = result && ranks && importanceBy(method, ranks)
    const first = shares ? firstOf(shares) : null
    return {
      method,
      responses: tally.responses,
      accounts: tally.accounts,
      leftOut: tally.leftOut,
      rSquared: result?.rSquared ?? null,
      reason: result ? null : reasonFor({ enough, varies: whole !== null }),
      drivers: means.map((mean, at) => {
        const interval = (result && intervals[from + at]) ?? null
        const aside = (result && asides[at]) ?? null
        return {
          correlation: withOutcome[at] ?? null,
          importance: shares?.[at] ?? null,
          interval,
          mean,
          aside,
          advice: adviceOf(interval, aside, 100 / width),
        }
      }),
      against: negatives(withOutcome),
      otherMethodFirst: other ? differing(firstOf(sharesOf(other)), first) : null,
      byRanksFirst: ranked ? differing(firstOf(sharesOf(ranked)), first) : null,
    }
  }
  return { relative_weights: analysisBy('relative_weights'), shapley: analysisBy('shapley') }
}

function reasonFor({ enough, varies }: { enough: boolean; varies: boolean }): DriverAnalysis['reason'] {
  if (!enough) return 'too_few'
  return varies ? 'collinear' : 'never_varies'
}

/** How far each driver's mean is from the mean of all, then the drivers' shares by each method. */
function distancesAndShares(
  moments: Moments,
  width: number,
  methods: readonly DriverMethod[],
): readonly number[] | null {
  const { whole } = correlationsOf(moments, width)
  const found = methods.map(method => whole && importanceBy(method, whole))
  if (!found.every(result => result !== null)) return null
  return [...distancesOf(meansOf(moments, width)), ...found.flatMap(sharesOf)]
}

/** Null: drivers follow from each other, so nobody can tell their parts apart. */
function importanceBy(method: DriverMethod, correlations: DriverCorrelations): DriverImportance | null {
  try {
    return method === 'shapley' ? shapleyImportance(correlations) : relativeWeights(correlations)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function distancesOf(means: readonly number[]): number[] {
  const centre = means.reduce((sum, mean) => sum + mean, 0) / means.length
  return means.map(mean => mean - centre)
}

const sharesOf = ({ rSquared, importance }: DriverImportance) =>
  importance.map(part => (rSquared > 0 ? (100 * part) / rSquared : 0))

const firstOf = (shares: readonly number[]) => shares.indexOf(Math.max(...shares))

const differing = (other: number, first: number | null) => (other === first ? null : other)

const negatives = (correlations: readonly (number | null)[]) =>
  correlations.flatMap((r, at) => (r !== null && r < 0 ? [at] : []))

/** The cross-hairs stand at an even share of importance and at the mean performance. */
function adviceOf(importance: Interval | null, aside: Interval | null, even: number): Driver['advice'] {
  if (!importance || !aside || crosses(importance, even) || crosses(aside, 0)) return null
  const good = aside.low > 0
  if (importance.low > even) return good ? 'keep' : 'improve'
  return good ? 'ease' : 'watch'
}

const crosses = ({ low, high }: Interval, line: number) => low <= line && high >= line

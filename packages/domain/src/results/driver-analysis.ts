import type { RandomSource } from '../random.ts'
import { clusterBootstrap } from '../statistics/bootstrap.ts'
import type { DriverCorrelations, DriverImportance } from '../statistics/drivers.ts'
import { enoughForImportance, relativeWeights, shapleyImportance } from '../statistics/drivers.ts'
import type { Interval } from '../statistics/intervals.ts'

export type DriverMethod = 'relative_weights' | 'shapley'

/** One respondent: how the drivers and the outcome were rated, 5 the best; null: not rated. */
export interface DriverRow {
  account: string
  ratings: readonly (number | null)[]
  outcome: number | null
}

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

/**
 * What goes along with an outcome such as overall satisfaction, and how much of it belongs to each driver. Intervals are by
 * drawing accounts. It describes what varies together; it does not say what causes what.
 *
 * @param drivers How many drivers each row rates.
 * @param draws Samples for the intervals, 0: none.
 * @throws RangeError for a confidence outside (0, 1).
 * @example analyseDrivers({ rows, drivers: 6, method: 'relative_weights', confidence: 0.95, random })
 *   // { rSquared: 0.52, drivers: [{ importance: 31.4, interval: { low: 24.1, high: 39.9 }, advice: 'improve', ... }, ...], ... }
 */
export function analyseDrivers({
  rows,
  drivers: width,
  method,
  confidence,
  random,
  draws = 500,
}: {
  rows: readonly DriverRow[]
  drivers: number
  method: DriverMethod
  confidence: number
  random: RandomSource
  draws?: number
}): DriverAnalysis {
  const whole = rows.filter(isWhole)
  const accounts = momentsByAccount(whole, width)
  const all = sumOf(accounts, width)
  const found = correlationsOf(all, width)
  const means = meansOf(all, width)
  const base = {
    method,
    responses: whole.length,
    accounts: accounts.length,
    leftOut: rows.length - whole.length,
  }
  const bare = (reason: DriverAnalysis['reason']): DriverAnalysis => ({
    ...base,
    rSquared: null,
    reason,
    drivers: means.map((mean, at) => ({
      correlation: found.withOutcome[at] ?? null,
      importance: null,
      interval: null,
      mean,
      aside: null,
      advice: null,
    })),
    against: negatives(found.withOutcome),
    otherMethodFirst: null,
    byRanksFirst: null,
  })
  if (!enoughForImportance({ responses: whole.length, drivers: width })) return bare('too_few')
  if (!found.whole) return bare('never_varies')
  const result = importanceBy(method, found.whole)
  if (!result) return bare('collinear')
  const shares = sharesOf(result)
  const intervals =
    draws === 0
      ? []
      : clusterBootstrap({
          clusters: accounts,
          estimate: sample => sharesAndDistances(sample, width, method),
          confidence,
          random,
          draws,
        }).intervals
  const first = firstOf(shares)
  const other = importanceBy(method === 'shapley' ? 'relative_weights' : 'shapley', found.whole)
  const ranked = importanceByRanks(whole, width, method)
  return {
    ...base,
    rSquared: result.rSquared,
    reason: null,
    drivers: means.map((mean, at) => ({
      correlation: found.withOutcome[at] ?? null,
      importance: shares[at] ?? 0,
      interval: intervals[at] ?? null,
      mean,
      aside: intervals[width + at] ?? null,
      advice: adviceOf(intervals[at] ?? null, intervals[width + at] ?? null, 100 / width),
    })),
    against: negatives(found.withOutcome),
    otherMethodFirst: differing(other && firstOf(sharesOf(other)), first),
    byRanksFirst: differing(ranked && firstOf(sharesOf(ranked)), first),
  }
}

type WholeRow = { account: string; ratings: readonly number[]; outcome: number }

function isWhole(row: DriverRow): row is WholeRow {
  return row.outcome !== null && row.ratings.every(rating => rating !== null)
}

/** Sums and products of one account's answers; those of several accounts add up. The outcome is the last column. */
interface Moments {
  count: number
  sums: number[]
  products: number[][]
}

function momentsByAccount(rows: readonly WholeRow[], width: number): Moments[] {
  const byAccount = new Map<string, Moments>()
  for (const { account, ratings, outcome } of rows) {
    const moments = byAccount.get(account) ?? emptyMoments(width)
    byAccount.set(account, moments)
    add(moments, [...ratings, outcome])
  }
  return [...byAccount.values()]
}

function emptyMoments(width: number): Moments {
  const size = width + 1
  return {
    count: 0,
    sums: new Array<number>(size).fill(0),
    products: Array.from({ length: size }, () => new Array<number>(size).fill(0)),
  }
}

function add(moments: Moments, values: readonly number[]): void {
  moments.count += 1
  for (const [i, a] of values.entries()) {
    moments.sums[i] = (moments.sums[i] ?? 0) + a
    const line = moments.products[i]
    if (line) for (const [j, b] of values.entries()) line[j] = (line[j] ?? 0) + a * b
  }
}

function sumOf(parts: readonly Moments[], width: number): Moments {
  const sum = emptyMoments(width)
  for (const { count, sums, products } of parts) {
    sum.count += count
    for (const [i, value] of sums.entries()) sum.sums[i] = (sum.sums[i] ?? 0) + value
    for (const [i, line] of products.entries()) {
      const into = sum.products[i]
      if (into) for (const [j, value] of line.entries()) into[j] = (into[j] ?? 0) + value
    }
  }
  return sum
}

/** `whole` is null where a driver or the outcome never varies. */
function correlationsOf(
  { count, sums, products }: Moments,
  width: number,
): { withOutcome: (number | null)[]; whole: DriverCorrelations | null } {
  const covariance = (i: number, j: number) =>
    (products[i]?.[j] ?? 0) - ((sums[i] ?? 0) * (sums[j] ?? 0)) / Math.max(1, count)
  const spreads = Array.from({ length: width + 1 }, (_, i) => covariance(i, i))
  const varies = spreads.map((spread, i) => spread > 1e-9 * Math.max(1, products[i]?.[i] ?? 0))
  const correlation = (i: number, j: number) => {
    if (!varies[i] || !varies[j]) return null
    if (i === j) return 1
    const r = covariance(i, j) / Math.sqrt((spreads[i] ?? 0) * (spreads[j] ?? 0))
    return Math.max(-1, Math.min(1, r))
  }
  const drivers = Array.from({ length: width }, (_, i) => i)
  const withOutcome = drivers.map(i => correlation(i, width))
  const whole = varies.every(Boolean)
    ? {
        predictors: drivers.map(i => drivers.map(j => correlation(i, j) ?? 0)),
        outcome: withOutcome.map(r => r ?? 0),
      }
    : null
  return { withOutcome, whole }
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

/** The drivers' shares, then how far each one's mean is from the mean of all. */
function sharesAndDistances(
  sample: readonly Moments[],
  width: number,
  method: DriverMethod,
): readonly number[] | null {
  const sum = sumOf(sample, width)
  const { whole } = correlationsOf(sum, width)
  const found = whole && importanceBy(method, whole)
  return found && [...sharesOf(found), ...distancesOf(meansOf(sum, width))]
}

const meansOf = ({ sums, count }: Moments, width: number) =>
  sums.slice(0, width).map(sum => (count === 0 ? 0 : sum / count))

function distancesOf(means: readonly number[]): number[] {
  const centre = means.reduce((sum, mean) => sum + mean, 0) / means.length
  return means.map(mean => mean - centre)
}

/** Ranks in place of points: what a few extreme answers decide does not hold by ranks. */
function importanceByRanks(
  rows: readonly WholeRow[],
  width: number,
  method: DriverMethod,
): DriverImportance | null {
  const columns = Array.from({ length: width + 1 }, (_, i) =>
    midRanks(rows.map(({ ratings, outcome }) => (i === width ? outcome : (ratings[i] ?? 0)))),
  )
  const ranked = rows.map(({ account }, n) => ({
    account,
    ratings: columns.slice(0, width).map(column => column[n] ?? 0),
    outcome: columns[width]?.[n] ?? 0,
  }))
  const { whole } = correlationsOf(sumOf(momentsByAccount(ranked, width), width), width)
  return whole && importanceBy(method, whole)
}

/**
 * The rank of each value, equal ones sharing the mean of theirs.
 *
 * @example midRanks([3, 1, 3]) // [2.5, 1, 2.5]
 */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value)
  const ranks = new Array<number>(values.length).fill(0)
  for (let from = 0; from < order.length; ) {
    let until = from
    while (until < order.length && order[until]?.value === order[from]?.value) until += 1
    for (const { index } of order.slice(from, until)) ranks[index] = (from + 1 + until) / 2
    from = until
  }
  return ranks
}

const sharesOf = ({ rSquared, importance }: DriverImportance) =>
  importance.map(part => (rSquared > 0 ? (100 * part) / rSquared : 0))

const firstOf = (shares: readonly number[]) => shares.indexOf(Math.max(...shares))

const differing = (other: number | null, first: number) => (other === null || other === first ? null : other)

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

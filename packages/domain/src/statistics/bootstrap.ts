import { requireComputed, requireOpenProportion, requireThat, requireWhole } from '../checks.ts'
import type { RandomSource } from '../random.ts'
import { finish } from '../steps.ts'
import type { Interval } from './intervals.ts'

export interface BootstrapIntervals {
  /** One for each number that is estimated; null: too few samples allowed an estimate. */
  intervals: (Interval | null)[]
  /** Samples from which nothing could be estimated, such as ones in which everybody answers alike. */
  failed: number
}

const LEAST_CLUSTERS = 5
/** Intervals from fewer good samples than this share of all are not stated. */
const LEAST_GOOD = 0.9

/**
 * Percentile intervals by drawing whole clusters, such as accounts, with replacement: answers of one account are alike, so
 * an account is drawn with all its answers or not at all.
 *
 * @param estimate Numbers from the clusters of one sample, always as many; null: nothing can be estimated from it.
 * @throws RangeError for no draws, a confidence outside (0, 1), estimates of different lengths.
 * @see Davison and Hinkley, Bootstrap Methods and their Application (1997), sections 3.8 and 5.3
 * @example clusterBootstrap({ clusters, estimate: sample => [meanOf(sample)], confidence: 0.95, random: seededRandom(1) })
 *   // { intervals: [{ low: 61.2, high: 70.4 }], failed: 0 }
 */
export function clusterBootstrap<Cluster>(bootstrap: Bootstrap<Cluster>): BootstrapIntervals {
  return finish(bootstrapSteps(bootstrap))
}

export interface Bootstrap<Cluster> {
  clusters: readonly Cluster[]
  estimate: (sample: readonly Cluster[]) => readonly number[] | null
  confidence: number
  random: RandomSource
  draws?: number
}

/** `clusterBootstrap` with a yield after each draw, for so many clusters that others should come in between. */
export function* bootstrapSteps<Cluster>({
  clusters,
  estimate,
  confidence,
  random,
  draws = 1000,
}: Bootstrap<Cluster>): Generator<void, BootstrapIntervals> {
  requireOpenProportion('confidence', confidence)
  requireWhole('draws', draws, 1)
  const whole = estimate(clusters)
  const width = whole?.length ?? 0
  const columns: number[][] = Array.from({ length: width }, () => [])
  if (clusters.length < LEAST_CLUSTERS) return { intervals: columns.map(() => null), failed: 0 }
  let failed = 0
  for (let draw = 0; draw < draws; draw += 1) {
    const sample = clusters.map(() => clusters[random.below(clusters.length)] as Cluster)
    const numbers = estimate(sample)
    if (!numbers) failed += 1
    else requireThat(numbers.length === width, 'each sample estimates the same numbers')
    for (const [at, value] of (numbers ?? []).entries())
      columns[at]?.push(requireComputed('an estimate', value))
    yield
  }
  const enough = draws - failed >= LEAST_GOOD * draws
  return { intervals: columns.map(column => (enough ? percentiles(column, confidence) : null)), failed }
}

function percentiles(values: readonly number[], confidence: number): Interval {
  const sorted = values.toSorted((a, b) => a - b)
  const tail = (1 - confidence) / 2
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) }
}

/**
 * A quantile of sorted values, linear between neighbours (Hyndman and Fan's type 7).
 *
 * @throws RangeError for no values or a share outside 0 to 1.
 * @example quantile([1, 2, 3, 4], 0.5) // 2.5
 */
export function quantile(sorted: readonly number[], share: number): number {
  requireThat(sorted.length > 0, 'a quantile needs values')
  requireThat(share >= 0 && share <= 1, 'a quantile is that of a share')
  requireThat(sorted.every(Number.isFinite), 'a quantile is that of numbers')
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN
  return low + (high - low) * (place - below)
}

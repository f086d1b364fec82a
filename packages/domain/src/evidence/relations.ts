import { requireOpenProportion, requireThat } from '../checks.ts'
import type { Quarter } from '../quarter.ts'
import { addQuarters, formatQuarter } from '../quarter.ts'
import type { RandomSource } from '../random.ts'
import { clusterBootstrap } from '../statistics/bootstrap.ts'
import type { Interval } from '../statistics/intervals.ts'

/** A number of one account in one quarter, such as its open cases or its score. */
export interface AccountFigure {
  accountId: string
  quarter: Quarter
  value: number
}

export interface LaggedRelation {
  /** Quarters of accounts that have both numbers. */
  pairs: number
  accounts: number
  /** Pearson's correlation; null: too few pairs, or one of the two never varies. */
  correlation: number | null
  /** By drawing accounts; null where it is not known. */
  interval: Interval | null
}

/** Fewer pairs show chance. */
const LEAST_PAIRS = 10

/**
 * How a number of one quarter goes along with another number some quarters later, for the same accounts: case volume with
 * the next quarter's score. What goes along is not thereby a cause.
 *
 * @throws RangeError for a confidence outside (0, 1) or two figures of one account and quarter.
 * @example laggedRelation({ before: cases, after: scores, lag: 1, confidence: 0.95, random: seededRandom(1) })
 *   // { pairs: 120, accounts: 48, correlation: -0.31, interval: { low: -0.46, high: -0.14 } }
 */
export function laggedRelation({
  before,
  after,
  lag,
  confidence,
  random,
}: {
  before: readonly AccountFigure[]
  after: readonly AccountFigure[]
  /** Quarters from the first number to the second. */
  lag: number
  confidence: number
  random: RandomSource
}): LaggedRelation {
  requireOpenProportion('confidence', confidence)
  const later = valuesByPlace(after)
  const earlier = valuesByPlace(before)
  const byAccount = new Map<string, [number, number][]>()
  for (const { accountId, quarter, value } of before) {
    const outcome = later.get(placeOf(accountId, addQuarters(quarter, lag)))
    if (outcome === undefined) continue
    byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), [value, outcome]])
  }
  const clusters = [...byAccount.values()]
  const pairs = clusters.reduce((sum, { length }) => sum + length, 0)
  requireThat(earlier.size === before.length, 'one number of an account in a quarter')
  const found = pairs < LEAST_PAIRS ? null : correlationOf(clusters)
  const interval =
    found === null
      ? null
      : (clusterBootstrap({
          clusters,
          estimate: sample => {
            const r = correlationOf(sample)
            return r === null ? null : [r]
          },
          confidence,
          random,
        }).intervals[0] ?? null)
  return { pairs, accounts: clusters.length, correlation: found, interval }
}

const placeOf = (accountId: string, quarter: Quarter) => `${formatQuarter(quarter)} ${accountId}`

function valuesByPlace(figures: readonly AccountFigure[]): Map<string, number> {
  for (const { value } of figures) requireThat(Number.isFinite(value), 'a figure is a number')
  return new Map(figures.map(({ accountId, quarter, value }) => [placeOf(accountId, quarter), value]))
}

function correlationOf(clusters: readonly (readonly [number, number][])[]): number | null {
  const pairs = clusters.flat()
  const mean = (of: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length
  const [x, y] = [mean(([a]) => a), mean(([, b]) => b)]
  let [xx, yy, xy] = [0, 0, 0]
  for (const [a, b] of pairs) {
    xx += (a - x) ** 2
    yy += (b - y) ** 2
    xy += (a - x) * (b - y)
  }
  const least = 1e-12
  if (xx <= least * x ** 2 || yy <= least * y ** 2 || xx === 0 || yy === 0) return null
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

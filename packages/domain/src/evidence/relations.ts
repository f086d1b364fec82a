import { requireOpenProportion, requireThat } from '../checks.ts'
import type { Quarter } from '../quarter.ts'
import { addQuarters, formatQuarter } from '../quarter.ts'
import type { RandomSource } from '../random.ts'
import { bootstrapSteps } from '../statistics/bootstrap.ts'
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
 * the next quarter's score. What goes along is not thereby a cause. It yields after each draw of accounts.
 *
 * @throws RangeError for a confidence outside (0, 1) or two figures of one account and quarter.
 * @example finish(laggedRelation({ before: cases, after: scores, lag: 1, confidence: 0.95, random: seededRandom(1) }))
 *   // { pairs: 120, accounts: 48, correlation: -0.31, interval: { low: -0.46, high: -0.14 } }
 */
export function* laggedRelation({
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
}): Generator<void, LaggedRelation> {
  requireOpenProportion('confidence', confidence)
  const later = valuesByPlace(after)
  const earlier = valuesByPlace(before)
  const byAccount = new Map<string, [number, number][]>()
  for (const { accountId, quarter, value } of before) {
    const outcome = later.get(placeOf(accountId, addQuarters(quarter, lag)))
    if (outcome === undefined) continue
    byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), [value, outcome]])
  }
  const { clusters, centre } = momentsOf([...byAccount.values()])
  const pairs = clusters.reduce((sum, { count }) => sum + count, 0)
  requireThat(earlier.size === before.length, 'one number of an account in a quarter')
  const found = pairs < LEAST_PAIRS ? null : correlationOf(clusters, centre)
  if (found === null) return { pairs, accounts: clusters.length, correlation: null, interval: null }
  const { intervals } = yield* bootstrapSteps({
    clusters,
    estimate: sample => {
      const r = correlationOf(sample, centre)
      return r === null ? null : [r]
    },
    confidence,
    random,
  })
  return { pairs, accounts: clusters.length, correlation: found, interval: intervals[0] ?? null }
}

const placeOf = (accountId: string, quarter: Quarter) => `${formatQuarter(quarter)} ${accountId}`

function valuesByPlace(figures: readonly AccountFigure[]): Map<string, number> {
  for (const { value } of figures) requireThat(Number.isFinite(value), 'a figure is a number')
  return new Map(figures.map(({ accountId, quarter, value }) => [placeOf(accountId, quarter), value]))
}

/** What the pairs of one account add up to, measured from the means of all: far from them, rounding would eat the digits. */
interface Moments {
  count: number
  x: number
  y: number
  xx: number
  yy: number
  xy: number
}

type Centre = Pick<Moments, 'x' | 'y'>

function momentsOf(accounts: readonly (readonly [number, number][])[]): {
  clusters: Moments[]
  centre: Centre
} {
  const pairs = accounts.flat()
  const meanAt = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at] / pairs.length, 0)
  const centre = { x: meanAt(0), y: meanAt(1) }
  const clusters = accounts.map(own => {
    const sum: Moments = { count: own.length, x: 0, y: 0, xx: 0, yy: 0, xy: 0 }
    for (const [a, b] of own) {
      const [x, y] = [a - centre.x, b - centre.y]
      sum.x += x
      sum.y += y
      sum.xx += x * x
      sum.yy += y * y
      sum.xy += x * y
    }
    return sum
  })
  return { clusters, centre }
}

/** What differs by less than this part of its size differs by rounding. */
const ROUNDING = 1e-12

/** Null: one of the two does not vary in what was drawn. */
function correlationOf(accounts: readonly Moments[], centre: Centre): number | null {
  const all: Moments = { count: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 }
  for (const { count, x, y, xx, yy, xy } of accounts) {
    all.count += count
    all.x += x
    all.y += y
    all.xx += xx
    all.yy += yy
    all.xy += xy
  }
  const about = (product: number, a: number, b: number) => product - (a * b) / all.count
  const [xx, yy] = [about(all.xx, all.x, all.x), about(all.yy, all.y, all.y)]
  const varies = (spread: number, size: number, mean: number) => spread > ROUNDING * (size + mean ** 2)
  if (!varies(xx, all.xx, centre.x) || !varies(yy, all.yy, centre.y)) return null
  return Math.max(-1, Math.min(1, about(all.xy, all.x, all.y) / Math.sqrt(xx * yy)))
}

import { requireMeasured, requirePositive, requireThat, requireWhole } from '../checks.ts'

const LEAST_POINTS = 8

/** The mean of the range of two values of a normal distribution, in standard deviations: d₂ for n = 2. */
const D2 = 1.128

/**
 * Whether a series is long enough for limits; with fewer quarters they say more than is known, and the run is shown without them.
 *
 * @example enoughForLimits(7) // false
 */
export function enoughForLimits(points: number): boolean {
  return points >= LEAST_POINTS
}

export interface PChart {
  /** The share of all answers together, 0 to 1. */
  centre: number
  /** In the order given; `signal`: outside the limits, so something changed. */
  points: { low: number; high: number; signal: boolean }[]
}

/**
 * Control chart of a share, such as percent dissatisfied by quarter, with limits by the answers of each.
 *
 * p̄ ± 3 √(deff p̄(1 − p̄)/n), clipped to 0 and 1. `designEffect` widens the limits by its root, because answers of one account are alike.
 *
 * @throws RangeError for no points, counts that are not whole, more than there are answers, no answers, a design effect that is not above 0.
 * @see Montgomery, Introduction to Statistical Quality Control, 6th ed., 7.2
 * @example pChart([{ count: 12, n: 50 }, { count: 24, n: 50 }]) // { centre: 0.36, points: [{ low: 0.156, high: 0.564, signal: false }, ...] }
 */
export function pChart(
  shares: readonly { count: number; n: number }[],
  { designEffect = 1 }: { designEffect?: number } = {},
): PChart {
  requireThat(shares.length > 0, 'a chart has a point')
  requirePositive('a design effect', designEffect)
  let [counted, answered] = [0, 0]
  for (const [at, { count, n }] of shares.entries()) {
    requireWhole(`answers of point ${at}`, n, 1)
    requireWhole(`count of point ${at}`, count, 0, n)
    counted += count
    answered += n
  }
  const centre = counted / answered
  return {
    centre,
    points: shares.map(({ count, n }) => {
      const reach = 3 * Math.sqrt((designEffect * centre * (1 - centre)) / n)
      const [low, high] = [Math.max(0, centre - reach), Math.min(1, centre + reach)]
      return { low, high, signal: isOutside(count / n, low, high) }
    }),
  }
}

export interface XmrChart {
  centre: number
  averageMovingRange: number
  low: number
  high: number
  points: { value: number; signal: boolean }[]
}

/**
 * Control chart of single values, such as an index by quarter.
 *
 * x̄ ± 3 MR̄ / 1.128, with MR̄ the mean difference between neighbours: the exact constant, not 2.66, which is rounded.
 *
 * @throws RangeError for fewer than two values, or one that is no number.
 * @see Montgomery, Introduction to Statistical Quality Control, 6th ed., 6.4; Wheeler, Understanding Variation (1993)
 * @example xmrChart([71, 73, 72]) // { centre: 72, averageMovingRange: 1.5, low: 68.01, high: 75.99, points: [...] }
 */
export function xmrChart(values: readonly number[]): XmrChart {
  requireThat(values.length >= 2, 'a moving range needs two values or more')
  for (const value of values) requireMeasured('a value', value)
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)))
  const averageMovingRange = ranges.reduce((sum, range) => sum + range, 0) / ranges.length
  const reach = (3 * averageMovingRange) / D2
  const [low, high] = [centre - reach, centre + reach]
  return {
    centre,
    averageMovingRange,
    low,
    high,
    points: values.map(value => ({ value, signal: isOutside(value, low, high) })),
  }
}

/** A value on a limit is within it, also where a rounding puts it a hair beyond. */
function isOutside(value: number, low: number, high: number): boolean {
  const hair = 1e-12 * Math.max(1, Math.abs(low), Math.abs(high))
  return value < low - hair || value > high + hair
}

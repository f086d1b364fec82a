import { enoughForLimits, pChart } from '../statistics/control-charts.ts'

/** A factor in one quarter, as far as it may be shown. */
export interface TrendQuarter {
  /** Answers by point, the best first; null where they may not be shown (law 5). */
  counts: readonly number[] | null
  /** The factor was asked differently the quarter before: what came before says nothing of it (law 1). */
  trendBroken: boolean
}

/** What chance explains of percent nonsatisfied, in percent; `signal`: the quarter is outside of it. */
export interface ExpectedRange {
  centre: number
  low: number
  high: number
  signal: boolean
}

/**
 * The range of percent nonsatisfied that chance explains, by quarter: limits of a p chart over the quarters since the factor was
 * last asked differently. Null for every quarter that has none: hidden, asked differently since, or fewer than eight in all.
 *
 * @param quarters The oldest first.
 * @param options.designEffect Widens the range by its root, because answers of one account are alike.
 * @throws RangeError as `pChart` does.
 * @example expectedRanges(quarters)[8] // { centre: 31.2, low: 18.9, high: 43.5, signal: true }
 */
export function expectedRanges(
  quarters: readonly TrendQuarter[],
  options: { designEffect?: number } = {},
): (ExpectedRange | null)[] {
  const start = Math.max(
    0,
    quarters.findLastIndex(({ trendBroken }) => trendBroken),
  )
  const known = quarters.flatMap(({ counts }, at) => {
    const n = (counts ?? []).reduce((sum, count) => sum + count, 0)
    return at < start || counts === null || n === 0 ? [] : [{ at, n, count: n - satisfiedOf(counts) }]
  })
  const ranges: (ExpectedRange | null)[] = quarters.map(() => null)
  if (!enoughForLimits(known.length)) return ranges
  const { centre, points } = pChart(known, options)
  for (const [place, { low, high, signal }] of points.entries()) {
    const at = known[place]?.at
    if (at !== undefined) ranges[at] = { centre: 100 * centre, low: 100 * low, high: 100 * high, signal }
  }
  return ranges
}

function satisfiedOf(counts: readonly number[]): number {
  return (counts[0] ?? 0) + (counts[1] ?? 0)
}

import type { ScoreboardView } from '@sixfold/contract/waves'
import type { ExpectedRange } from '@sixfold/domain/results/expected-range'
import { expectedRanges } from '@sixfold/domain/results/expected-range'
import { formatQuarter } from '@sixfold/ui/format'

export interface TrendPoint {
  quarter: string
  /** Percent nonsatisfied; null where it may not be shown. */
  value: number | null
  /** The factor was asked differently the quarter before: the line breaks here (law 1). */
  broken: boolean
  /** What chance explains; null where too little is known to say. */
  expected: ExpectedRange | null
}

/** Each factor's nonsatisfied percent over the quarters, the oldest first. */
export function trendOf(history: readonly ScoreboardView[], factor: string): TrendPoint[] {
  const scores = history.map(view => view.factors.find(one => one.factor === factor))
  const ranges = expectedRanges(
    scores.map(score => ({ counts: score?.counts ?? null, trendBroken: score?.trendBroken ?? false })),
    { designEffect: scores.at(-1)?.designEffect ?? 1 },
  )
  return history.map((view, at) => {
    const score = scores[at]
    return {
      quarter: formatQuarter(view.quarter),
      value: score?.percentNonsatisfied ?? null,
      broken: score?.trendBroken ?? false,
      expected: ranges[at] ?? null,
    }
  })
}

/** Runs of points that a line may join: it ends before a gap and before a break. */
export function linesOf(points: readonly TrendPoint[]): { at: number; value: number }[][] {
  const lines: { at: number; value: number }[][] = []
  let current: { at: number; value: number }[] = []
  for (const [at, { value, broken }] of points.entries()) {
    if (value === null || broken) {
      if (current.length > 0) lines.push(current)
      current = []
    }
    if (value !== null) current.push({ at, value })
  }
  if (current.length > 0) lines.push(current)
  return lines
}

export interface Movement {
  factor: string
  from: { quarter: string; value: number }
  to: { quarter: string; value: number }
  points: number
}

/** From the first to the last point of each factor's unbroken last line, the largest movement first. */
export function movements(trends: readonly { factor: string; points: readonly TrendPoint[] }[]): Movement[] {
  return trends
    .flatMap(({ factor, points }) => {
      const line = linesOf(points).at(-1) ?? []
      const [first, last] = [line[0], line.at(-1)]
      if (!first || !last || first === last) return []
      const point = ({ at, value }: { at: number; value: number }) => ({
        quarter: points[at]?.quarter ?? '',
        value,
      })
      return [{ factor, from: point(first), to: point(last), points: last.value - first.value }]
    })
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
}

/** The top of an axis from 0 that all panels share: a multiple of 20 above every value. */
export function axisTop(values: readonly (number | null)[]): number {
  const most = Math.max(0, ...values.filter(value => value !== null))
  return Math.min(100, Math.max(20, Math.ceil(most / 20) * 20))
}

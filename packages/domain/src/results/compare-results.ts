import { requireOpenProportion, requireWhole } from '../checks.ts'
import { netSatisfactionInterval, satisfactionMeasures } from '../measures.ts'
import type { Scoreboard, SegmentCounts } from '../scoreboard.ts'
import { scaleCounts } from '../scoreboard.ts'
import { hiddenSegments } from '../scoreboard-disclosure.ts'
import { twoSidedZ } from '../statistics/distributions.ts'
import type { Interval } from '../statistics/intervals.ts'
import { wilsonInterval } from '../statistics/intervals.ts'
import type { ComparabilityGrade, ComparabilityReason, Gathering, Wording } from './comparability.ts'
import { comparability } from './comparability.ts'
import type { JudgedDifference, ShownPairs } from './judged-difference.ts'
import { judgedDifference, judgedTogether } from './judged-difference.ts'

/** What was counted of a wave in one segment: of a factor, or of one rated question or row by its key. */
export interface CountedPart {
  board: Scoreboard
  segment: string
  of: { factor: string } | { item: string }
  /** How alike people of one account answer; null or absent: not known, and not allowed for. */
  designEffect?: number | null | undefined
}

/** A factor's answers that may be shown, in percent and points. */
export interface ResultFigure {
  /** Valid answers. */
  n: number
  /** Very satisfied to very dissatisfied. */
  counts: [number, number, number, number, number]
  percentSatisfied: number
  netSatisfactionIndex: number
  /** Of percent satisfied, by Wilson. */
  interval: Interval
  /** Of the index. */
  indexInterval: Interval
  /** At least 1: that of all parts, by their answers; null: not known of one of them, and not allowed for. */
  designEffect: number | null
}

/**
 * The answers on a factor or a question, of one wave or of several put together. Of several only those are taken that could be shown by themselves, so
 * that the sum gives away nothing about the others (law 5). Null: nothing may be shown.
 *
 * @example resultFigure({ parts: [{ board, segment: 'all', of: { factor: 'delivery' } }], minimumCell: 5, confidence: 0.95 })
 */
export function resultFigure({
  parts,
  minimumCell,
  confidence,
}: {
  parts: readonly CountedPart[]
  minimumCell: number
  confidence: number
}): ResultFigure | null {
  requireWhole('minimumCell', minimumCell, 1)
  requireOpenProportion('confidence', confidence)
  const shown = parts.filter(({ board, segment, of }) => {
    const validOf = (counted: SegmentCounts | undefined) => sumOf(ratingsOf(counted, of))
    return (
      validOf(board[segment]) >= minimumCell && !hiddenSegments({ board, validOf, minimumCell }).has(segment)
    )
  })
  if (shown.length === 0) return null
  const counts: ResultFigure['counts'] = [0, 0, 0, 0, 0]
  for (const { board, segment, of } of shown)
    for (const [at, count] of ratingsOf(board[segment], of).entries()) counts[at] = (counts[at] ?? 0) + count
  const { n, percentSatisfied, netSatisfactionIndex } = satisfactionMeasures({ counts })
  if (percentSatisfied === null || netSatisfactionIndex === null) return null
  const designEffect = effectOf(shown, n)
  const effect = designEffect ?? 1
  const { low, high } = wilsonInterval({
    successes: satisfiedOf(counts),
    trials: n,
    designEffect: effect,
    confidence,
  })
  return {
    n,
    counts,
    percentSatisfied,
    netSatisfactionIndex,
    interval: { low: low * 100, high: high * 100 },
    indexInterval: netSatisfactionInterval({ counts, designEffect: effect, confidence }),
    designEffect,
  }
}

/** Variances of parts add up by the squares of their answers: with shares alike, the effect of all is the mean by answers. */
function effectOf(parts: readonly CountedPart[], n: number): number | null {
  let sum = 0
  for (const { board, segment, of, designEffect } of parts) {
    if (designEffect === null || designEffect === undefined) return null
    sum += Math.max(1, designEffect) * sumOf(ratingsOf(board[segment], of))
  }
  return sum / n
}

function ratingsOf(counted: SegmentCounts | undefined, of: CountedPart['of']): ResultFigure['counts'] {
  return scaleCounts(('factor' in of ? counted?.factors[of.factor] : counted?.questions[of.item]) ?? [])
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

const satisfiedOf = ([very, satisfied]: ResultFigure['counts']) => very + satisfied

/** One pair of results: a factor, or a question that stands for another. */
export interface ComparedPair {
  key: string
  first: ResultFigure | null
  second: ResultFigure | null
  wording: Wording
  grade: ComparabilityGrade
  reasons: ComparabilityReason[]
  /** The first less the second, by Holm over all pairs that are compared. Null: one of the two is not shown, or they are not to be compared. */
  difference: JudgedDifference | null
}

export interface PairToCompare {
  key: string
  first: ResultFigure | null
  second: ResultFigure | null
  wording: Wording
  /** Those who answered both; null or absent: not known, and taken as independent. */
  both?: ShownPairs | null
}

/**
 * Two results pair by pair: what each says, whether they can be compared at all, and how far they are apart. Where it is known who
 * answered both, they are judged as the same people; else both are taken as independent samples, and for people who were asked twice
 * the interval is wider than need be. No difference is stated for grade D.
 *
 * @example compareResults({ pairs, first: gathering, second: gathering, minimumCell: 5, confidence: 0.95 })
 */
export function compareResults({
  pairs,
  first,
  second,
  minimumCell,
  confidence,
}: {
  pairs: readonly PairToCompare[]
  /** How each was gathered; how many answered is known by pair. */
  first: Omit<Gathering, 'n'>
  second: Omit<Gathering, 'n'>
  minimumCell: number
  confidence: number
}): ComparedPair[] {
  requireOpenProportion('confidence', confidence)
  const compared = pairs.map(({ both = null, ...one }): ComparedPair => {
    const verdict = comparability({
      first: { ...first, n: one.first?.n ?? 0 },
      second: { ...second, n: one.second?.n ?? 0 },
      wording: one.wording,
      minimumCell,
    })
    // How many they were is not told where nothing is shown.
    const reasons = verdict.reasons.map(reason =>
      reason.kind === 'too_few' ? { kind: 'too_few' as const, n: 0 } : reason,
    )
    const difference =
      one.first && one.second && verdict.grade !== 'D'
        ? differenceOf(one.first, one.second, both, confidence)
        : null
    return { ...one, grade: verdict.grade, reasons, difference }
  })
  const judged = judgedTogether(
    compared.map(({ difference }) => difference),
    confidence,
  )
  return compared.map((one, at) => ({ ...one, difference: judged[at] ?? null }))
}

function differenceOf(
  first: ResultFigure,
  second: ResultFigure,
  both: ShownPairs | null,
  confidence: number,
): JudgedDifference | null {
  return judgedDifference({ now: shareOf(first), before: shareOf(second), both, confidence })
}

const shareOf = ({ counts, n, designEffect }: ResultFigure) => ({
  successes: satisfiedOf(counts),
  trials: n,
  designEffect: designEffect ?? 1,
})

export interface MeanGap {
  points: number
  low: number
  high: number
  /** How many factors it is the mean of. */
  factors: number
}

/**
 * The mean difference over all factors that are compared, in points: of an own survey and a blind one, what it is worth to be asked by
 * name. One person rates all factors, so their errors go together; how much is not known from counts, so the interval is the widest that
 * any correlation allows: the mean of the standard errors (sd of a mean ≤ mean of the sds). Null: no factor is compared.
 *
 * @example meanGap(comparisons, 0.95) // { points: 6.2, low: -1.4, high: 13.8, factors: 6 }
 */
export function meanGap(comparisons: readonly ComparedPair[], confidence: number): MeanGap | null {
  const shown = comparisons.flatMap(({ difference, first, second }) =>
    difference && first && second ? [{ points: difference.points, error: errorOf(first, second) }] : [],
  )
  if (shown.length === 0) return null
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const points = mean(shown.map(one => one.points))
  const margin = twoSidedZ(confidence) * mean(shown.map(({ error }) => error))
  return {
    points,
    low: Math.max(-100, points - margin),
    high: Math.min(100, points + margin),
    factors: shown.length,
  }
}

/** Of the difference of two shares, in points; the shares drawn in by one answer each way, so that none is without error. */
function errorOf(first: ResultFigure, second: ResultFigure): number {
  const variance = ({ counts, n, designEffect }: ResultFigure) => {
    const share = (satisfiedOf(counts) + 1) / (n + 2)
    return ((designEffect ?? 1) * share * (1 - share)) / (n + 2)
  }
  return 100 * Math.sqrt(variance(first) + variance(second))
}

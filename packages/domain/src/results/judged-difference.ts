import { hiddenSegments } from '../scoreboard-disclosure.ts'
import type { Share } from '../statistics/intervals.ts'
import { holm, mcNemarTest, newcombeInterval, twoProportionTest } from '../statistics/intervals.ts'
import type { Pairs } from './paired-change.ts'
import { isPaired, pairCount, shareCorrelation } from './paired-change.ts'

/**
 * Where the effect of one rated question or row stands among those of factors.
 *
 * @example itemEffectKey('delivery_on-time') // 'item:delivery_on-time'
 */
export const itemEffectKey = (item: string): string => `item:${item}`

/** Of percent satisfied, by segment and factor, or by `itemEffectKey`; null: not known. */
export type DesignEffects = Readonly<Record<string, Readonly<Record<string, number | null>>>>

/** Those who answered both of two waves, by segment and by what they rated, and how alike people of one account changed. */
export interface PairedAnswers {
  pairs: Readonly<Record<string, Readonly<Record<string, Pairs>>>>
  effects: DesignEffects
}

/** Those who answered both, as far as they may be spoken of. */
export interface ShownPairs {
  pairs: Pairs
  /** At least 1. */
  designEffect: number
}

/** One share less another, in points, with the interval of this difference alone. */
export interface JudgedDifference {
  points: number
  low: number
  high: number
  /** Of a test of equal shares, or of McNemar's where `paired`. */
  p: number
  /** Most of them answered both, so those are what it is judged by; null: two samples. */
  paired: { n: number; lost: number; gained: number } | null
  /**
   * It does not survive what everything that was looked at may put down to chance, or the evidence beside it does not bear it out:
   * its interval reaches 0, or those who answered both moved the other way.
   */
  chance: boolean
}

/** Those who answered both, unless few stand beside them or behind them: the difference would be theirs (law 5). */
export function shownPairs({
  answers,
  segment,
  key,
  n,
  minimumCell,
}: {
  answers: PairedAnswers | undefined
  segment: string
  /** What was rated, as the pairs name it. */
  key: string
  n: { now: number; before: number }
  minimumCell: number
}): ShownPairs | null {
  if (!answers) return null
  const countIn = (one: string) => {
    const found = answers.pairs[one]?.[key]
    return found ? pairCount(found) : 0
  }
  const board = Object.fromEntries(
    Object.keys(answers.pairs).map(one => [one, { responses: countIn(one), questions: {}, factors: {} }]),
  )
  const hidden = hiddenSegments({ board, validOf: counts => counts?.responses ?? 0, minimumCell })
  const pairs = answers.pairs[segment]?.[key]
  if (!pairs || hidden.has(segment)) return null
  const isSafe = (rest: number) => rest === 0 || rest >= minimumCell
  if (!isSafe(n.now - pairCount(pairs)) || !isSafe(n.before - pairCount(pairs))) return null
  return { pairs, designEffect: Math.max(1, answers.effects[segment]?.[key] ?? 1) }
}

/**
 * The first share less the second: Newcombe's interval, which allows for those who are in both, and McNemar's test where most of the
 * smaller one are, else a test of two samples. Null: one of the two has no answers.
 *
 * @param both `lost`: in the second share alone; `gained`: in the first alone.
 * @throws RangeError as `newcombeInterval` does.
 * @example judgedDifference({ now: { successes: 56, trials: 70 }, before: { successes: 48, trials: 80 }, both: null, confidence: 0.95 })
 *   // { points: 20, low: 5.24, high: 33.39, p: 0.0078, paired: null, chance: false }
 */
export function judgedDifference({
  now,
  before,
  both,
  confidence,
}: {
  now: Share
  before: Share
  both: ShownPairs | null
  confidence: number
}): JudgedDifference | null {
  const n = { now: now.trials, before: before.trials }
  const correlation = both ? shareCorrelation(both.pairs, n) : 0
  const { difference, low, high } = newcombeInterval({ first: now, second: before, confidence, correlation })
  const paired = both && isPaired(both.pairs, n) ? both : null
  const { p } = paired
    ? mcNemarTest({ b: paired.pairs.lost, c: paired.pairs.gained, designEffect: paired.designEffect })
    : twoProportionTest({ first: now, second: before })
  if (difference === null || p === null) return null
  return {
    points: difference * 100,
    low: low * 100,
    high: high * 100,
    p,
    paired: paired && {
      n: pairCount(paired.pairs),
      lost: paired.pairs.lost,
      gained: paired.pairs.gained,
    },
    chance: p >= 1 - confidence || !isBorneOut({ difference, low, high }, paired?.pairs),
  }
}

/** A test may find news where the interval beside it reaches 0, and that of pairs even where the whole moved the other way. */
function isBorneOut(
  { difference, low, high }: { difference: number; low: number; high: number },
  pairs: Pairs | undefined,
): boolean {
  if (low * high <= 0) return false
  return !pairs || (pairs.gained - pairs.lost) * difference > 0
}

/**
 * The same differences, each judged by what all of them together may put down to chance: p by Holm, so that the chance of calling even
 * one of them news that is none stays below 1 − confidence, however many are looked at. What was chance by itself stays so.
 * In input order; null is not compared.
 *
 * @throws RangeError for a p that is none.
 * @example judgedTogether([{ p: 0.02, chance: false }, null, { p: 0.5, chance: true }], 0.95)
 *   // [{ p: 0.04, chance: false }, null, { p: 0.5, chance: true }]
 */
export function judgedTogether<Difference extends { p: number; chance: boolean }>(
  differences: readonly (Difference | null)[],
  confidence: number,
): (Difference | null)[] {
  const values = holm(differences.flatMap(one => (one ? [one.p] : [])))
  let next = 0
  return differences.map(one => {
    if (!one) return null
    const p = values[next++] ?? 1
    return { ...one, p, chance: one.chance || p >= 1 - confidence }
  })
}

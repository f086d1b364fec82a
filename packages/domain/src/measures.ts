import { requireOpenProportion, requirePositive, requireThat, requireWhole } from './checks.ts'
import { twoSidedZ } from './statistics/distributions.ts'
import type { Interval } from './statistics/intervals.ts'
import { scoreInterval } from './statistics/intervals.ts'

/** Answers on the satisfaction scale: [very satisfied, satisfied, neutral, dissatisfied, very dissatisfied]. */
export type SatisfactionCounts = readonly [number, number, number, number, number]

/** Percent and index 0 to 100; null where there are no answers to compute from. Not rounded. */
export interface SatisfactionMeasures {
  /** Valid answers: "not applicable" and blanks are not among them. */
  n: number
  percentVerySatisfied: number | null
  /** Top two. */
  percentSatisfied: number | null
  percentNeutral: number | null
  /** Bottom two. */
  percentDissatisfied: number | null
  /** Neutral and bottom two: the share that IBM tracks. */
  percentNonsatisfied: number | null
  /** Mean of 100, 75, 50, 25, 0. */
  netSatisfactionIndex: number | null
  /** Of the index, in points, from the sample variance (n − 1); null below two answers. */
  standardError: number | null
}

const INDEX_POINTS = [100, 75, 50, 25, 0] as const

/**
 * The measures of one question on the five-point satisfaction scale.
 *
 * percent = 100 × count / n; index = Σ points × count / n; standard error = √(s² / n), s² the sample variance of the points.
 * Everybody "satisfied" is 75, and so is half very satisfied, half neutral: show the distribution beside the index.
 *
 * @throws RangeError for counts that are no five whole numbers.
 * @see Kan, Metrics and Models in Software Quality Engineering, 2nd ed., ch. 14
 * @example satisfactionMeasures({ counts: [0, 100, 0, 0, 0] }).netSatisfactionIndex // 75
 * @example satisfactionMeasures({ counts: [0, 0, 0, 0, 0] }) // n is 0, all else null
 */
export function satisfactionMeasures({ counts }: { counts: SatisfactionCounts }): SatisfactionMeasures {
  const n = totalOf(counts, 5)
  const [verySatisfied, satisfied, neutral, dissatisfied, veryDissatisfied] = counts
  const percent = (count: number) => (n === 0 ? null : (100 * count) / n)
  return {
    n,
    percentVerySatisfied: percent(verySatisfied),
    percentSatisfied: percent(verySatisfied + satisfied),
    percentNeutral: percent(neutral),
    percentDissatisfied: percent(dissatisfied + veryDissatisfied),
    percentNonsatisfied: percent(neutral + dissatisfied + veryDissatisfied),
    ...meanAndError(counts, INDEX_POINTS, n),
  }
}

/** Added to each point before the spread is estimated, so that equal answers of few do not pass for certainty. */
const PRIOR_ANSWERS = 1 / INDEX_POINTS.length

/**
 * The interval of the net satisfaction index, in points, 0 to 100: it holds the index, stays on the scale, and has a width also
 * where everybody answered the same.
 *
 * Wilson's interval of index / 100 on n / (k × designEffect) answers. k = v / (m(1 − m)) is what the multinomial variance of the
 * points (delta method: v = Σ p_i x_i² − m², x_i = 1, .75, .5, .25, 0) is of that of a yes or no with the same mean; p_i and m are
 * taken after a fifth of an answer was added to each point (Perks). Counted out over all samples of 5 to 20 answers it covers what it says within three
 * points or more often; where everybody is either delighted or furious it is Wilson's, with its few points less below 20 answers.
 *
 * Without answers nothing is known: 0 to 100.
 *
 * @param designEffect Of answers that are alike, such as those of one account: they count as so many times fewer.
 * @throws RangeError for counts that are no five whole numbers, a confidence outside (0, 1), a design effect that is not above 0.
 * @see Franco, Little, Louis and Slud, Journal of Survey Statistics and Methodology 7 (2019) 334–364 (Wilson on effective answers);
 *   Perks, Journal of the Institute of Actuaries 73 (1947); Agresti, Categorical Data Analysis, 2nd ed., 14.1 (delta method)
 * @example netSatisfactionInterval({ counts: [40, 40, 34, 7, 2], confidence: 0.95 }) // { low: 67.6, high: 76.3 }, around 72.2
 */
export function netSatisfactionInterval({
  counts,
  confidence,
  designEffect = 1,
}: {
  counts: SatisfactionCounts
  confidence: number
  designEffect?: number
}): Interval {
  const n = totalOf(counts, INDEX_POINTS.length)
  requireOpenProportion('confidence', confidence)
  requirePositive('a design effect', designEffect)
  if (n === 0) return { low: 0, high: 100 }
  const likely = counts.map(count => count + PRIOR_ANSWERS)
  const mean = meanOf(likely, point => point)
  // Not 1 − mean, and not the mean square less that of the mean: both are lost to rounding where nearly all answer the same.
  const spread = meanOf(likely, point => (point - mean) ** 2) / (mean * meanOf(likely, point => 1 - point))
  const { low, high } = scoreInterval({
    proportion: Math.min(
      1,
      meanOf(counts, point => point),
    ),
    trials: n / (spread * designEffect),
    confidence,
  })
  return { low: 100 * low, high: 100 * high }
}

/** Over the answers, of what a point of 0 to 1 is worth. */
function meanOf(counts: readonly number[], worth: (point: number) => number): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return counts.reduce((sum, count, at) => sum + count * worth((INDEX_POINTS[at] ?? 0) / 100), 0) / all
}

interface Bounds {
  low: number | null
  high: number | null
}

/** Points from −100 to 100; everything is null where nobody answered. Not rounded. */
export interface NetPromoterScore {
  score: number | null
  /** √((p + d − (p − d)²) / n), in points. */
  standardError: number | null
  /** Score ± z × standard error, not clipped: it leaves the scale in small samples, which is why it is not shown. */
  wald: Bounds
  /** Adjusted Wald around the adjusted score, clipped to the scale: the interval to show beside the raw score. */
  adjusted: Bounds & { score: number | null }
}

/**
 * Net promoter score 100(p − d) with its interval at `confidence` (0 to 1).
 *
 * The adjusted interval adds 3/4 of a promoter, 3/4 of a detractor and 3 answers in all.
 *
 * @throws RangeError for counts that are no whole numbers or a confidence outside (0, 1).
 * @see Rocks, Interval estimation for the "net promoter score", The American Statistician 70 (2016)
 * @example netPromoterScore({ promoters: 60, passives: 20, detractors: 20, confidence: 0.95 }).score // 40
 */
export function netPromoterScore(answers: {
  promoters: number
  passives: number
  detractors: number
  confidence: number
}): NetPromoterScore {
  const { promoters, passives, detractors, confidence } = answers
  const n = totalOf([promoters, passives, detractors], 3)
  const z = twoSidedZ(confidence)
  if (n === 0) {
    const none = { low: null, high: null }
    return { score: null, standardError: null, wald: none, adjusted: { score: null, ...none } }
  }
  const raw = scoreOf(promoters, detractors, n)
  const adjusted = scoreOf(promoters + 0.75, detractors + 0.75, n + 3)
  return {
    score: raw.score,
    standardError: raw.standardError,
    wald: { low: raw.score - z * raw.standardError, high: raw.score + z * raw.standardError },
    adjusted: {
      score: adjusted.score,
      low: Math.max(-100, adjusted.score - z * adjusted.standardError),
      high: Math.min(100, adjusted.score + z * adjusted.standardError),
    },
  }
}

/** How many counts each variant takes, lowest answer first. */
const EFFORT_POINTS = { mean7: 7, topThreeOf7: 7, topTwoOf5: 5 } as const

/** `mean7`: mean of 1 to 7. `topThreeOf7`, `topTwoOf5`: percent who agree that it was easy. */
export type EffortVariant = keyof typeof EFFORT_POINTS

/**
 * Customer effort score. The field has no single definition, so the variant is required.
 *
 * `counts` run from the lowest answer (1, "strongly disagree" that it was easy) to the highest.
 *
 * @throws RangeError for counts that do not fit the variant.
 * @example customerEffortScore({ counts: [0, 0, 0, 0, 0, 10, 10], variant: 'mean7' }) // { n: 20, score: 6.5 }
 * @example customerEffortScore({ counts: [2, 3, 5, 6, 4], variant: 'topTwoOf5' }) // { n: 20, score: 50 }
 */
export function customerEffortScore(answers: { counts: readonly number[]; variant: EffortVariant }): {
  n: number
  score: number | null
} {
  const { counts, variant } = answers
  requireThat(Object.hasOwn(EFFORT_POINTS, variant), `not a variant of the effort score: ${variant}`)
  const n = totalOf(counts, EFFORT_POINTS[variant])
  if (n === 0) return { n, score: null }
  if (variant === 'mean7')
    return { n, score: counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / n }
  const agreeing = counts.slice(variant === 'topThreeOf7' ? -3 : -2).reduce((sum, count) => sum + count, 0)
  return { n, score: (100 * agreeing) / n }
}

function totalOf(counts: readonly number[], size: number): number {
  requireThat(counts.length === size, `expected ${size} counts, not ${counts.length}`)
  for (const count of counts) requireWhole('a count of answers', count)
  return counts.reduce((sum, count) => sum + count, 0)
}

function meanAndError(counts: readonly number[], points: readonly number[], n: number) {
  if (n === 0) return { netSatisfactionIndex: null, standardError: null }
  const sumOf = (value: (point: number) => number) =>
    counts.reduce((sum, count, index) => sum + count * value(points[index] ?? 0), 0)
  const mean = sumOf(point => point) / n
  const squares = sumOf(point => (point - mean) ** 2)
  return { netSatisfactionIndex: mean, standardError: n < 2 ? null : Math.sqrt(squares / (n - 1) / n) }
}

function scoreOf(promoters: number, detractors: number, n: number): { score: number; standardError: number } {
  const p = promoters / n
  const d = detractors / n
  // Rounding can leave a variance a hair below zero where everybody answered alike.
  const variance = Math.max(0, p + d - (p - d) ** 2)
  return { score: 100 * (p - d), standardError: 100 * Math.sqrt(variance / n) }
}

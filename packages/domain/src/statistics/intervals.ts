import {
  requireOpenProportion,
  requirePositive,
  requireProportion,
  requireThat,
  requireWhole,
} from '../checks.ts'
import { betaQuantile, chiSquareP, twoSidedNormalP, twoSidedZ } from './distributions.ts'

/** Both ends belong to it. */
export interface Interval {
  low: number
  high: number
}

export interface Share {
  successes: number
  trials: number
  /** Of answers that are alike, such as those of one account; they count as so many times fewer. 1: everybody answers for himself. */
  designEffect?: number
}

/**
 * Wilson score interval of a proportion (0 to 1), the one Sixfold shows beside percentages.
 *
 * (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). Without trials nothing is known: 0 to 1. With a design effect n is the
 * effective one, trials / designEffect.
 *
 * @throws RangeError for counts that are no whole numbers, more successes than trials, a confidence outside (0, 1), a design
 *   effect that is not above 0.
 * @see Wilson (1927); Newcombe, Statistics in Medicine 17 (1998) 857–872, method 3
 * @example wilsonInterval({ successes: 81, trials: 263, confidence: 0.95 }) // { low: 0.2553, high: 0.3662 }
 */
export function wilsonInterval(share: Share & { confidence: number }): Interval {
  const { successes, trials } = checked(share)
  requireOpenProportion('confidence', share.confidence)
  if (trials === 0) return { low: 0, high: 1 }
  return scoreInterval({
    proportion: successes / trials,
    trials: effectiveTrials(share),
    confidence: share.confidence,
  })
}

/**
 * The same for a share that is no count of whole answers, such as a weighted one, on the answers that it is worth.
 *
 * @param trials Above 0, whole or not.
 * @throws RangeError for a proportion outside 0 to 1, no trials, a confidence outside (0, 1).
 * @example scoreInterval({ proportion: 0.308, trials: 200.5, confidence: 0.95 })
 */
export function scoreInterval({
  proportion: p,
  trials: n,
  confidence,
}: {
  proportion: number
  trials: number
  confidence: number
}): Interval {
  requireProportion('proportion', p)
  requirePositive('the number of trials', n)
  const z = twoSidedZ(confidence)
  const spread = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))
  const centre = p + z ** 2 / (2 * n)
  const scale = 1 + z ** 2 / n
  return { low: p === 0 ? 0 : (centre - spread) / scale, high: p === 1 ? 1 : (centre + spread) / scale }
}

/**
 * Clopper–Pearson ("exact") interval of a proportion: never covers less than `confidence`, so it is wider than Wilson's.
 *
 * Ends are quantiles of Beta(x, n − x + 1) and Beta(x + 1, n − x). Without trials nothing is known: 0 to 1.
 *
 * @throws RangeError as `wilsonInterval` does.
 * @see Clopper and Pearson, Biometrika 26 (1934)
 * @example clopperPearsonInterval({ successes: 81, trials: 263, confidence: 0.95 }) // { low: 0.2527, high: 0.3676 }
 */
export function clopperPearsonInterval(share: Share & { confidence: number }): Interval {
  const { successes, trials } = checked(share)
  requireOpenProportion('confidence', share.confidence)
  const tail = (1 - share.confidence) / 2
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : betaQuantile(1 - tail, successes + 1, trials - successes),
  }
}

/**
 * Newcombe's hybrid score interval of the difference first − second of two independent proportions (−1 to 1).
 *
 * With Wilson ends l and u of each: low = d − √((p₁−l₁)² + (u₂−p₂)²), high = d + √((u₁−p₁)² + (p₂−l₂)²).
 * A group without trials has no difference: null, −1 to 1. Where the same people are in both, `correlation` of the two shares is
 * above 0: −2r(p₁−l₁)(u₂−p₂) and −2r(u₁−p₁)(p₂−l₂) are added below the roots, as in method 10 for pairs.
 *
 * @throws RangeError as `wilsonInterval` does.
 * @see Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10; pairs: the same volume, 2635–2650, method 10
 * @example newcombeInterval({ first: { successes: 56, trials: 70 }, second: { successes: 48, trials: 80 }, confidence: 0.95 })
 *   // { difference: 0.2, low: 0.0524, high: 0.3339 }
 */
export function newcombeInterval(shares: {
  first: Share
  second: Share
  confidence: number
  /** Of the two shares, −1 to 1; 0: independent. */
  correlation?: number
}): Interval & { difference: number | null } {
  const { first, second, confidence, correlation = 0 } = shares
  requireThat(Math.abs(correlation) <= 1, `a correlation is between -1 and 1, not ${correlation}`)
  const one = wilsonInterval({ ...first, confidence })
  const two = wilsonInterval({ ...second, confidence })
  if (first.trials === 0 || second.trials === 0) return { difference: null, low: -1, high: 1 }
  const p1 = first.successes / first.trials
  const p2 = second.successes / second.trials
  const difference = p1 - p2
  return {
    difference,
    low: difference - reach(p1 - one.low, two.high - p2, correlation),
    high: difference + reach(one.high - p1, p2 - two.low, correlation),
  }
}

/** √(a² − 2rab + b²); a rounding below 0 is none. */
const reach = (a: number, b: number, r: number) => Math.sqrt(Math.max(0, a ** 2 - 2 * r * a * b + b ** 2))

/**
 * Two-sided z test of equal proportions in independent groups: pooled variance, no continuity correction. Design effects widen the
 * part of the variance that is each group's own.
 *
 * Where everybody or nobody succeeded nothing differs: z 0, p 1. A group without trials cannot be compared: both null.
 *
 * @throws RangeError as `wilsonInterval` does.
 * @see Agresti, Categorical Data Analysis, 2nd ed., section 3.1
 * @example twoProportionTest({ first: { successes: 189, trials: 11034 }, second: { successes: 104, trials: 11037 } })
 *   // { z: 5.0014, p: 5.7e-7 }
 */
export function twoProportionTest(shares: { first: Share; second: Share }): {
  z: number | null
  p: number | null
} {
  const first = checked(shares.first)
  const second = checked(shares.second)
  if (first.trials === 0 || second.trials === 0) return { z: null, p: null }
  const pooled = (first.successes + second.successes) / (first.trials + second.trials)
  const variance = pooled * (1 - pooled) * (1 / effectiveTrials(first) + 1 / effectiveTrials(second))
  if (variance === 0) return { z: 0, p: 1 }
  const z = (first.successes / first.trials - second.successes / second.trials) / Math.sqrt(variance)
  return { z, p: twoSidedNormalP(z) }
}

/**
 * McNemar's test for paired yes/no answers, two-sided: did the same people change more in one direction?
 *
 * `b` and `c` count the pairs that changed, one way and the other. Statistic (b − c)² / (b + c), with the correction
 * (|b − c| − 1)² / (b + c); chi-square with one degree of freedom. If nobody changed: statistic 0, p 1. A design effect, of people
 * of one account who change alike, divides the statistic.
 *
 * @throws RangeError for counts that are no whole numbers, a design effect that is not above 0.
 * @see McNemar, Psychometrika 12 (1947); Agresti, Categorical Data Analysis, 2nd ed., section 10.1
 * @example mcNemarTest({ b: 150, c: 86 }).statistic // 17.356
 */
export function mcNemarTest(pairs: {
  b: number
  c: number
  continuityCorrection?: boolean
  designEffect?: number
}): {
  statistic: number
  p: number
} {
  const { b, c, continuityCorrection = false, designEffect = 1 } = pairs
  requireEffect(designEffect)
  requireWhole('b', b)
  requireWhole('c', c)
  if (b + c === 0) return { statistic: 0, p: 1 }
  const distance = Math.max(0, Math.abs(b - c) - (continuityCorrection ? 1 : 0))
  const statistic = distance ** 2 / (b + c) / designEffect
  return { statistic, p: chiSquareP(statistic) }
}

/**
 * Holm's adjusted p-values, in input order: the chance of even one false alarm among all tests stays below the level.
 *
 * @throws RangeError for a value outside 0 to 1.
 * @see Holm, Scandinavian Journal of Statistics 6 (1979)
 * @example holm([0.01, 0.02, 0.03, 0.04, 0.05]) // [0.05, 0.08, 0.09, 0.09, 0.09]
 */
export function holm(pValues: readonly number[]): number[] {
  const order = ascending(pValues)
  let highest = 0
  return inInputOrder(order, (p, rank) => {
    highest = Math.max(highest, Math.min(1, p * (order.length - rank)))
    return highest
  })
}

/**
 * Benjamini–Hochberg adjusted p-values, in input order: the expected share of false alarms among findings stays below the level.
 *
 * @throws RangeError for a value outside 0 to 1.
 * @see Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995)
 * @example benjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.05]) // [0.05, 0.05, 0.05, 0.05, 0.05]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = ascending(pValues).reverse()
  let lowest = 1
  return inInputOrder(order, (p, rank) => {
    lowest = Math.min(lowest, p * (order.length / (order.length - rank)))
    return lowest
  })
}

interface Ranked {
  p: number
  index: number
}

function ascending(pValues: readonly number[]): Ranked[] {
  for (const p of pValues) requireProportion('a p-value', p)
  return pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p)
}

function inInputOrder(order: readonly Ranked[], adjust: (p: number, rank: number) => number): number[] {
  const adjusted = new Array<number>(order.length)
  for (const [rank, { p, index }] of order.entries()) adjusted[index] = adjust(p, rank)
  return adjusted
}

const effectiveTrials = ({ trials, designEffect = 1 }: Share) => trials / designEffect

function requireEffect(designEffect: number): void {
  requirePositive('a design effect', designEffect)
}

function checked<S extends Share>(share: S): S {
  requireEffect(share.designEffect ?? 1)
  requireWhole('trials', share.trials)
  requireWhole('successes', share.successes, 0, share.trials)
  return share
}

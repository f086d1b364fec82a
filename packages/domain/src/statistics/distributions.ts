/// <reference path="./jstat.d.ts" />
import jstat from 'jstat'
import {
  requireComputed,
  requireOpenProportion,
  requireProportion,
  requireThat,
  requireWhole,
} from '../checks.ts'

/**
 * The z of a two-sided interval: the normal quantile at (1 + confidence) / 2.
 *
 * @example twoSidedZ(0.95) // 1.959963984540054
 */
export function twoSidedZ(confidence: number): number {
  requireOpenProportion('confidence', confidence)
  return normalQuantile((1 + confidence) / 2)
}

/** @example normalQuantile(0.9) // 1.2815515655446004 */
export function normalQuantile(probability: number): number {
  requireOpenProportion('probability', probability)
  return requireComputed('a quantile', jstat.normal.inv(probability, 0, 1))
}

/**
 * The chance that a standard normal value lies at least as far from zero as z, on either side.
 *
 * Beyond z = 8 (p below 1e-15) the answer may be 0.
 *
 * @example twoSidedNormalP(1.959963984540054) // 0.05
 */
export function twoSidedNormalP(z: number): number {
  requireThat(Number.isFinite(z), `z must be a number, not ${z}`)
  // jstat answers 1 − 1e-16 at zero.
  return z === 0 ? 1 : inUnit(jstat.erfc(Math.abs(z) / Math.SQRT2))
}

/**
 * The chance that a chi-square value with one degree of freedom is at least `statistic`.
 *
 * @example chiSquareP(3.841458820694124) // 0.05
 */
export function chiSquareP(statistic: number): number {
  requireThat(statistic >= 0, `a chi-square statistic is not negative: ${statistic}`)
  return twoSidedNormalP(Math.sqrt(statistic))
}

/**
 * Quantile of the beta distribution, to 1e-12 in probability.
 *
 * @example betaQuantile(0.5, 2, 2) // 0.5
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  requireProportion('probability', probability)
  requireThat(a > 0 && b > 0, `the parameters of a beta distribution are above 0, not ${a} and ${b}`)
  return requireComputed('a quantile', jstat.beta.inv(probability, a, b))
}

/**
 * Quantile of the chi-square distribution, to 1e-9.
 *
 * @throws RangeError for a probability outside (0, 1), degrees of freedom that are not a whole number from 1.
 * @example chiSquareQuantile(0.999, 6) // 22.4577
 */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  requireOpenProportion('probability', probability)
  requireWhole('degrees of freedom', degreesOfFreedom, 1)
  return requireComputed('a quantile', jstat.chisquare.inv(probability, degreesOfFreedom))
}

/**
 * The t of a two-sided interval: Student's quantile at (1 + confidence) / 2, to 1e-8. Infinite degrees of freedom give the normal.
 *
 * @throws RangeError for a confidence outside (0, 1), degrees of freedom that are not above 0.
 * @example twoSidedT(0.95, 296) // 1.96801
 */
export function twoSidedT(confidence: number, degreesOfFreedom: number): number {
  requireOpenProportion('confidence', confidence)
  requireThat(degreesOfFreedom > 0, `degrees of freedom are above 0, not ${degreesOfFreedom}`)
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return twoSidedZ(confidence)
  return requireComputed('a quantile', jstat.studentt.inv((1 + confidence) / 2, degreesOfFreedom))
}

const inUnit = (value: number) => Math.min(1, Math.max(0, value))

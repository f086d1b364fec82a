import {
  requireComputed,
  requireOpenProportion,
  requireProportion,
  requireThat,
  requireWhole,
} from '../checks.ts'
import { twoSidedZ } from './distributions.ts'

/** Relative size of the error of floating-point arithmetic that rounding forgives: 1068.0000000001 stays 1068. */
const FORGIVEN = 1e-9

/** Either a confidence (0 to 1), or the z to use instead of its quantile: some tables round it to 1.96, Babbie to 2. */
export type Certainty = { confidence: number; z?: number } | { confidence?: number; z: number }

/**
 * Responses needed to estimate a proportion within ± `marginOfError` (0 to 1), capped at the population.
 *
 * n = N z² p(1−p) / [d²(N−1) + z² p(1−p)]; without a population z² p(1−p) / d².
 * `rounding`: `up` (default) keeps the promise, `nearest` (half up) reproduces Krejcie and Morgan's table, `none` is exact.
 *
 * @throws RangeError for a margin, confidence or proportion outside (0, 1) or a population below 1.
 * @see Krejcie and Morgan, Educational and Psychological Measurement 30 (1970); Cochran, Sampling Techniques, section 4.4
 * @example sampleSize({ marginOfError: 0.03, confidence: 0.95 }) // 1068
 * @example sampleSize({ population: 1000, marginOfError: 0.05, confidence: 0.95, rounding: 'nearest' }) // 278
 */
export function sampleSize(
  plan: Certainty & {
    population?: number
    marginOfError: number
    proportion?: number
    rounding?: 'up' | 'nearest' | 'none'
  },
): number {
  const { population, marginOfError: margin, proportion = 0.5, rounding = 'up' } = plan
  requireOpenProportion('marginOfError', margin)
  requireOpenProportion('proportion', proportion)
  if (population !== undefined) requireWhole('population', population, 1)
  const unit = zOf(plan) ** 2 * proportion * (1 - proportion)
  const exact =
    population === undefined
      ? unit / margin ** 2
      : (population * unit) / (margin ** 2 * (population - 1) + unit)
  return Math.min(
    rounded(requireComputed('the sample', exact), rounding),
    population ?? Number.POSITIVE_INFINITY,
  )
}

/**
 * The margin (0 to 1) within which a sample estimates a proportion: the inverse of `sampleSize`. A census has margin 0.
 *
 * d = z √(p(1−p)/n × (N−n)/(N−1)); without a population the second factor is 1.
 *
 * @throws RangeError for an empty sample, one larger than its population, or a confidence outside (0, 1).
 * @example marginOfError({ sample: 400, confidence: 0.95, z: 2 }) // 0.05
 * @example marginOfError({ sample: 80, population: 80, confidence: 0.95 }) // 0
 */
export function marginOfError(
  plan: Certainty & { sample: number; population?: number; proportion?: number },
): number {
  const { sample, population, proportion = 0.5 } = plan
  requireThat(sample > 0 && Number.isFinite(sample), `a sample must be above 0, not ${sample}`)
  requireProportion('proportion', proportion)
  const infinite = requireComputed(
    'the margin',
    zOf(plan) * Math.sqrt((proportion * (1 - proportion)) / sample),
  )
  if (population === undefined) return infinite
  requireWhole('population', population, 1)
  requireThat(sample <= population, `a sample of ${sample} is more than its population of ${population}`)
  if (sample === population) return 0
  return requireComputed('the margin', infinite * Math.sqrt((population - sample) / (population - 1)))
}

/**
 * Invitations to send so that enough responses can be expected: ceil(responses × design effect / rate), capped at the population.
 *
 * @throws RangeError for a rate outside (0, 1], a design effect that is not above 0, negative responses.
 * @example invitationsNeeded({ responses: 278, responseRate: 0.4 }) // 695
 * @example invitationsNeeded({ responses: 278, responseRate: 0.4, designEffect: 1.5, population: 1000 }) // 1000
 */
export function invitationsNeeded(plan: {
  responses: number
  responseRate: number
  designEffect?: number
  population?: number
}): number {
  const { responses, responseRate, designEffect = 1, population } = plan
  requireThat(responses >= 0 && Number.isFinite(responses), `responses must not be negative: ${responses}`)
  requireThat(
    responseRate > 0 && responseRate <= 1,
    `responseRate must be above 0 and at most 1, not ${responseRate}`,
  )
  requireThat(
    designEffect > 0 && Number.isFinite(designEffect),
    `designEffect must be above 0, not ${designEffect}`,
  )
  if (population !== undefined) requireWhole('population', population)
  const exact = requireComputed('how many to invite', (responses * designEffect) / responseRate)
  const needed = rounded(exact, 'up')
  return Math.min(needed, population ?? Number.POSITIVE_INFINITY)
}

function zOf({ confidence, z }: Certainty): number {
  if (z !== undefined) {
    requireThat(z > 0 && Number.isFinite(z), `z must be above 0, not ${z}`)
    return z
  }
  return twoSidedZ(confidence ?? Number.NaN)
}

function rounded(exact: number, rounding: 'up' | 'nearest' | 'none'): number {
  switch (rounding) {
    case 'up':
      return Math.ceil(exact * (1 - FORGIVEN))
    case 'nearest':
      return Math.floor(exact * (1 + FORGIVEN) + 0.5)
    case 'none':
      return exact
    default:
      throw new RangeError(`not a rounding: ${rounding satisfies never}`)
  }
}

import { requireMeasured, requirePositive, requireThat, requireWhole } from '../checks.ts'

export interface PooledEstimate {
  estimate: number
  /** Within and between the completed data sets: Ū + (1 + 1/m) B. */
  totalVariance: number
  /** By how much not knowing the missing answers makes the variance larger, relative to Ū. */
  relativeIncrease: number
  /** Infinite where all data sets agree and no sample is given. */
  degreesOfFreedom: number
  /** Of what could be known, the fraction that is missing, 0 to 1. */
  fractionMissing: number
}

/**
 * One estimate from several data sets in which missing answers were filled in (Rubin's rules).
 *
 * Q̄ the mean, Ū the mean squared error, B the variance between, T = Ū + (1 + 1/m) B, r = (1 + 1/m) B / Ū, ν = (m − 1)(1 + 1/r)²,
 * γ = (r + 2/(ν + 3)) / (r + 1). With `sample`, Barnard and Rubin's ν for small samples, with n − 1 degrees of freedom of the complete data.
 * "Not applicable" is an answer and is never filled in.
 *
 * @throws RangeError for fewer than two data sets, lists of different lengths, an error that is not above 0, a sample below 2.
 * @see Rubin, Multiple Imputation for Nonresponse in Surveys (1987), 3.1; Barnard and Rubin, Biometrika 86 (1999) 948–955
 * @example poolEstimates({ estimates: [10, 12], standardErrors: [1, 1] })
 *   // { estimate: 11, totalVariance: 4, relativeIncrease: 3, degreesOfFreedom: 1.78, fractionMissing: 0.85 }
 */
export function poolEstimates({
  estimates,
  standardErrors,
  sample,
}: {
  estimates: readonly number[]
  standardErrors: readonly number[]
  sample?: number
}): PooledEstimate {
  const m = estimates.length
  requireThat(m >= 2, 'answers are filled in twice or more, or the uncertainty cannot be told')
  requireThat(standardErrors.length === m, 'every estimate has its error')
  for (const value of estimates) requireMeasured('an estimate', value)
  for (const error of standardErrors) requirePositive('a standard error', error)
  if (sample !== undefined) requireWhole('sample', sample, 2)

  const estimate = meanOf(estimates)
  const within = meanOf(standardErrors.map(error => error ** 2))
  const between = estimates.reduce((sum, value) => sum + (value - estimate) ** 2, 0) / (m - 1)
  const added = (1 + 1 / m) * between
  const totalVariance = within + added
  const r = added / within
  const large = r === 0 ? Number.POSITIVE_INFINITY : (m - 1) * (1 + 1 / r) ** 2
  const degreesOfFreedom = sample === undefined ? large : small(large, sample - 1, added / totalVariance)
  return {
    estimate,
    totalVariance,
    relativeIncrease: r,
    degreesOfFreedom,
    // Nothing differs, so nothing is missing, whatever the degrees of freedom say.
    fractionMissing: r === 0 ? 0 : Math.min(1, (r + 2 / (degreesOfFreedom + 3)) / (r + 1)),
  }
}

/** Barnard and Rubin's degrees of freedom: never more than the complete data have. */
function small(large: number, complete: number, share: number): number {
  const observed = ((complete + 1) / (complete + 3)) * complete * (1 - share)
  return 1 / (1 / large + 1 / observed)
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

import { requireMeasured, requireOpenProportion, requireThat, requireWhole } from '../checks.ts'
import { twoSidedT, twoSidedZ } from './distributions.ts'
import type { Interval } from './intervals.ts'

export interface MeanStratum {
  /** How many there are, and how many of them answered. */
  population: number
  sample: number
  mean: number
  /** Of the sample, with n − 1; may be anything where a stratum was asked in full. */
  variance: number
}

export interface StratifiedMean extends Interval {
  mean: number
  /** The mean times the population. */
  total: number
  /** Of the mean, as the interval is. */
  standardError: number
  degreesOfFreedom: number
}

/**
 * The mean of a stratified sample with its t interval.
 *
 * ȳ = Σ W_h ȳ_h, v = Σ W_h² (1 − n_h/N_h) s_h² / n_h with W_h = N_h/N; n − H degrees of freedom. A stratum asked in full has no error.
 *
 * @throws RangeError for a stratum of which nobody, or more than there are, answered, one answer of several where a variance is
 *   needed, a negative variance, no degrees of freedom although something is uncertain.
 * @see Lohr, Sampling: Design and Analysis, 2nd ed., 3.2; Cochran, Sampling Techniques, 3rd ed., 5.4
 * @example stratifiedMean({ strata: [{ population: 220, sample: 21, mean: 97629.8, variance: 7647472708 }, ...], confidence: 0.95 })
 *   // { mean: 295560.8, standardError: 16379.9, degreesOfFreedom: 296, ... }
 */
export function stratifiedMean({
  strata,
  confidence,
}: {
  strata: readonly MeanStratum[]
  confidence: number
}): StratifiedMean {
  requireOpenProportion('confidence', confidence)
  const { population, weightOf, degreesOfFreedom } = requireStrata(strata)
  let [mean, squaredError] = [0, 0]
  for (const [at, stratum] of strata.entries()) {
    requireMeasured(`the mean of stratum ${at}`, stratum.mean)
    mean += weightOf(stratum) * stratum.mean
    if (stratum.sample < stratum.population) {
      requireThat(
        stratum.sample > 1 && stratum.variance >= 0,
        `stratum ${at} needs two answers or more and a variance of 0 or more`,
      )
      requireMeasured(`the variance of stratum ${at}`, stratum.variance)
      squaredError += weightOf(stratum) ** 2 * uncertain(stratum) * (stratum.variance / stratum.sample)
    }
  }
  const standardError = Math.sqrt(squaredError)
  const reach = standardError === 0 ? 0 : standardError * twoSidedT(confidence, degreesOfFreedom)
  return {
    mean,
    total: mean * population,
    standardError,
    low: mean - reach,
    high: mean + reach,
    degreesOfFreedom,
  }
}

export interface ProportionStratum {
  population: number
  sample: number
  successes: number
}

/**
 * A proportion (0 to 1) of a stratified sample with an interval that stays within 0 and 1.
 *
 * p = Σ W_h p_h, v = Σ W_h² (1 − n_h/N_h) p_h(1−p_h) / (n_h − 1). `logit`: t with n − H degrees of freedom on ln(p/(1−p)), whose
 * standard error is √v / p(1−p). `wilson`: Wilson's interval with the normal quantile on the effective n, p(1−p)/v.
 * Where no stratum shows any difference, v is 0 although not all are known: both methods then take Wilson's interval on the answers given.
 * A census has no error.
 *
 * @throws RangeError as `stratifiedMean` does, and for more successes than answers.
 * @see Korn and Graubard, Survey Methodology 24 (1998); Franco et al., Journal of Survey Statistics and Methodology 7 (2019)
 * @example stratifiedProportion({ strata: [{ population: 500, sample: 50, successes: 40 }], confidence: 0.95, method: 'wilson' })
 *   // { proportion: 0.8, standardError: 0.0542, low: 0.674, high: 0.886 }
 */
export function stratifiedProportion({
  strata,
  confidence,
  method,
}: {
  strata: readonly ProportionStratum[]
  confidence: number
  method: 'logit' | 'wilson'
}): Interval & { proportion: number; standardError: number } {
  requireOpenProportion('confidence', confidence)
  const { weightOf, answers, degreesOfFreedom } = requireStrata(strata)
  let [proportion, squaredError] = [0, 0]
  for (const [at, stratum] of strata.entries()) {
    const { population, sample, successes } = stratum
    requireWhole(`successes of stratum ${at}`, successes, 0, sample)
    const share = successes / sample
    proportion += weightOf(stratum) * share
    if (sample === population) continue
    requireThat(sample > 1, `stratum ${at} needs two answers or more`)
    squaredError += (weightOf(stratum) ** 2 * uncertain(stratum) * share * (1 - share)) / (sample - 1)
  }
  // Sums of weights may leave the unit by a rounding.
  const p = Math.min(1, Math.max(0, proportion))
  const standardError = Math.sqrt(squaredError)
  const isCensus = strata.every(({ population, sample }) => sample === population)
  return { proportion: p, standardError, ...interval() }

  function interval(): Interval {
    if (isCensus) return { low: p, high: p }
    const z = twoSidedZ(confidence)
    if (squaredError === 0) return wilson(p, answers, z)
    if (method === 'wilson') return wilson(p, (p * (1 - p)) / squaredError, z)
    const reach = (twoSidedT(confidence, degreesOfFreedom) * standardError) / (p * (1 - p))
    const centre = Math.log(p / (1 - p))
    return { low: 1 / (1 + Math.exp(reach - centre)), high: 1 / (1 + Math.exp(-reach - centre)) }
  }
}

/** Wilson's interval of a proportion on any n above 0, whole or not. */
function wilson(p: number, n: number, z: number): Interval {
  const spread = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))
  const centre = p + z ** 2 / (2 * n)
  const scale = 1 + z ** 2 / n
  return {
    low: p === 0 ? 0 : (centre - spread) / scale,
    high: p === 1 ? 1 : (centre + spread) / scale,
  }
}

interface Stratum {
  population: number
  sample: number
}

/** The finite-population correction. */
const uncertain = ({ population, sample }: Stratum) => 1 - sample / population

function requireStrata(strata: readonly Stratum[]) {
  requireThat(strata.length > 0, 'a stratified sample has a stratum')
  let [population, answers] = [0, 0]
  for (const [at, stratum] of strata.entries()) {
    requireWhole(`population of stratum ${at}`, stratum.population, 1)
    requireWhole(`sample of stratum ${at}`, stratum.sample, 1, stratum.population)
    population += stratum.population
    answers += stratum.sample
  }
  return {
    population,
    answers,
    degreesOfFreedom: answers - strata.length,
    weightOf: (stratum: Stratum) => stratum.population / population,
  }
}

import { requireComputed, requireMeasured, requireThat } from '../checks.ts'

/**
 * What weighting costs: the factor by which the variance of a mean grows because respondents weigh differently.
 *
 * n Σw² / (Σw)². 1 for equal weights; n divided by it is the effective sample. Weights may have any scale.
 *
 * @throws RangeError for no weights, a weight that is negative or no number, none above 0.
 * @see Kish, Survey Sampling (1965), 11.7; Kish, Journal of Official Statistics 8 (1992)
 * @example kishDesignEffect([1, 1, 2]) // 1.125
 */
export function kishDesignEffect(weights: readonly number[]): number {
  return weightedDesignEffect(weights.map(weight => ({ weight, count: 1 })))
}

/** The same for many respondents of one weight. */
export function weightedDesignEffect(groups: readonly { weight: number; count: number }[]): number {
  let [n, sum, squares] = [0, 0, 0]
  for (const { weight, count } of groups) {
    requireThat(weight >= 0, `a weight is 0 or more, not ${weight}`)
    requireMeasured('a weight', weight)
    n += count
    sum += count * weight
    squares += count * weight ** 2
  }
  requireThat(sum > 0, 'no weight is above 0')
  return requireComputed('a design effect', (n * squares) / sum ** 2)
}

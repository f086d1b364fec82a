import { factorReader, factorsOf } from '../scoreboard.ts'
import { chiSquareQuantile } from '../statistics/distributions.ts'
import { distanceFrom } from '../statistics/mahalanobis.ts'
import type { Answers } from '../survey/answers.ts'
import type { SurveyDefinition } from '../survey/definition.ts'

/** Sums over the responses of a wave that rate every factor: all that mean and covariance need. */
export interface FactorMoments {
  n: number
  sums: number[]
  /** Sums of products, row by row. */
  products: number[][]
}

/** Less than these responses know no usual pattern: 50 in all and 10 a factor. */
const LEAST_RESPONSES = 50
const LEAST_PER_FACTOR = 10
/** Of responses drawn from one normal pattern, one in a thousand lies further out. */
const USUAL = 0.999

/** Reads one verdict a factor, the points 1 to 5; null unless all factors are rated. */
export function verdictsReader(definition: SurveyDefinition): (answers: Answers) => number[] | null {
  const readers = factorsOf(definition).map(factor => factorReader(definition, factor))
  return answers => {
    const points = readers.map(read => read(answers)).filter(verdict => typeof verdict === 'number')
    return points.length > 1 && points.length === readers.length ? points : null
  }
}

/** Adds one response to the sums, in place: a wave may have a million. */
export function addMoments(moments: FactorMoments, verdicts: readonly number[]): void {
  moments.n += 1
  for (const [i, one] of verdicts.entries()) {
    moments.sums[i] = (moments.sums[i] ?? 0) + one
    const line = moments.products[i] ?? []
    moments.products[i] = line
    for (const [j, other] of verdicts.entries()) line[j] = (line[j] ?? 0) + one * other
  }
}

/**
 * Says of a response's verdicts whether they lie beyond 99.9 % of the usual ones by their Mahalanobis distance (chi-square with one
 * degree of freedom a factor). Points are whole, so the sums are exact and no order of adding matters. Null where a wave has too few
 * complete responses, or a factor that everybody rates alike.
 */
export function outlierRule({
  n,
  sums,
  products,
}: FactorMoments): ((verdicts: readonly number[]) => boolean) | null {
  const factors = sums.length
  if (n < LEAST_RESPONSES || n < LEAST_PER_FACTOR * factors) return null
  const mean = sums.map(sum => sum / n)
  const covariance = products.map((line, i) =>
    line.map((product, j) => (product - ((sums[i] ?? 0) * (sums[j] ?? 0)) / n) / (n - 1)),
  )
  const distance = distanceFrom({ mean, covariance })
  if (!distance) return null
  const limit = chiSquareQuantile(USUAL, factors)
  return verdicts => distance(verdicts) > limit
}

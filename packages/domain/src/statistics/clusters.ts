import { requireMeasured, requireThat, requireWhole } from '../checks.ts'

export interface Cluster {
  /** Answers of the cluster, such as the people of one account. */
  size: number
  sum: number
  /** Of the answers; the design effect needs it in every cluster. */
  sumOfSquares?: number
}

/**
 * The mean of a sample of whole clusters, with the error that comes from answers of one cluster being alike.
 *
 * Ratio estimator ȳ = Σt_i / ΣM_i; v = (1 − n/N) Σ(t_i − ȳ M_i)² / ((n − 1) n M̄²). The design effect compares v with the variance of
 * a simple random sample of as many people: (1 − n/N) S²/m, with S² = ((N−1) MSB + (N/n) SSW) / (N M̄ − 1).
 *
 * @param population Number of clusters, those that were not drawn among them.
 * @throws RangeError for fewer than two clusters, more than there are, an empty cluster, sums that no numbers can have.
 * @see Lohr, Sampling: Design and Analysis, 2nd ed., 5.2 and 5.2.3
 * @example clusterMean({ population: 100, clusters: [{ size: 4, sum: 12.16 }, { size: 4, sum: 11.36 }, ...] })
 *   // { mean: 2.826, standardError: 0.164 }
 */
export function clusterMean({ population, clusters }: { population: number; clusters: readonly Cluster[] }): {
  mean: number
  standardError: number
  designEffect?: number
} {
  const n = clusters.length
  requireThat(n >= 2, 'an error is estimated from two clusters or more')
  requireWhole('population', population, n)
  let [people, total] = [0, 0]
  for (const [at, { size, sum }] of clusters.entries()) {
    requireWhole(`size of cluster ${at}`, size, 1)
    requireMeasured(`the sum of cluster ${at}`, sum)
    people += size
    total += sum
  }
  const mean = total / people
  const between = clusters.reduce((sum, cluster) => sum + (cluster.sum - mean * cluster.size) ** 2, 0)
  const correction = 1 - n / population
  const squaredError = (correction * between) / ((n - 1) * n * (people / n) ** 2)
  const simple = varianceOf(clusters, population, mean)
  return {
    mean,
    standardError: Math.sqrt(squaredError),
    // Where all answer the same, or all clusters were asked, there is nothing to compare.
    ...(simple !== null && simple > 0 && correction > 0
      ? { designEffect: squaredError / ((correction * simple) / people) }
      : {}),
  }
}

/**
 * The variance of single answers in the population, from the squares between and within clusters; null where squares are not known.
 * That of the answers alone would be too small, because clusters of alike answers hide how much the others differ.
 */
function varianceOf(clusters: readonly Cluster[], population: number, mean: number): number | null {
  let [between, within, people] = [0, 0, 0]
  for (const [at, { size, sum, sumOfSquares }] of clusters.entries()) {
    if (sumOfSquares === undefined) return null
    requireMeasured(`the squares of cluster ${at}`, sumOfSquares)
    const own = sumOfSquares - sum ** 2 / size
    // Room for rounding: no squares are fewer than those of equal answers.
    requireThat(
      own >= -1e-9 * Math.max(1, sumOfSquares),
      `the squares of cluster ${at} are too few for its sum`,
    )
    within += Math.max(0, own)
    between += size * (sum / size - mean) ** 2
    people += size
  }
  const n = clusters.length
  const all = (population * people) / n
  return ((population - 1) * (between / (n - 1)) + (population / n) * within) / (all - 1)
}

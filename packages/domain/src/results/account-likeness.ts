import type { Cluster } from '../statistics/clusters.ts'
import { clusterMean } from '../statistics/clusters.ts'

/** Fewer accounts than this say too little of how alike their people answer. */
const LEAST_ACCOUNTS = 10
/** Accounts are drawn from so many that none is missed; only their number in the sample matters then. */
const MANY = 1_000_000

/**
 * The design effect of percent satisfied: how many times the variance is what it would be if everybody answered for himself.
 * An interval that allows for it is wider by its root. Null: fewer than ten accounts, or everybody answered the same.
 *
 * @param ratings Of one factor, 1 to 5; null where somebody did not rate it.
 * @throws RangeError for a rating that is none.
 * @example designEffect(rows.map(({ account, ratings }) => ({ account, rating: ratings[0] ?? null }))) // 1.3
 */
export function designEffect(ratings: Iterable<{ account: string; rating: number | null }>): number | null {
  const clusters = new Map<string, Required<Cluster>>()
  for (const { account, rating } of ratings) {
    if (rating === null) continue
    if (!(rating >= 1 && rating <= 5)) throw new RangeError(`a rating is 1 to 5, not ${rating}`)
    const satisfied = rating >= 4 ? 1 : 0
    const cluster = clusters.get(account)
    if (!cluster) {
      clusters.set(account, { size: 1, sum: satisfied, sumOfSquares: satisfied })
      continue
    }
    cluster.size += 1
    cluster.sum += satisfied
    cluster.sumOfSquares += satisfied
  }
  if (clusters.size < LEAST_ACCOUNTS) return null
  return clusterMean({ population: MANY, clusters: [...clusters.values()] }).designEffect ?? null
}

import { requireWhole } from '../checks.ts'
import { clusterMean } from '../statistics/clusters.ts'

/** The same people asked twice: whether they were satisfied, then and now. */
export interface Pairs {
  /** Both times. */
  kept: number
  /** Then, and no longer. */
  lost: number
  /** Now, and not then. */
  gained: number
  neither: number
}

/** Somebody who answered both times: whether satisfied now, and before. */
export interface Answered {
  account: string
  now: boolean
  before: boolean
}

/**
 * @example pairsOf([{ account: 'a', before: true, now: false }]) // { kept: 0, lost: 1, gained: 0, neither: 0 }
 */
export function pairsOf(answered: readonly Answered[]): Pairs {
  const count = (before: boolean, now: boolean) =>
    answered.filter(one => one.before === before && one.now === now).length
  return {
    kept: count(true, true),
    lost: count(true, false),
    gained: count(false, true),
    neither: count(false, false),
  }
}

/** Fewer accounts than this say too little of how alike their people change. */
const LEAST_ACCOUNTS = 10
/** Accounts are drawn from so many that only their number in the sample matters. */
const MANY = 1_000_000

/**
 * How many times the variance of a change is what it would be if people of one account changed independently; null: fewer than ten
 * accounts, or nobody changed.
 *
 * @example changeDesignEffect(answered) // 1.4
 */
export function changeDesignEffect(answered: readonly Answered[]): number | null {
  const steps = [...Map.groupBy(answered, ({ account }) => account).values()].map(own =>
    own.map(({ now, before }) => Number(now) - Number(before)),
  )
  if (steps.length < LEAST_ACCOUNTS) return null
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  const clusters = steps.map(own => ({
    size: own.length,
    sum: total(own),
    sumOfSquares: total(own.map(step => step ** 2)),
  }))
  return clusterMean({ population: MANY, clusters }).designEffect ?? null
}

/** From this part of those who answered on, of the smaller wave, a change is that of the same people. */
const MOSTLY_THE_SAME = 0.5

export const pairCount = ({ kept, lost, gained, neither }: Pairs) => kept + lost + gained + neither

/**
 * Whether a change is judged by those who answered both times (McNemar) rather than as two samples: where at least half of the
 * smaller one did.
 *
 * @throws RangeError for counts that are no whole numbers.
 * @example isPaired({ kept: 30, lost: 12, gained: 2, neither: 9 }, { now: 90, before: 100 }) // true
 */
export function isPaired(pairs: Pairs, n: { now: number; before: number }): boolean {
  requirePairs(pairs)
  const both = pairCount(pairs)
  return both > 0 && both >= MOSTLY_THE_SAME * Math.min(n.now, n.before)
}

/**
 * How far the shares of two waves move together because some people answered both, −1 to 1: the correlation of pairs, with the
 * continuity correction of Newcombe's method 10, as large as the part of both waves that they are. Without spread: 0.
 *
 * @throws RangeError for counts that are no whole numbers.
 * @see Newcombe, Statistics in Medicine 17 (1998) 2635–2650; Derrick et al., Tests for partially overlapping samples (2015)
 * @example shareCorrelation({ kept: 36, lost: 12, gained: 2, neither: 0 }, { now: 50, before: 50 }) // -0.11
 */
export function shareCorrelation(pairs: Pairs, n: { now: number; before: number }): number {
  requirePairs(pairs)
  const { kept, lost, gained, neither } = pairs
  const margins = (kept + lost) * (gained + neither) * (kept + gained) * (lost + neither)
  if (margins === 0 || n.now === 0 || n.before === 0) return 0
  const both = pairCount(pairs)
  const together = kept * neither - lost * gained
  const alike = together > 0 ? Math.max(0, together - both / 2) : together
  const r = (alike / Math.sqrt(margins)) * (both / Math.sqrt(n.now * n.before))
  return Math.max(-1, Math.min(1, r))
}

function requirePairs({ kept, lost, gained, neither }: Pairs): void {
  for (const [name, count] of Object.entries({ kept, lost, gained, neither })) requireWhole(name, count)
}

import type { CaseRelationView, DealRelationView } from '@sixfold/contract/evidence-links'

/** What a relation says: `none` where its interval holds zero; null where nothing can be told. */
export type Found = 'lower' | 'higher' | 'none' | null

/**
 * @example foundIn({ correlation: -0.3, interval: { low: -0.5, high: -0.1 } }) // 'lower'
 */
export function foundIn({
  correlation,
  interval,
}: Pick<CaseRelationView, 'correlation' | 'interval'>): Found {
  if (correlation === null || interval === null) return null
  if (interval.high < 0) return 'lower'
  return interval.low > 0 ? 'higher' : 'none'
}

/**
 * Decimals of one figure of a relation, by which its interval reads as what is said of it: an end is not written as zero where
 * zero lies outside.
 *
 * @example digitsOf({ correlation: -0.09, interval: { low: -0.18, high: -0.003 } }, -0.003) // 3
 */
export function digitsOf(
  relation: Pick<CaseRelationView, 'correlation' | 'interval'>,
  value: number,
): number {
  const found = foundIn(relation)
  const size = Math.abs(value)
  if (found === null || found === 'none' || size >= 0.005) return 2
  return size >= 0.0005 ? 3 : 4
}

/**
 * Whether clearly more deals are won in a higher band than in a lower one: their intervals do not touch.
 *
 * @example winsMore(bands) // true
 */
export function winsMore(bands: DealRelationView['bands']): boolean {
  return bands.some((low, at) =>
    bands
      .slice(at + 1)
      .some(high => low.interval !== null && high.interval !== null && low.interval.high < high.interval.low),
  )
}

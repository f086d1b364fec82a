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

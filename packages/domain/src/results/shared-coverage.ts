import type { SegmentCounts } from '../scoreboard.ts'
import { EVERYBODY } from '../scoreboard.ts'
import { hiddenSegments } from '../scoreboard-disclosure.ts'

/** Accounts that were asked and that answered, of a region. */
export interface HeardAccounts {
  regionId: string
  accounts: { asked: number; answered: number }
}

/**
 * Whether it may be told outside the house who was heard of a region, or of everybody: of enough accounts that were asked, that
 * answered and that said nothing, also where other regions are taken from everybody. `items` are those of all regions.
 *
 * @example mayTellCoverage({ items, regionId: undefined, minimumCell: 10 })
 */
export function mayTellCoverage({
  items,
  regionId,
  minimumCell,
}: {
  items: readonly HeardAccounts[]
  regionId: string | undefined
  minimumCell: number
}): boolean {
  const segment = regionId === undefined ? EVERYBODY : `region:${regionId}`
  const measures: ((of: HeardAccounts['accounts']) => number)[] = [
    ({ asked }) => asked,
    ({ answered }) => answered,
    ({ asked, answered }) => asked - answered,
  ]
  return measures.every(measure => {
    const counts = items.map(item => [`region:${item.regionId}`, measure(item.accounts)] as const)
    const total = counts.reduce((sum, [, count]) => sum + count, 0)
    if (total === 0) return true
    const board = Object.fromEntries(
      [...counts, [EVERYBODY, total] as const].map(([key, n]) => [key, only(n)]),
    )
    return !hiddenSegments({ board, validOf: of => of?.responses ?? 0, minimumCell }).has(segment)
  })
}

/** A segment of which nothing but a number is known. */
export function only(responses: number): SegmentCounts {
  return { responses, questions: {}, factors: {} }
}

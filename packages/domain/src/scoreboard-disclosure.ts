import { requireWhole } from './checks.ts'
import { DIMENSIONS } from './results/dimensions.ts'
import { linkedLeak } from './results/linked-leak.ts'
import type { Scoreboard, SegmentCounts } from './scoreboard.ts'
import { accountsAmong, BY_OPEN_LINK, EVERYBODY, LEAST_ACCOUNTS, scaleCounts } from './scoreboard.ts'

/**
 * The segments of which a score may not be shown (law 5): those with fewer valid answers than `minimumCell`, or from fewer than
 * three accounts; where what is hidden
 * of a dimension ("region:...") could be had by taking the shown ones from everybody, the smallest shown ones too, until the hidden
 * rest holds `minimumCell` answers; and where groups of one dimension taken from groups of another would leave fewer, one of them.
 *
 * @example hiddenSegments({ board, validOf: validRatings('delivery'), minimumCell: 5 }) // Set { 'region:north', 'region:south' }
 */
export function hiddenSegments({
  board,
  validOf,
  minimumCell,
}: {
  board: Scoreboard
  /** How many valid answers the score of a segment rests on. */
  validOf: (segment: SegmentCounts | undefined) => number
  minimumCell: number
}): Set<string> {
  requireWhole('minimumCell', minimumCell, 1)
  const answered = (segment: string) => validOf(board[segment])
  const everybody = answered(EVERYBODY)
  const hidden = new Set<string>()
  const isOfFew = (segments: readonly string[]) => fewAccounts(segments.map(segment => board[segment]))
  if (everybody < minimumCell || isOfFew([EVERYBODY])) hidden.add(EVERYBODY)
  // Nothing shown is made of them and others, so that nothing about them can be computed.
  if (Object.hasOwn(board, BY_OPEN_LINK) && answered(BY_OPEN_LINK) < minimumCell) hidden.add(BY_OPEN_LINK)

  const dimensions = dimensionsOf(board)
  const hideRest = (segments: readonly string[]) => {
    // Answers of no segment of this dimension are never shown by themselves, yet they too could be computed.
    let rest = segments.reduce(
      (left, segment) => left - (hidden.has(segment) ? 0 : answered(segment)),
      everybody,
    )
    for (const next of shownOf(segments, hidden).sort(
      (a, b) => answered(a) - answered(b) || (a < b ? -1 : 1),
    )) {
      const isOfEnough = !isOfFew(segments.filter(segment => hidden.has(segment)))
      if (rest === 0 || (rest >= minimumCell && isOfEnough)) break
      hidden.add(next)
      rest += answered(next)
    }
  }
  for (const segments of dimensions) {
    for (const segment of segments)
      if (answered(segment) < minimumCell || isOfFew([segment])) hidden.add(segment)
    hideRest(segments)
  }
  for (const [at, later] of dimensions.entries()) {
    for (const earlier of dimensions.slice(0, at)) {
      for (;;) {
        const leak = linkedLeak({ board, validOf, minimumCell, earlier, later, hidden })
        if (leak === null) break
        hidden.add(leak)
        hideRest(later)
      }
    }
  }
  return hidden
}

/** Whether segments are known to be of fewer than three accounts together. */
function fewAccounts(segments: readonly (SegmentCounts | undefined)[]): boolean {
  const known = segments.flatMap(segment => (segment?.accounts ? [segment.accounts] : []))
  return known.length > 0 && known.length === segments.length && accountsAmong(known.flat()) < LEAST_ACCOUNTS
}

const shownOf = (segments: readonly string[], hidden: ReadonlySet<string>) =>
  segments.filter(segment => !hidden.has(segment))

/** What a factor's score rests on: ratings, without "not applicable". */
export function validRatings(factor: string): (segment: SegmentCounts | undefined) => number {
  return segment => scaleCounts(segment?.factors[factor] ?? []).reduce((sum, count) => sum + count, 0)
}

/** Segment keys by dimension, in the order of dimensions; others by what stands before the colon, after them. */
function dimensionsOf(board: Scoreboard): string[][] {
  const dimensions = new Map<string, string[]>(DIMENSIONS.map(name => [name, []]))
  for (const segment of Object.keys(board)) {
    if (segment === EVERYBODY || segment === BY_OPEN_LINK) continue
    const dimension = segment.split(':', 1)[0] ?? ''
    dimensions.set(dimension, [...(dimensions.get(dimension) ?? []), segment])
  }
  return [...dimensions.values()].filter(segments => segments.length > 0)
}

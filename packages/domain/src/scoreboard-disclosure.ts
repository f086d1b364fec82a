import { requireWhole } from './checks.ts'
import type { Scoreboard, SegmentCounts } from './scoreboard.ts'
import { BY_OPEN_LINK, EVERYBODY, scaleCounts } from './scoreboard.ts'

/**
 * The segments of which a score may not be shown (law 5): those with fewer valid answers than `minimumCell`,
 * and, where what is hidden of a dimension ("region:...") could be had by taking the shown ones from everybody,
 * the smallest shown ones too, until the hidden rest holds `minimumCell` answers.
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
  if (everybody < minimumCell) hidden.add(EVERYBODY)
  // Nothing shown is made of them and others, so that nothing about them can be computed.
  if (Object.hasOwn(board, BY_OPEN_LINK) && answered(BY_OPEN_LINK) < minimumCell) hidden.add(BY_OPEN_LINK)

  for (const segments of dimensionsOf(board)) {
    const cells = segments.map(segment => ({ segment, n: answered(segment) }))
    // Answers of no segment of this dimension are never shown by themselves, yet they too could be computed.
    const unplaced = everybody - cells.reduce((sum, { n }) => sum + n, 0)
    const isSmall = ({ n }: { n: number }) => n < minimumCell
    for (const cell of cells.filter(isSmall)) hidden.add(cell.segment)
    let rest = cells.filter(isSmall).reduce((sum, { n }) => sum + n, unplaced)
    const shown = cells.filter(cell => !isSmall(cell)).sort(bySize)
    for (const next of shown) {
      if (rest === 0 || rest >= minimumCell) break
      hidden.add(next.segment)
      rest += next.n
    }
  }
  return hidden
}

/** What a factor's score rests on: ratings, without "not applicable". */
export function validRatings(factor: string): (segment: SegmentCounts | undefined) => number {
  return segment => scaleCounts(segment?.factors[factor] ?? []).reduce((sum, count) => sum + count, 0)
}

/** Segment keys by what stands before the colon; each group parts the respondents once. */
function dimensionsOf(board: Scoreboard): string[][] {
  const dimensions = new Map<string, string[]>()
  for (const segment of Object.keys(board)) {
    if (segment === EVERYBODY || segment === BY_OPEN_LINK) continue
    const dimension = segment.split(':', 1)[0] ?? ''
    dimensions.set(dimension, [...(dimensions.get(dimension) ?? []), segment])
  }
  return [...dimensions.values()]
}

function bySize(a: { segment: string; n: number }, b: { segment: string; n: number }): number {
  return a.n - b.n || (a.segment < b.segment ? -1 : 1)
}

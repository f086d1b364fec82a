import type { Scoreboard, SegmentCounts } from '../scoreboard.ts'
import { EVERYBODY } from '../scoreboard.ts'

/** Above this many groups, only one or two at a time are taken together. */
const MOST_TOGETHER = 10

/** What is known of one dimension: the groups that are shown, and all others as one, which is everybody without them. */
interface Side {
  shown: string[]
  /** Valid answers of each group, the rest last. */
  sizes: number[]
}

/**
 * Two views side by side: where all who are in some groups of one dimension are also in some groups of another, the difference of
 * both is known exactly. Where that would be the answers of fewer than `minimumCell`, the group of the later dimension to hide; null:
 * nothing is given away. Who is in which group counts as known, for a colleague who knows the customers knows it.
 *
 * @example linkedLeak({ board, validOf, minimumCell: 5, earlier: ['region:north', ...], later: ['segment:enterprise', ...], hidden })
 *   // 'segment:enterprise': all of them are in the north, and the north has three more people
 */
export function linkedLeak({
  board,
  validOf,
  minimumCell,
  earlier,
  later,
  hidden,
}: {
  board: Scoreboard
  validOf: (segment: SegmentCounts | undefined) => number
  minimumCell: number
  earlier: readonly string[]
  later: readonly string[]
  hidden: ReadonlySet<string>
}): string | null {
  const all = validOf(board[EVERYBODY])
  const [one, other] = [earlier, later].map((segments): Side => {
    const shown = segments.filter(segment => !hidden.has(segment))
    const sizes = shown.map(segment => validOf(board[segment]))
    return { shown, sizes: [...sizes, sizes.reduce((rest, size) => rest - size, all)] }
  }) as [Side, Side]
  if (other.shown.length === 0) return null
  const meets = crossing(board, one.shown, other.shown)
  // The smaller side says all: what is left of the others is the same taken the other way round.
  const turned = other.sizes.length < one.sizes.length
  const [from, to] = turned ? [other, one] : [one, other]
  for (const group of groupings(from.sizes.length)) {
    const around = to.sizes.map((_, at) =>
      group.some(place => (turned ? meets[at]?.[place] : meets[place]?.[at]) ?? false),
    )
    const inside = group.reduce((sum, place) => sum + (from.sizes[place] ?? 0), 0)
    const outside = to.sizes.reduce((sum, size, at) => sum + (around[at] ? size : 0), 0)
    const left = outside - inside
    if (left <= 0 || left >= minimumCell) continue
    const isInside = (place: number) => (turned ? group.includes(place) : (around[place] ?? false))
    // A group disappears among the others only if it joins one from the far side of the line.
    const restInside = isInside(other.shown.length)
    const candidates = other.shown.filter((_, place) => isInside(place) !== restInside)
    return smallest(candidates.length > 0 ? candidates : other.shown, board, validOf)
  }
  return null
}

/** Whether anybody is in a group of both: rows are `one`, columns `other`, the rest of each last. */
function crossing(board: Scoreboard, one: readonly string[], other: readonly string[]): boolean[][] {
  const responses = (segment: string) => board[segment]?.responses ?? 0
  const shared = (a: string, b: string) => board[a]?.meets?.[b] ?? 0
  const withoutOther = (a: string) => other.reduce((left, b) => left - shared(a, b), responses(a))
  const withoutOne = (b: string) => one.reduce((left, a) => left - shared(a, b), responses(b))
  const neither = one.reduce(
    (left, a) => left - withoutOther(a),
    other.reduce((left, b) => left - responses(b), responses(EVERYBODY)),
  )
  return [
    ...one.map(a => [...other.map(b => shared(a, b) > 0), withoutOther(a) > 0]),
    [...other.map(b => withoutOne(b) > 0), neither > 0],
  ]
}

/** The groups to take together: every choice among few, else single ones and pairs. */
function groupings(count: number): number[][] {
  const places = Array.from({ length: count }, (_, at) => at)
  if (count > MOST_TOGETHER) {
    const pairs = places.flatMap(a => places.slice(a + 1).map(b => [a, b]))
    return [...places.map(at => [at]), ...pairs]
  }
  return Array.from({ length: 2 ** count - 2 }, (_, at) => places.filter(place => ((at + 1) >> place) & 1))
}

function smallest(
  segments: readonly string[],
  board: Scoreboard,
  validOf: (segment: SegmentCounts | undefined) => number,
): string | null {
  const [least] = segments.toSorted((a, b) => validOf(board[a]) - validOf(board[b]) || (a < b ? -1 : 1))
  return least ?? null
}

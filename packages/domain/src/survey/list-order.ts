/** Whether an item was moved: `maybe` where another one, moved the other way, would give the same order. */
export type Moved = 'no' | 'maybe' | 'surely'

/**
 * Which items changed their place among those that both lists have. The fewest moves that lead from one order to the
 * other leave a longest common subsequence alone: what stands in each of these did not move.
 *
 * @example movesBetween(['a', 'b', 'c', 'd'], ['b', 'c', 'a', 'd']).get('a') // 'surely'
 * @example movesBetween(['a', 'b'], ['b', 'a']).get('a') // 'maybe'
 */
export function movesBetween(before: readonly string[], after: readonly string[]): Map<string, Moved> {
  const places = new Map(after.map((id, at) => [id, at]))
  const shared = before.filter(id => places.has(id))
  const order = shared.map(id => places.get(id) ?? 0)
  if (order.every((place, at) => at === 0 || place > (order[at - 1] ?? 0)))
    return new Map(shared.map(id => [id, 'no']))
  const upTo = longestUpTo(order)
  const from = longestUpTo(order.map(place => -place).reverse()).reverse()
  const through = upTo.map((length, at) => length + (from[at] ?? 0) - 1)
  const longest = Math.max(...through)
  /** How many items may stand at each place of a longest sequence. */
  const rivals = new Map<number, number>()
  for (const [at, length] of upTo.entries())
    if (through[at] === longest) rivals.set(length, (rivals.get(length) ?? 0) + 1)
  return new Map(
    shared.map((id, at) => {
      if (through[at] !== longest) return [id, 'surely']
      return [id, rivals.get(upTo[at] ?? 0) === 1 ? 'no' : 'maybe']
    }),
  )
}

/** For each place, the length of the longest rising sequence that ends there. */
function longestUpTo(values: readonly number[]): number[] {
  /** The smallest value that ends a rising sequence of each length; itself rising. */
  const ends: number[] = []
  return values.map(value => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < value) low = middle + 1
      else high = middle
    }
    ends[low] = value
    return low + 1
  })
}

/** One list before and after a change. */
export interface Lists {
  before: readonly string[]
  after: readonly string[]
}

/**
 * Where to put `item`, meant for `index` in the list `before`, now that the list is `after`; the index counts without it.
 * The head stays the head; else it stands behind the nearest item before it, or in front of the nearest behind it, that
 * kept its place; else it follows whatever stood before it. `stays` says which kept theirs where more is known than the
 * two lists: between these alone the move of one item may look like a move of its neighbour.
 *
 * @example indexAmong({ before: ['a', 'b', 'c'], after: ['x', 'a', 'b', 'c'] }, 'new', 2) // 3
 */
export function indexAmong(
  lists: Lists,
  item: string,
  index: number,
  stays?: (id: string) => boolean,
): number {
  if (index <= 0) return 0
  const moves = movesBetween(lists.before, lists.after)
  const kept = (id: string) => moves.has(id) && (stays ? stays(id) : moves.get(id) === 'no')
  const [before, after] = [lists.before.filter(id => id !== item), lists.after.filter(id => id !== item)]
  const [head, tail] = [before.slice(0, index).reverse(), before.slice(index)]
  const behind = head.find(kept)
  if (behind !== undefined) return after.indexOf(behind) + 1
  const inFront = tail.find(kept)
  if (inFront !== undefined) return after.indexOf(inFront)
  const followed = head.find(id => moves.has(id))
  if (followed !== undefined) return after.indexOf(followed) + 1
  return Math.min(index, after.length)
}

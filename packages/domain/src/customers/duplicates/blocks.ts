/** A block of more records is split by finer keys before its records are compared with one another. */
const MOST_TOGETHER = 40
/** A fine key that more records share tells nobody apart; comparing all who have it would take for ever. */
const MOST_ALIKE = 100
/** After so many steps a search gives way to other work. */
const STEPS_AT_ONCE = 2_000

/** Two records by their places in a list, the earlier first, with what was found about them. */
export interface Match<T> {
  first: number
  second: number
  found: T
}

export interface BlockKeys<Item> {
  /** Where two records can be alike they share one of these, such as their account. */
  coarse(item: Item): Iterable<string>
  /** And one of these within it. Asked only where a coarse key is crowded. */
  fine(item: Item): Iterable<string>
}

/**
 * Compares the records that share a key, each two once. Where `compare` finds something only in records that share a key,
 * this is what comparing all with all would find, without the wait. It yields null now and then, so that a long search can
 * be spread.
 *
 * @example
 * const keys = { coarse: text => [text[0]], fine: text => [text] }
 * [...matchesByKeys(['an', 'bo', 'an'], keys, (a, b) => a === b || null)].filter(Boolean)
 *   // [{ first: 0, second: 2, found: true }]
 */
export function* matchesByKeys<Item, Found>(
  items: readonly Item[],
  keys: BlockKeys<Item>,
  compare: (a: Item, b: Item) => Found | null,
): Generator<Match<Found> | null> {
  const coarse = new Map<string, number[]>()
  for (const [place, item] of items.entries()) {
    for (const key of new Set(keys.coarse(item))) put(coarse, key, place)
    if (place % STEPS_AT_ONCE === 0) yield null
  }
  const compared = new Set<number>()
  let steps = 0
  for (const block of coarse.values())
    for (const together of block.length <= MOST_TOGETHER ? [block] : split(items, block, keys))
      for (const [at, first] of together.entries())
        for (let next = at + 1; next < together.length; next += 1) {
          const second = together[next] ?? first
          steps += 1
          if (steps % STEPS_AT_ONCE === 0) yield null
          const pair = first * items.length + second
          const [a, b] = [items[first], items[second]]
          const found = a === undefined || b === undefined || compared.has(pair) ? null : compare(a, b)
          if (found === null) continue
          compared.add(pair)
          yield { first, second, found }
        }
}

function split<Item>(items: readonly Item[], block: readonly number[], keys: BlockKeys<Item>): number[][] {
  const fine = new Map<string, number[]>()
  for (const place of block) {
    const item = items[place]
    if (item !== undefined) for (const key of new Set(keys.fine(item))) put(fine, key, place)
  }
  return [...fine.values()].filter(({ length }) => length > 1 && length <= MOST_ALIKE)
}

function put(blocks: Map<string, number[]>, key: string, place: number): void {
  const block = blocks.get(key)
  if (block) block.push(place)
  else blocks.set(key, [place])
}

/** The values that so many records have that they say nothing about two of them, such as the number of a switchboard. */
export function commonValues(lists: Iterable<readonly string[]>, most: number): Set<string> {
  const counts = new Map<string, number>()
  for (const list of lists) for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count > most).map(([value]) => value))
}

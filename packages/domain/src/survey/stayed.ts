/**
 * The items of a list that kept their order; the others among the common ones were moved, as few of them as possible.
 *
 * @example [...stayed(['a', 'b', 'c'], ['c', 'a', 'new', 'b'])] // ['a', 'b']: only 'c' was moved
 */
export function stayed(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, at) => [id, at]))
  const common = after.filter(id => place.has(id))
  // The longest rising sequence of old places: `best[at]` is the length of the one that ends there, `link[at]` the item before.
  const best: number[] = []
  const link: number[] = []
  for (const [at, id] of common.entries()) {
    best[at] = 1
    link[at] = -1
    for (let earlier = 0; earlier < at; earlier += 1) {
      const rises = (place.get(common[earlier] ?? '') ?? 0) < (place.get(id) ?? 0)
      if (rises && (best[earlier] ?? 0) + 1 > (best[at] ?? 0)) {
        best[at] = (best[earlier] ?? 0) + 1
        link[at] = earlier
      }
    }
  }
  const kept = new Set<string>()
  for (let at = best.indexOf(Math.max(...best)); at >= 0; at = link[at] ?? -1) kept.add(common[at] ?? '')
  return kept
}

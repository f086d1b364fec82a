import type { RandomSource } from '@sixfold/domain/random'

/** One of the items, each as likely as the others. */
export function pick<T>(random: RandomSource, items: readonly T[]): T {
  const item = items[random.below(Math.max(1, items.length))]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** One of the items, as likely as its weight says. */
export function pickWeighted<T>(random: RandomSource, items: readonly (readonly [T, number])[]): T {
  let left = random.next() * items.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  return pick(random, items)[0]
}

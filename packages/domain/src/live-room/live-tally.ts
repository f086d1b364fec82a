import { requireThat } from '../checks.ts'
import type { LiveAnswer, LiveItem } from './live-item.ts'
import { keysOf } from './live-item.ts'

/** Counts of one item's answers: a fold, so that one answer costs the same whether ten people or five hundred are there. */
export interface LiveTally {
  /** People who answered. */
  answers: number
  /** By option, word or rating. */
  counts: Readonly<Record<string, number>>
}

export const NO_ANSWERS: LiveTally = { answers: 0, counts: {} }

/**
 * The tally after somebody's answer took the place of the one they gave before. Null: none.
 *
 * @example withAnswer(NO_ANSWERS, poll, { before: null, after: ['delivery'] }) // { answers: 1, counts: { delivery: 1 } }
 */
export function withAnswer(
  tally: LiveTally,
  item: LiveItem,
  { before, after }: { before: LiveAnswer | null; after: LiveAnswer | null },
): LiveTally {
  const counts = new Map(Object.entries(tally.counts))
  const add = (answer: LiveAnswer | null, by: 1 | -1) => {
    for (const key of answer === null ? [] : keysOf(item, answer)) {
      const count = (counts.get(key) ?? 0) + by
      requireThat(count >= 0, `an answer is taken back that was never counted: ${key}`)
      if (count === 0) counts.delete(key)
      else counts.set(key, count)
    }
  }
  add(before, -1)
  add(after, 1)
  const answers = tally.answers + (after === null ? 0 : 1) - (before === null ? 0 : 1)
  return { answers, counts: Object.fromEntries(counts) }
}

/** The tally of all answers, counted anew. */
export function tallyOf(item: LiveItem, answers: readonly LiveAnswer[]): LiveTally {
  return answers.reduce<LiveTally>(
    (tally, after) => withAnswer(tally, item, { before: null, after }),
    NO_ANSWERS,
  )
}

/** The mean of a rating, of the answers given; null: nobody answered. */
export function meanRating({ answers, counts }: LiveTally): number | null {
  if (answers === 0) return null
  return Object.entries(counts).reduce((sum, [rating, count]) => sum + Number(rating) * count, 0) / answers
}

/**
 * Words by how many people wrote them, the most first; of equals in alphabetical order.
 *
 * @example topWords({ answers: 3, counts: { delivery: 2, price: 1 } }, 10) // [{ word: 'delivery', people: 2 }, ...]
 */
export function topWords({ counts }: LiveTally, most: number): { word: string; people: number }[] {
  return Object.entries(counts)
    .map(([word, people]) => ({ word, people }))
    .sort((a, b) => b.people - a.people || (a.word < b.word ? -1 : 1))
    .slice(0, most)
}

/** Fewer answers than this are shown as a number of people and nothing else: in a small room one could be told by name. */
export const SMALLEST_SHOWN_ROOM = 5

/**
 * What the room may see: until the item is revealed, and while too few answered, only how many did.
 *
 * @example shownTally({ answers: 4, counts: { '7': 4 } }, true) // { answers: 4, counts: {} }
 */
export function shownTally(tally: LiveTally, revealed: boolean, smallest = SMALLEST_SHOWN_ROOM): LiveTally {
  return revealed && tally.answers >= smallest ? tally : { answers: tally.answers, counts: {} }
}

import { searchWords } from '../text/fold.ts'

/** From here on two requirements are shown side by side. */
export const LIKENESS_SHOWN = 0.34

interface Comparable {
  text: string
  factor: string | null
  productId: string | null
}

/**
 * How alike two requirements are, 0 to 1: the share of their words that both have, a little more for the same factor and the
 * same product. A hint for people, who alone merge.
 *
 * @example likeness({ text: 'Ship on Saturday', factor: null, productId: null }, { text: 'Please ship on Saturdays', factor: null, productId: null }) > 0.3 // true
 */
export function likeness(one: Comparable, other: Comparable): number {
  const [mine, theirs] = [wordsOf(one.text), wordsOf(other.text)]
  const all = new Set([...mine, ...theirs])
  if (all.size === 0) return 0
  const shared = [...mine].filter(word => theirs.has(word)).length / all.size
  if (shared === 0) return 0
  const alike = (a: string | null, b: string | null) => (a !== null && a === b ? 0.1 : 0)
  return Math.min(1, shared + alike(one.factor, other.factor) + alike(one.productId, other.productId))
}

/** Short words say little; a plural counts as its word. */
function wordsOf(text: string): Set<string> {
  return new Set(
    searchWords(text)
      .filter(word => word.length > 1)
      .map(word => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word)),
  )
}

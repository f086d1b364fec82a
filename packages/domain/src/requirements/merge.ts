/** What a merge must know of a requirement. */
export interface Mergeable {
  id: string
  /** Of its receipt; rises with time. */
  number: number
  mergedInto: string | null
}

export type MergeDecision<T> =
  | { ok: true; keep: T; drop: T }
  | { ok: false; reason: 'same' | 'merged_already' }

/**
 * Which of two requirements stays: always the one that was heard first. So no chain of merges ever leads back to where it
 * began, whoever merges what at the same time, and the receipt that customers had first is the one that lives.
 *
 * @example mergeOrder(r88, r12) // { ok: true, keep: r12, drop: r88 }
 */
export function mergeOrder<T extends Mergeable>(one: T, other: T): MergeDecision<T> {
  if (one.id === other.id) return { ok: false, reason: 'same' }
  const [keep, drop] = one.number < other.number ? [one, other] : [other, one]
  return keep.mergedInto === null && drop.mergedInto === null
    ? { ok: true, keep, drop }
    : { ok: false, reason: 'merged_already' }
}

/**
 * The requirement that a merged one lives on in; itself when it was not merged.
 *
 * @example livesOnIn('r88', { r88: 'r12', r12: null }) // 'r12'
 */
export function livesOnIn(id: string, mergedInto: Readonly<Record<string, string | null>>): string {
  let at = id
  for (let next = mergedInto[at]; next != null; next = mergedInto[at]) at = next
  return at
}

/** Why two records may be one. */
export const likenessReasons = [
  'same_name',
  'near_name',
  'same_account',
  'same_domain',
  'same_phone',
  'same_mailbox',
] as const
export type LikenessReason = (typeof likenessReasons)[number]

/** How likely two records are one, 0..1, and why. */
export interface Likeness {
  score: number
  reasons: LikenessReason[]
}

/** Two records, by id, that may be one. `a` sorts before `b`. */
export interface LikelyPair extends Likeness {
  a: string
  b: string
}

/** Adds up what each reason weighs; null below `least`. Rounded to hundredths, so that sums compare. */
export function weigh(
  weights: Partial<Record<LikenessReason, number>>,
  reasons: readonly LikenessReason[],
  least: number,
): Likeness | null {
  const sum = reasons.reduce((total, reason) => total + (weights[reason] ?? 0), 0)
  const score = Math.min(1, Math.round(sum * 100) / 100)
  return score >= least ? { score, reasons: [...reasons] } : null
}

/** Whether two short lists have something in common. */
export function overlaps(a: readonly string[], b: readonly string[]): boolean {
  return a.some(value => b.includes(value))
}

/** A pair in the order of its ids. */
export function pairOf(first: string, second: string, likeness: Likeness): LikelyPair {
  const [a, b] = first < second ? [first, second] : [second, first]
  return { a, b, ...likeness }
}

/** How often at most somebody wants to be asked for answers. Nobody's wish makes us ask more often than the contact policy. */
export const ASK_WISHES = ['half_year', 'year'] as const
export type AskWish = (typeof ASK_WISHES)[number]

const days: Readonly<Record<AskWish, number>> = { half_year: 182, year: 365 }

/**
 * Days that lie at least between two surveys by a contact's own wish; without one 0, so that only the policy counts.
 *
 * @example daysByWish('year') // 365
 * @example daysByWish(null) // 0
 */
export function daysByWish(wish: AskWish | null): number {
  return wish === null ? 0 : days[wish]
}

/**
 * The wish that keeps both, as when two records of one person become one.
 *
 * @example stricterWish('half_year', 'year') // 'year'
 * @example stricterWish(null, 'half_year') // 'half_year'
 */
export function stricterWish(one: AskWish | null, other: AskWish | null): AskWish | null {
  return daysByWish(one) >= daysByWish(other) ? one : other
}

/**
 * The wishes that would hold anything back where so many days lie between surveys anyway.
 *
 * @example wishesBeyond(182) // ['year']
 */
export function wishesBeyond(policyDays: number): AskWish[] {
  return ASK_WISHES.filter(wish => daysByWish(wish) > policyDays)
}

/**
 * Days between surveys in whole months, as people speak of them.
 *
 * @example monthsOf(182) // 6
 */
export function monthsOf(gapDays: number): number {
  return Math.round(gapDays / 30.44)
}

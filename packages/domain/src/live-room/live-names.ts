import { subDays } from 'date-fns/subDays'

/** Days that a name typed with a question is kept: long enough to write the minutes and to answer. */
export const LIVE_NAMES_KEPT_DAYS = 90

/**
 * What was said before this instant has no name any more.
 *
 * @example liveNamesEnd(new Date('2027-03-31T00:00:00Z')) // 2026-12-31T00:00:00.000Z
 */
export function liveNamesEnd(now: Date): Date {
  return subDays(now, LIVE_NAMES_KEPT_DAYS)
}

import { subDays } from 'date-fns/subDays'

/** Days that a name typed at an event is kept, with a question or at the door: long enough to write the minutes and to answer. */
export const TYPED_NAMES_KEPT_DAYS = 90

/**
 * What was typed before this instant has no name any more.
 *
 * @example typedNamesEnd(new Date('2027-03-31T00:00:00Z')) // 2026-12-31T00:00:00.000Z
 */
export function typedNamesEnd(now: Date): Date {
  return subDays(now, TYPED_NAMES_KEPT_DAYS)
}

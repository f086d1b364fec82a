import type { Hours, WorkingCalendar } from '../calendar/working-days.ts'
import { openingOf } from '../calendar/working-days.ts'
import { requireInstant, requireWhole } from '../checks.ts'
import { addLocalDays } from '../local-date.ts'
import { wallTimeIn } from '../wall-time.ts'

/** Working days before the end of a wave on which its silent accounts are looked for, unless its plan says otherwise. */
export const SILENCE_WORKING_DAYS = 3

/** Whoever looks after the account finds the task in the morning. */
const OFFICE: Hours = { from: '08:00', until: '18:00' }
const HORIZON_DAYS = 60

/**
 * The mornings on which the silent accounts of a wave are looked for: from so many working days before its end on, each
 * until the last, because a late reminder may have been the last hope; the earliest first.
 *
 * @param days working days; 0: never
 * @example silenceChecks({ closesAt: friday18, days: 3, zone, calendar }) // Tuesday, Wednesday and Thursday 08:00
 */
export function silenceChecks({
  closesAt,
  days,
  zone,
  calendar,
}: {
  closesAt: Date
  days: number
  zone: string
  calendar: WorkingCalendar
}): Date[] {
  requireInstant('closesAt', closesAt)
  requireWhole('days', days)
  const mornings: Date[] = []
  let date = addLocalDays(wallTimeIn(closesAt, zone).date, -1)
  for (
    let back = 0;
    back < HORIZON_DAYS && mornings.length < days;
    back += 1, date = addLocalDays(date, -1)
  ) {
    const opening = openingOf(date, { zone, hours: OFFICE, calendar })
    if (opening) mornings.push(opening.from)
  }
  return mornings.reverse()
}

/** What became of a wave's invitations at one account. */
export interface AccountAnswer {
  /** Not invited yet. */
  planned: number
  /** Invited, and may still answer. */
  open: number
  /** Those of them who are still to be reminded. */
  reminding: number
  finished: number
  optedOut: number
}

/**
 * Whether an account is silent: everybody there who could be asked was asked and reminded, and nobody has said anything.
 *
 * @example isSilent({ planned: 0, open: 3, reminding: 0, finished: 0, optedOut: 0 }) // true
 * @example isSilent({ planned: 0, open: 3, reminding: 1, finished: 0, optedOut: 0 }) // false
 */
export function isSilent({ planned, open, reminding, finished, optedOut }: AccountAnswer): boolean {
  return open > 0 && planned + reminding + finished + optedOut === 0
}

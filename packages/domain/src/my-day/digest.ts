import type { WorkingCalendar } from '../calendar/working-days.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { requireInstant } from '../checks.ts'
import { addLocalDays } from '../local-date.ts'
import type { TimeOfDay } from '../wall-time.ts'
import { resolveWallTime, wallTimeIn } from '../wall-time.ts'

/** When somebody gets the list of the day by mail: at this time of their zone, on days on which their region works. */
export interface DigestPlan {
  time: TimeOfDay
  zone: string
  calendar: WorkingCalendar
}

export const USUAL_DIGEST_TIME: TimeOfDay = '07:30'

/** A calendar without a working day for longer than this has none. */
const HORIZON_DAYS = 400

/** A list that could not leave for so long, as when nothing ran, is no list of the morning any more. */
const STALE_AFTER_MS = 4 * 3_600_000

/**
 * The first instant after `now` at which the list of the day is due: on no weekend and no holiday, once a day also where
 * clocks change. Null: the calendar has no working day.
 *
 * @throws RangeError for no instant, no time of day or an unknown zone.
 * @example nextDigest(friday8h, { time: '07:30', zone: 'Asia/Ho_Chi_Minh', calendar }) // Monday 07:30 there
 */
export function nextDigest(now: Date, { time, zone, calendar }: DigestPlan): Date | null {
  requireInstant('now', now)
  const today = wallTimeIn(now, zone).date
  for (let ahead = 0; ahead < HORIZON_DAYS; ahead += 1) {
    const date = addLocalDays(today, ahead)
    if (!isWorkingDay(date, calendar)) continue
    const { instant } = resolveWallTime({ date, time, zone })
    if (instant > now) return instant
  }
  return null
}

/**
 * Whether a list that was due then still leaves now: soon enough, and on a day that is still a working one. A holiday may
 * have been proclaimed since it was planned.
 *
 * @example mayLeave(monday7h30, monday8h, plan) // true
 */
export function mayLeave(due: Date, now: Date, { zone, calendar }: DigestPlan): boolean {
  const late = now.getTime() - due.getTime()
  return late >= 0 && late <= STALE_AFTER_MS && isWorkingDay(wallTimeIn(now, zone).date, calendar)
}

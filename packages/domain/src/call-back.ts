import type { Hours, WorkingCalendar } from './calendar/working-days.ts'
import { nextWorkingTime, openingOf } from './calendar/working-days.ts'
import { wallTimeIn } from './wall-time.ts'

/** The longest that somebody may write about when a call suits. */
export const LONGEST_WHEN = 200

/** From when to when somebody who asked for it is called. */
export interface CallBack {
  from: Date
  until: Date
}

/**
 * When somebody who asked for a call gets it: from the next working moment on, by the end of the first working day that
 * begins after the asking. Null: no day is open within 400 days.
 *
 * @example callBack({ asked: mondayAtTen, zone, hours: { from: '09:00', until: '17:00' }, calendar })
 *   // { from: Monday 10:00, until: Tuesday 17:00 }
 * @example callBack({ asked: saturdayAtTen, zone, hours, calendar }) // { from: Monday 09:00, until: Monday 17:00 }
 */
export function callBack({
  asked,
  ...plan
}: {
  asked: Date
  zone: string
  hours: Hours
  calendar: WorkingCalendar
}): CallBack | null {
  const from = nextWorkingTime({ instant: asked, ...plan })
  if (!from) return null
  const today = endOfDay(from, plan)
  if (!today || from > asked) return today && { from, until: today }
  const next = nextWorkingTime({ instant: today, ...plan })
  const until = next && endOfDay(next, plan)
  return until && { from, until }
}

function endOfDay(
  instant: Date,
  plan: { zone: string; hours: Hours; calendar: WorkingCalendar },
): Date | null {
  return openingOf(wallTimeIn(instant, plan.zone).date, plan)?.until ?? null
}

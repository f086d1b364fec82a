import { requireThat } from '../checks.ts'
import { addLocalDays, addLocalMonths } from '../local-date.ts'
import type { DigestPlan } from '../my-day/digest.ts'
import { mayLeave, nextDigest } from '../my-day/digest.ts'
import type { FiscalCalendar, Quarter } from '../quarter.ts'
import { quarterRange } from '../quarter.ts'
import { resolveWallTime, wallTimeIn } from '../wall-time.ts'

/** So many days after a wave closes, or on a day of the first, second or third month of each fiscal quarter. */
export type ReportTiming =
  | { kind: 'after_close'; days: number }
  | { kind: 'in_quarter'; month: 1 | 2 | 3; day: number }

/** Every month has this day. */
const LAST_DAY = 28

/**
 * When the report of a wave is due: on the first working day so many days after it closed, and never before that.
 * Null: the calendar has no working day.
 *
 * @throws RangeError for no instant, no time of day or an unknown zone.
 * @example dueAfterClose(friday17h, 1, { time: '08:00', zone: 'Asia/Ho_Chi_Minh', calendar }) // Monday 08:00 there
 */
export function dueAfterClose(closedAt: Date, days: number, plan: DigestPlan): Date | null {
  const day = addLocalDays(wallTimeIn(closedAt, plan.zone).date, days)
  const before = justBefore(day, plan.zone)
  return nextDigest(before > closedAt ? before : closedAt, plan)
}

/**
 * When the report of a quarter is due: on the first working day from the chosen one on. Null: the calendar has none.
 *
 * @throws RangeError for a day that not every month has.
 * @example dueInQuarter({ year: 2026, quarter: 4 }, { month: 1, day: 10 }, calendarYear, plan) // Monday 12 October
 */
export function dueInQuarter(
  quarter: Quarter,
  { month, day }: { month: 1 | 2 | 3; day: number },
  fiscal: FiscalCalendar,
  plan: DigestPlan,
): Date | null {
  requireThat(Number.isInteger(day) && day >= 1 && day <= LAST_DAY, `not a day of every month: ${day}`)
  const start = addLocalMonths(quarterRange(quarter, fiscal).from, month - 1)
  return nextDigest(justBefore(addLocalDays(start, day - 1), plan.zone), plan)
}

/**
 * When something that is due leaves, seen from `now`: at its time; at once in the hours after that time of a working day;
 * else, as after an outage or where a holiday was proclaimed meanwhile, on the next working day.
 *
 * @example leavesAt(friday8h, saturday9h, plan) // Monday 08:00
 */
export function leavesAt(due: Date, now: Date, plan: DigestPlan): Date | null {
  if (now < due) return due
  const today = wallTimeIn(now, plan.zone).date
  const slot = resolveWallTime({ date: today, time: plan.time, zone: plan.zone }).instant
  return mayLeave(slot, now, plan) ? now : nextDigest(now, plan)
}

/** So that midnight itself counts. */
function justBefore(date: string, zone: string): Date {
  return new Date(resolveWallTime({ date, time: '00:00', zone }).instant.getTime() - 1)
}

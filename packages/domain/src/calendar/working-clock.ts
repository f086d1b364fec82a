import { requireInstant, requireThat, requireWhole } from '../checks.ts'
import { localDayNumber } from '../wall-time.ts'
import { clockOf } from '../zone-clock.ts'
import type { Hours, WorkingCalendar } from './working-days.ts'
import { openingsOf } from './working-days.ts'

/** When somebody works: opening hours of the working days of a calendar, in a zone. */
export interface WorkingPlan {
  zone: string
  hours: Hours
  calendar: WorkingCalendar
}

/** A search that passes so many days gives up: a calendar without a working day would never end it. */
const HORIZON_DAYS = 4000

/**
 * Working time from one instant to another, in milliseconds: what lies within opening hours. Weekends, holidays and the
 * afternoons of half days count nothing; on the day of a clock change it is real time that passes.
 *
 * @throws RangeError for no instants, or an end before the beginning.
 * @example workingTimeBetween(friday16h, monday10h, plan) // 2 hours in milliseconds, with hours from 09:00 to 17:00
 */
export function workingTimeBetween(from: Date, until: Date, plan: WorkingPlan): number {
  requireInstant('from', from)
  requireInstant('until', until)
  requireThat(from <= until, 'working time runs forward')
  const openings = openingsOf(plan)
  const { clock } = clockOf(plan.zone)
  const last = localDayNumber(until, clock)
  let sum = 0
  for (let day = localDayNumber(from, clock); day <= last; day += 1) {
    const opening = openings(day)
    if (!opening) continue
    const begin = Math.max(opening.from.getTime(), from.getTime())
    const end = Math.min(opening.until.getTime(), until.getTime())
    sum += Math.max(0, end - begin)
  }
  return sum
}

/**
 * The first instant at which so much working time has passed; null: the calendar has too few working days for it.
 *
 * @param amount Whole milliseconds, 0 or more; 0 is `from` itself.
 * @throws RangeError for another amount.
 * @example addWorkingTime(friday16h, 2 * HOUR, plan) // Monday 10:00, with hours from 09:00 to 17:00
 */
export function addWorkingTime(from: Date, amount: number, plan: WorkingPlan): Date | null {
  requireInstant('from', from)
  requireWhole('amount', amount)
  if (amount === 0) return from
  const openings = openingsOf(plan)
  const first = localDayNumber(from, clockOf(plan.zone).clock)
  let left = amount
  for (let day = first; day < first + HORIZON_DAYS; day += 1) {
    const opening = openings(day)
    if (!opening) continue
    const begin = Math.max(opening.from.getTime(), from.getTime())
    const open = Math.max(0, opening.until.getTime() - begin)
    if (open >= left) return new Date(begin + left)
    left -= open
  }
  return null
}

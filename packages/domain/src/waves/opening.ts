import { addLocalDays, localDaysBetween } from '../local-date.ts'
import type { FiscalCalendar, Quarter } from '../quarter.ts'
import { quarterRange } from '../quarter.ts'
import { resolveWallTime, wallTimeIn } from '../wall-time.ts'

/** Where nothing is known of an earlier wave, a wave opens so many days into its quarter. */
const USUAL_DAY = 20
const USUAL_TIME = '09:00'

/**
 * When the wave of a quarter opens: on the same day of the quarter and at the same wall time as the last one.
 *
 * @example openingIn({ year: 2026, quarter: 4 }, { quarter: { year: 2026, quarter: 3 }, opensAt }, house) // opensAt on 21 July, 09:00: 21 October, 09:00
 */
export function openingIn(
  quarter: Quarter,
  last: { quarter: Quarter; opensAt: Date } | null,
  { calendar, zone }: { calendar: FiscalCalendar; zone: string },
): Date {
  const range = quarterRange(quarter, calendar)
  const before = last && wallTimeIn(last.opensAt, zone)
  const days =
    last && before ? localDaysBetween(quarterRange(last.quarter, calendar).from, before.date) : USUAL_DAY
  // A wave that ran late says nothing about when the next one should begin.
  const inside = days >= 0 && days < localDaysBetween(range.from, range.until) ? days : USUAL_DAY
  return resolveWallTime({
    date: addLocalDays(range.from, inside),
    time: before?.time ?? USUAL_TIME,
    zone,
  }).instant
}

/**
 * The end of a wave that takes answers for so many days: midnight at the end of the last one.
 *
 * @example closingOf(new Date('2026-07-21T02:00:00Z'), 21, 'Asia/Ho_Chi_Minh') // 2026-08-11T17:00:00Z
 */
export function closingOf(opensAt: Date, days: number, zone: string): Date {
  const { date } = wallTimeIn(opensAt, zone)
  return resolveWallTime({ date: addLocalDays(date, days + 1), time: '00:00', zone }).instant
}

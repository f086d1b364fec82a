import { tz } from '@date-fns/tz'
import { addMonths } from 'date-fns/addMonths'
import { requireThat } from './checks.ts'
import { isLocalDate } from './is-local-date.ts'

/**
 * A calendar day without a zone, `YYYY-MM-DD`, years 0001 to 9999. Written so, days sort as strings.
 * All arithmetic here is on the calendar alone: the host's zone plays no part.
 */
export type LocalDate = string

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const DAY = 86_400_000
const inUtc = { in: tz('UTC') }

/** The midnight of this day in UTC: the number that the arithmetic below works on. */
export function startOfUtcDay(date: LocalDate): number {
  requireThat(isLocalDate(date), `not a calendar day (YYYY-MM-DD): ${date}`)
  return Date.parse(`${date}T00:00:00Z`)
}

const fromUtcDay = (time: number): LocalDate => {
  const text = new Date(time).toISOString().slice(0, 10)
  requireThat(isLocalDate(text), 'the day lies outside the years 0001 to 9999')
  return text
}

/** @example localDateParts('2026-03-08') // { year: 2026, month: 3, day: 8 } */
export function localDateParts(date: LocalDate): { year: number; month: number; day: number } {
  const day = new Date(startOfUtcDay(date))
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }
}

/** @example localDate(2026, 3, 8) // '2026-03-08' */
export function localDate(year: number, month: number, day: number): LocalDate {
  const text = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-')
  requireThat(isLocalDate(text), `not a calendar day: ${text}`)
  return text
}

/** @example addLocalDays('2026-02-28', 1) // '2026-03-01' */
export function addLocalDays(date: LocalDate, days: number): LocalDate {
  return fromUtcDay(startOfUtcDay(date) + days * DAY)
}

/**
 * The same day of another month, or that month's last day where it has no such day.
 *
 * @example addLocalMonths('2026-01-31', 1) // '2026-02-28'
 */
export function addLocalMonths(date: LocalDate, months: number): LocalDate {
  return fromUtcDay(addMonths(new Date(startOfUtcDay(date)), months, inUtc).getTime())
}

/** @example localDaysBetween('2026-02-28', '2026-03-01') // 1; negative when the second day is earlier */
export function localDaysBetween(first: LocalDate, second: LocalDate): number {
  return (startOfUtcDay(second) - startOfUtcDay(first)) / DAY
}

/**
 * The day that lies this many days after 1970-01-01.
 *
 * @example localDateOfDay(1) // '1970-01-02'
 */
export function localDateOfDay(days: number): LocalDate {
  return fromUtcDay(days * DAY)
}

/** @example localDayOf('1970-01-02') // 1 */
export function localDayOf(date: LocalDate): number {
  return startOfUtcDay(date) / DAY
}

/** @example isoWeekday('2026-02-17') // 2, a Tuesday */
export function isoWeekday(date: LocalDate): IsoWeekday {
  return isoWeekdayOfDay(localDayOf(date))
}

/** The same for a day that is counted from 1970-01-01, a Thursday. */
export function isoWeekdayOfDay(day: number): IsoWeekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as IsoWeekday
}

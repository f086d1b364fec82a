import { requireThat, requireWhole } from './checks.ts'
import {
  addLocalDays,
  addLocalMonths,
  type IsoWeekday,
  isoWeekday,
  type LocalDate,
  localDateParts,
} from './local-date.ts'

/** A series never has more dates: monthly for twenty years. */
export const MOST_DATES = 240

/** The nth weekday of a month; the fifth, like `last`, is the last one, so no month is left out. */
export interface NthWeekday {
  nth: 1 | 2 | 3 | 4 | 5 | 'last'
  /** 1 is Monday, 7 is Sunday. */
  weekday: IsoWeekday
}

/**
 * The dates of a standing plan: every date is `anchor + k × step`, never the one before plus a step, so a series from
 * the 31st comes back to the 31st. A month without that day gives its last day; yearly from 29 February is 28 February
 * in common years. With `on` the months are the same and the day is the nth weekday; one before the anchor is left out.
 *
 * @throws RangeError for an anchor that does not exist, a step below one month, more than `MOST_DATES` dates.
 * @example cadenceDates({ anchor: '2026-01-31', everyMonths: 3, count: 5 })
 *   // ['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31', '2027-01-31']
 * @example cadenceDates({ anchor: '2028-02-29', everyMonths: 12, count: 2 }) // ['2028-02-29', '2029-02-28']
 * @example cadenceDates({ anchor: '2026-06-30', everyMonths: 1, count: 2, on: { nth: 5, weekday: 2 } })
 *   // ['2026-06-30', '2026-07-28']: the fifth Tuesday is the last
 */
export function cadenceDates(plan: {
  anchor: LocalDate
  everyMonths: number
  count: number
  on?: NthWeekday
}): LocalDate[] {
  const { count, ...series } = plan
  requireWhole('count', count, 0, MOST_DATES)
  const dateAt = seriesOf(series)
  const first = dateAt(0) < plan.anchor ? 1 : 0
  return Array.from({ length: count }, (_, step) => dateAt(first + step))
}

/**
 * The dates of a standing plan within a span of days, both included: the same dates, however long ago the anchor was.
 *
 * @throws RangeError for an anchor that does not exist or a step below one month.
 * @example cadenceDatesBetween({ anchor: '1990-01-31', everyMonths: 3 }, { from: '2026-01-01', to: '2026-06-30' })
 *   // ['2026-01-31', '2026-04-30']
 */
export function cadenceDatesBetween(
  series: Series,
  { from, to }: { from: LocalDate; to: LocalDate },
): LocalDate[] {
  const dateAt = seriesOf(series)
  const { anchor, everyMonths } = series
  const start = from < anchor ? anchor : from
  const dates: LocalDate[] = []
  // A step earlier: the nth weekday of a month may lie after the day that the step itself falls on.
  let step = Math.max(0, Math.floor(monthsBetween(anchor, start) / everyMonths) - 1)
  for (let date = dateAt(step); date <= to && dates.length < MOST_DATES; date = dateAt(step)) {
    if (date >= start) dates.push(date)
    step += 1
  }
  return dates
}

interface Series {
  anchor: LocalDate
  everyMonths: number
  on?: NthWeekday | undefined
}

function seriesOf({ anchor, everyMonths, on }: Series): (step: number) => LocalDate {
  requireWhole('everyMonths', everyMonths, 1, 1200)
  if (on) requireNthWeekday(on)
  return step => {
    const date = addLocalMonths(anchor, step * everyMonths)
    return on ? nthWeekdayOfMonth(date, on) : date
  }
}

function monthsBetween(first: LocalDate, second: LocalDate): number {
  const [a, b] = [localDateParts(first), localDateParts(second)]
  return 12 * (b.year - a.year) + b.month - a.month
}

/**
 * The nth weekday of the month of a day.
 *
 * @example nthWeekdayOfMonth('2026-07-15', { nth: 2, weekday: 2 }) // '2026-07-14'
 * @example nthWeekdayOfMonth('2026-07-15', { nth: 5, weekday: 2 }) // '2026-07-28'
 */
export function nthWeekdayOfMonth(date: LocalDate, on: NthWeekday): LocalDate {
  requireNthWeekday(on)
  const start = addLocalDays(date, 1 - localDateParts(date).day)
  const first = addLocalDays(start, (on.weekday - isoWeekday(start) + 7) % 7)
  const found = addLocalDays(first, 7 * ((on.nth === 'last' ? 5 : on.nth) - 1))
  return found < addLocalMonths(start, 1) ? found : addLocalDays(found, -7)
}

function requireNthWeekday({ nth, weekday }: NthWeekday): void {
  requireThat(nth === 'last' || [1, 2, 3, 4, 5].includes(nth), `nth must be 1 to 5 or last, not ${nth}`)
  requireWhole('weekday', weekday, 1, 7)
}

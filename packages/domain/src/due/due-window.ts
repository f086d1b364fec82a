import { isWorkingDay, type WorkingCalendar } from '../calendar/working-days.ts'
import { addLocalDays, addLocalMonths, type LocalDate } from '../local-date.ts'

/** What becomes due by itself: a survey about a product after it was bought, a call after it was installed. */
export type DueKind = 'product_survey' | 'installation_call'

/** Days on which a touch is due, both inclusive. */
export interface DueWindow {
  opens: LocalDate
  closes: LocalDate
}

const FIRST_DAY = 90
const LAST_CALL_DAY = 120
const HOLIDAY_SEARCH_DAYS = 60

/**
 * When a touch is due, counted from the day of purchase (survey: day 90 to one year) or installation (call: days 90 to 120).
 * A window that would open on a day without work opens on the first working day after it; the end stays.
 *
 * @example dueWindow({ kind: 'installation_call', since: '2026-01-05', calendar }) // { opens: '2026-04-06', closes: '2026-05-05' }, the 5th being a Sunday
 */
export function dueWindow({
  kind,
  since,
  calendar,
}: {
  kind: DueKind
  since: LocalDate
  calendar: WorkingCalendar
}): DueWindow {
  const closes = kind === 'installation_call' ? addLocalDays(since, LAST_CALL_DAY) : addLocalMonths(since, 12)
  const first = addLocalDays(since, FIRST_DAY)
  for (let day = 0; day < HOLIDAY_SEARCH_DAYS; day += 1) {
    const opens = addLocalDays(first, day)
    if (isWorkingDay(opens, calendar)) return { opens, closes }
  }
  return { opens: first, closes }
}

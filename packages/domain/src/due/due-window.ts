import { isWorkingDay, type WorkingCalendar } from '../calendar/working-days.ts'
import { addLocalDays, addLocalMonths, type LocalDate } from '../local-date.ts'

/** What becomes due by itself: a survey about a product after it was bought, a call after it was installed. */
export const dueKinds = ['product_survey', 'installation_call'] as const
export type DueKind = (typeof dueKinds)[number]

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
  const known = windowsOf.get(calendar) ?? new Map<string, DueWindow>()
  windowsOf.set(calendar, known)
  const key = `${kind} ${since}`
  const window = known.get(key) ?? newWindow(kind, since, calendar)
  known.set(key, window)
  return { ...window }
}

/** Plans ask for the same windows again and again; there are no more of them than days. */
const windowsOf = new WeakMap<WorkingCalendar, Map<string, DueWindow>>()

function newWindow(kind: DueKind, since: LocalDate, calendar: WorkingCalendar): DueWindow {
  const closes = kind === 'installation_call' ? addLocalDays(since, LAST_CALL_DAY) : addLocalMonths(since, 12)
  const first = addLocalDays(since, FIRST_DAY)
  for (let day = 0; day < HOLIDAY_SEARCH_DAYS; day += 1) {
    const opens = addLocalDays(first, day)
    if (isWorkingDay(opens, calendar)) return { opens, closes }
  }
  return { opens: first, closes }
}

/** Things whose window has not closed yet, and those whose window opens within so many days. */
const LOOK_AHEAD_DAYS = 14

/**
 * The days of purchase or installation that matter on a day: windows that are open or open soon, and those that closed since `lastLook`.
 * A day more on either side serves people whose calendar is not that of `today`.
 *
 * @example sinceDays({ kind: 'installation_call', today: '2026-05-05', lastLook: null }) // { from: '2026-01-04', until: '2026-02-19' }
 */
export function sinceDays({
  kind,
  today,
  lastLook,
}: {
  kind: DueKind
  today: LocalDate
  lastLook: LocalDate | null
}): { from: LocalDate; until: LocalDate } {
  const first = lastLook !== null && lastLook < today ? lastLook : today
  const oldest =
    kind === 'installation_call' ? addLocalDays(first, -LAST_CALL_DAY) : addLocalMonths(first, -12)
  return {
    from: addLocalDays(oldest, -1),
    until: addLocalDays(today, LOOK_AHEAD_DAYS + 1 - FIRST_DAY),
  }
}

/**
 * Whether a window is open or opens within two weeks: what is far away is no business of a list.
 *
 * @example isInSight({ opens: '2026-04-06' }, '2026-03-23') // true
 */
export function isInSight({ opens }: Pick<DueWindow, 'opens'>, today: LocalDate): boolean {
  return opens <= addLocalDays(today, LOOK_AHEAD_DAYS)
}

/**
 * Where a day stands to a window.
 *
 * @example dueState({ opens: '2026-04-06', closes: '2026-05-05' }, '2026-05-05') // 'open'
 */
export function dueState({ opens, closes }: DueWindow, today: LocalDate): 'waiting' | 'open' | 'past' {
  if (today < opens) return 'waiting'
  return today <= closes ? 'open' : 'past'
}

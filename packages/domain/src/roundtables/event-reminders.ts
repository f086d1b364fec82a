import { addHours } from 'date-fns/addHours'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { addLocalDays, type LocalDate } from '../local-date.ts'
import { resolveWallTime, wallTimeIn } from '../wall-time.ts'

export const reminderRules = ['week', 'day'] as const

/** `week`: seven days before. `day`: on the last working day before. */
export type ReminderRule = (typeof reminderRules)[number]

const WEEK_DAYS = 7
/** At this time of day in the zone of the event. */
const REMINDER_TIME = '09:00'
/** A holiday is hardly ever longer. */
const MOST_DAYS_BACK = 14
/** Who was told of the seat so lately needs no reminder of it. */
const NEWS_HOURS = 48

/**
 * When guests with a seat are reminded of an event, for reminders still to come.
 *
 * @example dueReminders({ startsAt, zone: 'Asia/Ho_Chi_Minh', calendar, now })
 *   // [{ rule: 'week', at: 2026-12-03T02:00Z }, { rule: 'day', at: 2026-12-09T02:00Z }]
 */
export function dueReminders(event: {
  startsAt: Date
  zone: string
  calendar: WorkingCalendar
  now: Date
}): { rule: ReminderRule; at: Date }[] {
  return reminderRules
    .map(rule => ({ rule, at: reminderTime(rule, event) }))
    .filter(({ at }) => at > event.now && at < event.startsAt)
}

/**
 * Whether a guest is reminded now: not after the start, nor when the next reminder is due already, nor of a seat that is
 * news.
 *
 * @example isReminderTimely('week', { startsAt, zone, calendar, now: threeDaysBefore, toldAt: null }) // true
 */
export function isReminderTimely(
  rule: ReminderRule,
  event: { startsAt: Date; zone: string; calendar: WorkingCalendar; now: Date; toldAt: Date | null },
): boolean {
  const { startsAt, now, toldAt } = event
  const end = rule === 'week' ? reminderTime('day', event) : startsAt
  return now < end && (toldAt === null || now >= addHours(toldAt, NEWS_HOURS))
}

function reminderTime(
  rule: ReminderRule,
  { startsAt, zone, calendar }: { startsAt: Date; zone: string; calendar: WorkingCalendar },
): Date {
  const { date } = wallTimeIn(startsAt, zone)
  const day = rule === 'week' ? addLocalDays(date, -WEEK_DAYS) : lastWorkingDayBefore(date, calendar)
  return resolveWallTime({ date: day, time: REMINDER_TIME, zone }).instant
}

function lastWorkingDayBefore(date: LocalDate, calendar: WorkingCalendar): LocalDate {
  for (let back = 1; back <= MOST_DAYS_BACK; back += 1) {
    const day = addLocalDays(date, -back)
    if (isWorkingDay(day, calendar)) return day
  }
  return addLocalDays(date, -1)
}

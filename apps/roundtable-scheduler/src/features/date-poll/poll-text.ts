import type { DatePoll, PolledDate } from '@sixfold/contract/date-polls'
import type { UiLanguage } from '@sixfold/contract/words'
import { addLocalDays, type LocalDate } from '@sixfold/domain/local-date'

/**
 * A day as the tables of a poll show it.
 *
 * @example dayText('2026-12-10', 'en') // 'Thu 10 Dec 2026'
 */
export function dayText(date: LocalDate, language: UiLanguage): string {
  return new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(date))
}

/** @example hoursText({ startTime: '08:30', endTime: '12:00' }) // '08:30–12:00' */
export const hoursText = ({ startTime, endTime }: Pick<PolledDate, 'startTime' | 'endTime'>): string =>
  `${startTime}–${endTime}`

export function dateText(date: PolledDate, language: UiLanguage): string {
  return `${dayText(date.date, language)}, ${hoursText(date)}`
}

const DAYS_TO_ANSWER = 10
const REMINDER_DAYS_BEFORE = 3
const WEEK = 7

/**
 * What the form of a new poll begins with: the event's own day and the same day a week later, ten days to answer where
 * there is time for it.
 *
 * @example newPoll({ date: '2026-12-10', startTime: '08:30', endTime: '12:00' }, '2026-11-01')
 *   // { dates: [10 December, 17 December], answerBy: '2026-11-11', remindOn: '2026-11-08' }
 */
export function newPoll(
  { date, startTime, endTime }: Pick<PolledDate, 'date' | 'startTime' | 'endTime'>,
  today: LocalDate,
) {
  const wanted = addLocalDays(today, DAYS_TO_ANSWER)
  const dayBefore = addLocalDays(date, -1)
  const answerBy = wanted < dayBefore ? wanted : dayBefore > today ? dayBefore : date
  return {
    dates: [date, addLocalDays(date, WEEK)].map(day => ({ date: day, startTime, endTime })),
    answerBy,
    remindOn: reminderDay(answerBy, today) ?? '',
  }
}

function reminderDay(answerBy: LocalDate, today: LocalDate): LocalDate | null {
  const day = addLocalDays(answerBy, -REMINDER_DAYS_BEFORE)
  return day > today ? day : null
}

/** The dates in the order of time. */
export function inOrder({ dates }: DatePoll): PolledDate[] {
  return dates.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

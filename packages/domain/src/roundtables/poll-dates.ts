import { min } from 'date-fns/min'
import { requireThat } from '../checks.ts'
import type { LocalDate } from '../local-date.ts'
import { roundtableTimes } from '../roundtable-times.ts'
import type { TimeOfDay } from '../wall-time.ts'
import { resolveWallTime } from '../wall-time.ts'
import type { PollOption } from './date-poll.ts'

/** A date that is asked about, in wall times of the poll's zone. */
export interface PollDate {
  date: LocalDate
  startTime: TimeOfDay
  endTime: TimeOfDay
}

export interface ResolvedPollDate extends PollDate, PollOption {
  /** What people must know of its time, as of an event's. */
  notice: 'gap' | 'overlap' | 'unknown_zone' | null
}

export type PollDatesFault = 'ends_before_start' | 'twice' | 'answer_after_first'

/**
 * The instants of the dates of a poll, in their order, and when its last answer is taken: at the end of the day to answer
 * by, at the first start at the latest. The id of a date is made of its wall time, so that a date that was moved is another one.
 *
 * `at`: the place of the date that is at fault.
 *
 * @throws RangeError for no dates.
 * @example pollDates({ dates: [{ date: '2027-03-09', startTime: '08:30', endTime: '12:00' }], answerBy: '2027-03-01',
 *   zone: 'Asia/Ho_Chi_Minh', fallbackZone: 'UTC' })
 *   // { ok: true, options: [{ id: '2027-03-09-0830-1200', startsAt: 2027-03-09T01:30Z, ... }], closesAt: 2027-03-01T17:00Z, ... }
 */
export function pollDates({
  dates,
  answerBy,
  zone,
  fallbackZone,
}: {
  dates: readonly PollDate[]
  answerBy: LocalDate
  zone: string
  fallbackZone: string
}):
  | { ok: true; options: ResolvedPollDate[]; closesAt: Date; usedZone: string }
  | { ok: false; reason: PollDatesFault; at: number } {
  requireThat(dates.length > 0, 'a poll asks about at least one date')
  const seen = new Set<string>()
  const options: ResolvedPollDate[] = []
  const ends: Date[] = []
  let usedZone = zone
  for (const [at, { date, startTime, endTime }] of dates.entries()) {
    const id = pollDateId({ date, startTime, endTime })
    if (seen.has(id)) return { ok: false, reason: 'twice', at }
    seen.add(id)
    const resolved = roundtableTimes({ date, startTime, endTime, answerBy, zone, fallbackZone })
    if (!resolved.ok)
      return {
        ok: false,
        reason: resolved.reason === 'answer_after_event' ? 'answer_after_first' : resolved.reason,
        at,
      }
    const { startsAt, endsAt, acceptUntil, notice } = resolved.times
    usedZone = resolved.times.usedZone
    ends.push(acceptUntil)
    options.push({ id, date, startTime, endTime, startsAt, endsAt, notice })
  }
  options.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1))
  return { ok: true, options, closesAt: min(ends), usedZone }
}

/** @example pollDateId({ date: '2027-03-09', startTime: '08:30', endTime: '12:00' }) // '2027-03-09-0830-1200' */
export function pollDateId({ date, startTime, endTime }: PollDate): string {
  return `${date}-${startTime.replace(':', '')}-${endTime.replace(':', '')}`
}

/** People are reminded in the morning; the contact policy moves it into each one's own hours. */
const REMINDER_TIME = '09:00'

/** @example pollReminderAt({ remindOn: '2027-02-26', zone: 'Asia/Ho_Chi_Minh' }) // 2027-02-26T02:00Z */
export function pollReminderAt({ remindOn, zone }: { remindOn: LocalDate; zone: string }): Date {
  return resolveWallTime({ date: remindOn, time: REMINDER_TIME, zone }).instant
}

import { dayKind, type WorkingCalendar } from '../calendar/working-days.ts'
import { requireInstant } from '../checks.ts'
import { addLocalDays, type LocalDate } from '../local-date.ts'
import { resolveWallTime, wallTimeIn } from '../wall-time.ts'

/**
 * Within which somebody who asks about the own data is answered (working days) and what was asked is carried out (days).
 * Source: Vietnam, Law 91/2025/QH15 and Decree 356/2025; stricter than the month of the GDPR (art. 12), so it serves for all.
 */
export const ANSWER_WORKING_DAYS = 2
export const CARRY_OUT_DAYS = 15

export interface DataRequestClocks {
  /** The instant at which the last day for an answer has ended. */
  answerBy: Date
  /** The same for carrying it out. */
  carryOutBy: Date
}

/**
 * The clocks of a request that came at `askedAt`, in the zone and calendar of the contact's region. The day on which it came
 * does not count; quiet days are worked, and count. However many holidays there are, it is answered before it is carried out.
 *
 * @throws RangeError when `askedAt` is no instant
 * @example dataRequestClocks({ askedAt: new Date('2026-11-20T03:00:00Z'), zone: 'Asia/Ho_Chi_Minh', calendar })
 *   // a Friday: answerBy 2026-11-24T17:00Z (the end of Tuesday), carryOutBy 2026-12-05T17:00Z
 */
export function dataRequestClocks({
  askedAt,
  zone,
  calendar,
}: {
  askedAt: Date
  zone: string
  calendar: WorkingCalendar
}): DataRequestClocks {
  requireInstant('askedAt', askedAt)
  const { date } = wallTimeIn(askedAt, zone)
  const last = addLocalDays(date, CARRY_OUT_DAYS)
  let day = date
  for (let worked = 0; worked < ANSWER_WORKING_DAYS && day < last; ) {
    day = addLocalDays(day, 1)
    if (isWorked(day, calendar)) worked += 1
  }
  return { answerBy: endOfDay(day, zone), carryOutBy: endOfDay(last, zone) }
}

function isWorked(date: LocalDate, calendar: WorkingCalendar): boolean {
  const { kind } = dayKind(date, calendar)
  return kind === 'working' || kind === 'half' || kind === 'quiet'
}

function endOfDay(date: LocalDate, zone: string): Date {
  return resolveWallTime({ date: addLocalDays(date, 1), time: '00:00', zone }).instant
}

import { addLocalDays, addLocalMonths, type LocalDate } from './local-date.ts'
import { resolveWallTime, wallTimeIn } from './wall-time.ts'

/** For how many months answers keep a name, by revision, as the house and a survey said; null: they say nothing of it. */
export interface RetentionHistory {
  house: Readonly<Record<number, number | null>>
  survey: Readonly<Record<number, number | null>>
}

/** The survey's own time goes before that of the house. Null: no end was promised. */
export function retentionMonths({
  house,
  survey,
}: Record<'house' | 'survey', number | null | undefined>): number | null {
  return survey ?? house ?? null
}

/**
 * The months that were promised by the notice that a response stores, whatever a later notice says. Null: no notice was shown,
 * or none that set an end, and the answers keep their name.
 *
 * @example promisedMonths('3.1', { house: { 3: 24 }, survey: { 1: 12 } }) // 12
 */
export function promisedMonths(
  notice: string | undefined,
  { house, survey }: RetentionHistory,
): number | null {
  const [ofHouse, ofSurvey] = (notice ?? '').split('.').map(Number)
  return retentionMonths({ house: house[ofHouse ?? 0], survey: survey[ofSurvey ?? 0] })
}

/**
 * The day on which answers lose their name: so many months after the day of `since` in the zone, or the last day of that month
 * where it has no such day.
 *
 * @param since when the answers were sent; of a draft the end of the wave
 * @throws RangeError when `since` is no instant
 * @example namelessOn({ since: new Date('2026-01-30T18:00:00Z'), months: 1, zone: 'Asia/Ho_Chi_Minh' }) // '2026-02-28': sent on the 31st
 */
export function namelessOn({
  since,
  months,
  zone,
}: {
  since: Date
  months: number
  zone: string
}): LocalDate {
  return addLocalMonths(wallTimeIn(since, zone).date, months)
}

/** Whether that day has come; it begins at midnight in the zone. */
export function isTimeUp({ now, ...promise }: { now: Date } & Parameters<typeof namelessOn>[0]): boolean {
  return namelessOn(promise) <= wallTimeIn(now, promise.zone).date
}

/** Months differ by at most three days, and zones by little more than one. */
const ROOM_DAYS = 5

/** An instant after which nothing was sent whose time can be up, in any zone: to look at no more than may be. */
export function latestSending({ now, months }: { now: Date; months: number }): Date {
  const day = addLocalMonths(wallTimeIn(now, 'UTC').date, -months)
  return resolveWallTime({ date: addLocalDays(day, ROOM_DAYS), time: '00:00', zone: 'UTC' }).instant
}

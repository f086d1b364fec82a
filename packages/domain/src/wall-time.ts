import { requireInstant, requireThat } from './checks.ts'
import { type LocalDate, startOfUtcDay } from './local-date.ts'
import { clockOf, type ZoneClock } from './zone-clock.ts'

const MINUTE = 60_000
const DAY = 86_400_000
/** Years beyond four digits are written longer. */
const ISO_LENGTH = '2026-01-01T00:00:00.000Z'.length
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

/** `HH:mm` on a 24-hour clock, 00:00 to 23:59. */
export type TimeOfDay = string

export type ResolvedWallTime = {
  instant: Date
  /** `gap`: no clock in the zone showed this time. `overlap`: clocks showed it twice; the first is taken. */
  kind: 'exact' | 'gap' | 'overlap'
  /** Set when the zone is not known here and the fallback zone was used instead: show a warning. */
  unknownZone?: true
}

export type WallTime = {
  date: LocalDate
  time: TimeOfDay
  /** Minutes ahead of UTC; whole in every zone since 1972. */
  offsetMinutes: number
  /** The zone that was used: the fallback zone when `unknownZone` is set. */
  zone: string
  unknownZone?: true
}

/**
 * The instant at which clocks in a zone show a wall time. The only place that does this.
 *
 * A time that does not exist (spring gap, skipped day) is read with the offset before the gap, and one that happens
 * twice is the first of the two (RFC 5545, 3.3.5). The answer does not depend on the zone of the host.
 * An unknown zone is read as `fallbackZone` (UTC if none) and reported, never thrown.
 *
 * @throws RangeError for a day or a time that no calendar or clock has, such as 30 February or 24:00.
 * @example resolveWallTime({ date: '2026-06-01', time: '09:00', zone: 'Asia/Ho_Chi_Minh' })
 *   // { instant: 2026-06-01T02:00:00Z, kind: 'exact' }
 * @example resolveWallTime({ date: '2026-03-08', time: '02:30', zone: 'America/New_York' })
 *   // { instant: 2026-03-08T07:30:00Z, kind: 'gap' }
 * @example resolveWallTime({ date: '2026-11-01', time: '01:30', zone: 'America/New_York' })
 *   // { instant: 2026-11-01T05:30:00Z, kind: 'overlap' }
 */
export function resolveWallTime(wall: {
  date: LocalDate
  time: TimeOfDay
  zone: string
  fallbackZone?: string | undefined
}): ResolvedWallTime {
  requireThat(isTimeOfDay(wall.time), `not a time of day (HH:mm): ${wall.time}`)
  const { clock, unknown } = clockOf(wall.zone, wall.fallbackZone)
  const shown = startOfUtcDay(wall.date) + minutesOfDay(wall.time) * MINUTE
  const { time, kind } = timeShown(clock, shown)
  return { instant: new Date(time), kind, ...(unknown && { unknownZone: true }) }
}

/** When a clock shows a wall time, given as the instant at which UTC shows it. */
function timeShown(clock: ZoneClock, shown: number): { time: number; kind: ResolvedWallTime['kind'] } {
  const before = clock.offsetMs(shown - DAY)
  const after = clock.offsetMs(shown + DAY)
  const fits = (offset: number) => clock.offsetMs(shown - offset) === offset
  if (before === after && fits(before)) return { time: shown - before, kind: 'exact' }
  const times = [before, after].filter(fits).map(offset => shown - offset)
  if (times.length === 0) return { time: shown - before, kind: 'gap' }
  return { time: Math.min(...times), kind: times.length === 1 ? 'exact' : 'overlap' }
}

/**
 * What clocks in a zone show at an instant; seconds are cut off. The inverse of `resolveWallTime`.
 *
 * @example wallTimeIn(new Date('2026-06-01T02:00:00Z'), 'Asia/Ho_Chi_Minh')
 *   // { date: '2026-06-01', time: '09:00', offsetMinutes: 420, zone: 'Asia/Ho_Chi_Minh' }
 */
export function wallTimeIn(instant: Date, zone: string, fallbackZone?: string): WallTime {
  requireInstant('instant', instant)
  const { clock, unknown } = clockOf(zone, fallbackZone)
  const offset = clock.offsetMs(instant.getTime())
  const shown = new Date(instant.getTime() + offset).toISOString()
  requireThat(shown.length === ISO_LENGTH, 'the instant lies outside the years 0000 to 9999')
  return {
    date: shown.slice(0, 10),
    time: shown.slice(11, 16),
    offsetMinutes: offset / MINUTE,
    zone: clock.zone,
    ...(unknown && { unknownZone: true }),
  }
}

/**
 * The calendar day that clocks in a zone show, counted in days since 1970-01-01: for gaps between many instants, where
 * writing each day out would cost more than all the rest.
 *
 * @example localDayNumber(new Date('1970-01-01T20:00:00Z'), clockOf('Asia/Ho_Chi_Minh').clock) // 1: it is 2 January there
 */
export function localDayNumber(instant: Date, clock: ZoneClock): number {
  const time = instant.getTime()
  return Math.floor((time + clock.offsetMs(time)) / DAY)
}

/** The first instant of a day that is counted so; where clocks leave out midnight, the first that they show. */
export function startOfLocalDay(day: number, clock: ZoneClock): Date {
  return new Date(timeShown(clock, day * DAY).time)
}

/**
 * Minutes by which clocks in a zone are ahead of UTC at an instant.
 *
 * @example offsetAt(new Date('2026-07-01T00:00:00Z'), 'Asia/Kathmandu') // 345
 */
export function offsetAt(instant: Date, zone: string, fallbackZone?: string): number {
  return wallTimeIn(instant, zone, fallbackZone).offsetMinutes
}

/** @example isTimeOfDay('24:00') // false */
export function isTimeOfDay(time: string): boolean {
  return TIME.test(time)
}

/** @example minutesOfDay('08:30') // 510 */
export function minutesOfDay(time: TimeOfDay): number {
  requireThat(isTimeOfDay(time), `not a time of day (HH:mm): ${time}`)
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

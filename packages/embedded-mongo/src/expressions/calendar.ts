import { refused } from '../errors.ts'
import { instantOf, type Zone } from './zones.ts'

export const DAY = 86_400_000
export const UNITS = [
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
] as const
export type Unit = (typeof UNITS)[number]

/** The length of units that are always the same. */
export const MILLISECONDS: Partial<Record<Unit, number>> = {
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
}
const MONTHS: Partial<Record<Unit, number>> = { year: 12, quarter: 3, month: 1 }
const DAYS: Partial<Record<Unit, number>> = { week: 7, day: 1 }

/** The reference of `$dateTrunc`: 2000-01-01, a Saturday. */
const REFERENCE = Date.UTC(2000, 0, 1)

const monthsOf = (wall: number) => new Date(wall).getUTCFullYear() * 12 + new Date(wall).getUTCMonth()
const daysOf = (wall: number) => Math.floor(wall / DAY)
/** 1970-01-01 was a Thursday; 0 is Sunday. */
export const weekdayOf = (wall: number) => (((daysOf(wall) + 4) % 7) + 7) % 7
const weeksOf = (wall: number, startOfWeek: number) => Math.floor((daysOf(wall) + 4 - startOfWeek) / 7)
const wallOfMonth = (months: number) => {
  const date = new Date(0)
  return date.setUTCFullYear(Math.floor(months / 12), ((months % 12) + 12) % 12, 1)
}

export function addUnits(instant: number, unit: Unit, amount: number, zone: Zone): number {
  const fixed = MILLISECONDS[unit]
  if (fixed !== undefined) return instant + amount * fixed
  const wall = instant + zone(instant)
  const days = DAYS[unit]
  if (days !== undefined) return instantOf(wall + amount * days * DAY, zone)
  const first = wallOfMonth(monthsOf(wall) + amount * (MONTHS[unit] ?? 1))
  const lastDay = daysOf(wallOfMonth(monthsOf(first) + 1)) - daysOf(first)
  const day = Math.min(new Date(wall).getUTCDate(), lastDay)
  return instantOf(first + (day - 1) * DAY + (wall - daysOf(wall) * DAY), zone)
}

/** How many boundaries of a unit lie between two instants. */
export function unitsBetween(
  start: number,
  end: number,
  unit: Unit,
  zone: Zone,
  startOfWeek: number,
): number {
  const offsets = [zone(start), zone(end)] as const
  const [from, to] = [start + offsets[0], end + offsets[1]]
  const months = MONTHS[unit]
  if (months !== undefined) return Math.floor(monthsOf(to) / months) - Math.floor(monthsOf(from) / months)
  if (unit === 'week') return weeksOf(to, startOfWeek) - weeksOf(from, startOfWeek)
  if (unit === 'day') return daysOf(to) - daysOf(from)
  const length = MILLISECONDS[unit] ?? 1
  if (unit === 'hour')
    return Math.floor(to / length) - Math.floor(from / length) - (offsets[1] - offsets[0]) / length
  return Math.floor(end / length) - Math.floor(start / length)
}

/** The beginning of the bin of `size` units an instant lies in. */
export function truncate(instant: number, unit: Unit, size: number, zone: Zone, startOfWeek: number): number {
  const floor = (distance: number) => Math.floor(distance / size) * size
  const fixed = MILLISECONDS[unit]
  if (fixed !== undefined) {
    if (zone(instant) % (fixed * size) !== 0 && unit !== 'millisecond')
      throw refused('$dateTrunc by this unit in this time zone')
    return instant - ((((instant - REFERENCE) % (fixed * size)) + fixed * size) % (fixed * size))
  }
  const wall = instant + zone(instant)
  if (unit === 'day') return instantOf(REFERENCE + floor(daysOf(wall) - daysOf(REFERENCE)) * DAY, zone)
  if (unit === 'week') {
    const first = REFERENCE + ((startOfWeek - weekdayOf(REFERENCE) + 7) % 7) * DAY
    return instantOf(first + floor(weeksOf(wall, startOfWeek) - weeksOf(first, startOfWeek)) * 7 * DAY, zone)
  }
  const months = MONTHS[unit] ?? 1
  const distance = Math.floor((monthsOf(wall) - monthsOf(REFERENCE)) / months)
  return instantOf(wallOfMonth(monthsOf(REFERENCE) + floor(distance) * months), zone)
}

export function dayOfYear(wall: number): number {
  return daysOf(wall) - daysOf(wallOfMonth(new Date(wall).getUTCFullYear() * 12)) + 1
}

/** The ISO week and the year it belongs to: the year of the week's Thursday. */
export function isoWeekOf(wall: number): { week: number; year: number } {
  const thursday = wall + (4 - (weekdayOf(wall) || 7)) * DAY
  return { week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1, year: new Date(thursday).getUTCFullYear() }
}

/** Weeks begin on Sunday; the days before the first Sunday are week 0. */
export const sundayWeekOf = (wall: number) => Math.floor((dayOfYear(wall) - 1 + 7 - weekdayOf(wall)) / 7)

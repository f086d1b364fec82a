import type { Roundtable } from '@sixfold/contract/roundtables'
import type { UiLanguage } from '@sixfold/contract/words'
import type { LocalDate } from '@sixfold/domain/local-date'
import { textIn } from '@sixfold/domain/local-text'
import { wallTimeIn } from '@sixfold/domain/wall-time'

const locales: Record<UiLanguage, string> = { en: 'en-GB', vi: 'vi-VN' }

type Length = 'short' | 'day' | 'full' | 'long'

const formats: Record<Length, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long' },
  long: { weekday: 'short', day: 'numeric', month: 'short' },
}

/**
 * A calendar day in words; it is the same day for every reader.
 *
 * @example dayText('2026-12-10', 'en', 'full') // 'Thursday 10 December'
 */
export function dayText(date: LocalDate, language: UiLanguage, length: Length): string {
  // In Vietnamese the short month would read "thg 12"; figures are what people write.
  const format: Intl.DateTimeFormatOptions =
    language === 'vi' && length === 'short' ? { day: 'numeric', month: 'numeric' } : formats[length]
  return new Intl.DateTimeFormat(locales[language], { ...format, timeZone: 'UTC' }).format(new Date(date))
}

/** @example weekdayText(2, 'en') // 'Tuesday' */
export function weekdayText(weekday: number, language: UiLanguage): string {
  // 5 January 2026 is a Monday.
  const day = new Date(Date.UTC(2026, 0, 4 + weekday))
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' }).format(day)
}

/** The months of a year's axis. */
export function monthText(month: number, language: UiLanguage): string {
  if (language === 'vi') return `Th ${month}`
  return new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, month - 1, 1)),
  )
}

export const titleOf = (event: Pick<Roundtable, 'title'>, language: UiLanguage): string =>
  textIn(event.title, language, language === 'en' ? 'vi' : 'en')

/**
 * Hours and zone as the event's own clocks show them; an unknown zone is read as `fallbackZone`.
 *
 * @example hoursText(event, 'Asia/Ho_Chi_Minh') // '08:30–12:00 (Asia/Ho_Chi_Minh, UTC+7)'
 */
export function hoursText(
  { startsAt, endsAt, zone }: Pick<Roundtable, 'startsAt' | 'endsAt' | 'zone'>,
  fallbackZone: string,
): string {
  const start = wallTimeIn(new Date(startsAt), zone, fallbackZone)
  const end = wallTimeIn(new Date(endsAt), zone, fallbackZone)
  return `${start.time}–${end.time} (${start.zone.replaceAll('_', ' ')}, ${offsetText(start.offsetMinutes)})`
}

/** @example offsetText(345) // 'UTC+5:45' */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`
}

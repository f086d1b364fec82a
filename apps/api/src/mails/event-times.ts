import type { UiLanguage } from '@sixfold/contract/words'

const locales: Record<UiLanguage, string> = { en: 'en-GB', vi: 'vi-VN' }

/**
 * Day, hours and zone of an event as a letter says them, in the event's own zone.
 *
 * @example eventTimes({ startsAt, endsAt, zone: 'Asia/Ho_Chi_Minh' }, 'en')
 *   // { date: 'Thursday 10 December 2026', time: '08:30–12:00', zone: 'Indochina Time, UTC+7' }
 */
export function eventTimes(
  { startsAt, endsAt, zone: timeZone }: { startsAt: Date; endsAt: Date; zone: string },
  language: UiLanguage,
): { date: string; time: string; zone: string } {
  const locale = locales[language]
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return {
    date: dayText(startsAt, timeZone, language),
    time: `${clock.format(startsAt)}–${clock.format(endsAt)}`,
    zone: `${zonePart(startsAt, timeZone, locale, 'long')}, ${offsetPart(startsAt, timeZone)}`,
  }
}

/**
 * A zone by name, on whose clock several moments are said: without the offset where it is another for some of them.
 *
 * @example zoneText([march, april], 'Europe/Berlin', 'en') // 'Central European Time'
 */
export function zoneText(instants: readonly Date[], timeZone: string, language: UiLanguage): string {
  const names = new Set(
    instants.map(at => eventTimes({ startsAt: at, endsAt: at, zone: timeZone }, language).zone),
  )
  const [name = timeZone] = names
  const [first] = instants
  return names.size > 1 && first ? zonePart(first, timeZone, locales[language], 'longGeneric') : name
}

/** @example dayText(startsAt, 'Asia/Ho_Chi_Minh', 'vi') // 'Thứ Năm, 10 tháng 12, 2026' */
export function dayText(instant: Date, timeZone: string, language: UiLanguage): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(instant)
}

/**
 * The same with the offset of its zone, for a deadline that people in other zones must keep.
 *
 * @example momentThere(instant, 'Europe/Berlin', 'en') // 'Wednesday 25 November 2026, 10:07 (UTC+1)'
 */
export function momentThere(instant: Date, timeZone: string, language: UiLanguage): string {
  return `${momentText(instant, timeZone, language)} (${offsetPart(instant, timeZone)})`
}

const offsetPart = (instant: Date, timeZone: string) =>
  zonePart(instant, timeZone, 'en-GB', 'shortOffset').replace('GMT', 'UTC')

function zonePart(
  instant: Date,
  timeZone: string,
  locale: string,
  timeZoneName: 'long' | 'longGeneric' | 'shortOffset',
): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(instant)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** @example momentText(instant, 'Asia/Ho_Chi_Minh', 'en') // 'Monday 24 August 2026, 09:00' */
export function momentText(instant: Date, timeZone: string, language: UiLanguage): string {
  const { date, time } = eventTimes({ startsAt: instant, endsAt: instant, zone: timeZone }, language)
  return `${date}, ${time.split('–')[0]}`
}

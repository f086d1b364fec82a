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
    zone: `${zonePart(startsAt, timeZone, locale, 'long')}, ${zonePart(startsAt, timeZone, 'en-GB', 'shortOffset').replace('GMT', 'UTC')}`,
  }
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

function zonePart(
  instant: Date,
  timeZone: string,
  locale: string,
  timeZoneName: 'long' | 'shortOffset',
): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(instant)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** @example momentText(instant, 'Asia/Ho_Chi_Minh', 'en') // 'Monday 24 August 2026, 09:00' */
export function momentText(instant: Date, timeZone: string, language: UiLanguage): string {
  const { date, time } = eventTimes({ startsAt: instant, endsAt: instant, zone: timeZone }, language)
  return `${date}, ${time.split('–')[0]}`
}

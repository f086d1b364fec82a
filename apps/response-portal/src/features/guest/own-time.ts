import type { UiLanguage } from '@sixfold/contract/words'

interface Span {
  startsAt: string
  endsAt: string
}

/** What the page leaves for the script that fills in the reader's own time. */
export interface OwnTime extends Span {
  zone: string
  language: UiLanguage
}

/** The attribute that carries it, as JSON. */
export const OWN_TIME = 'data-own-time'

/**
 * The event on the reader's own clock; null where that shows the same as the event's.
 *
 * @example ownTime(event, 'Asia/Ho_Chi_Minh', 'Europe/Berlin', 'en') // 'Thursday 10 December, 02:30–06:00'
 */
export function ownTime(
  { startsAt, endsAt }: Span,
  zone: string,
  readerZone: string,
  language: UiLanguage,
): string | null {
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB'
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const day = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' })
  const shown = (timeZone: string) =>
    `${day(timeZone).format(new Date(startsAt))}, ${clock(timeZone).format(new Date(startsAt))}–${clock(timeZone).format(new Date(endsAt))}`
  const own = shown(readerZone)
  return own === shown(zone) ? null : own
}

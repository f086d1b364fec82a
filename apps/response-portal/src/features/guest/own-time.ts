import type { UiLanguage } from '@sixfold/contract/words'
import { useEffect, useState } from 'react'

interface Span {
  startsAt: string
  endsAt: string
}

/** The event on the reader's own clock, where that shows another time than the event's; null until the browser says. */
export function useOwnTime(event: Span, zone: string, language: UiLanguage): string | null {
  const [own, setOwn] = useState<string | null>(null)
  const { startsAt, endsAt } = event
  useEffect(() => {
    setOwn(ownTime({ startsAt, endsAt }, zone, Intl.DateTimeFormat().resolvedOptions().timeZone, language))
  }, [startsAt, endsAt, zone, language])
  return own
}

/** @example ownTime(event, 'Asia/Ho_Chi_Minh', 'Europe/Berlin', 'en') // 'Thursday 10 December, 02:30–06:00' */
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

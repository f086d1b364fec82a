import { locales } from '@sixfold/contract/number-text'
import type { UiLanguage } from '@sixfold/contract/words'

export { formatChange, formatNumber, formatShare } from '@sixfold/contract/number-text'

/**
 * Money in its currency (ISO 4217), without the small change when there is none.
 *
 * @example formatMoney(1250.5, 'EUR', 'en') // '€1,250.50'
 */
export function formatMoney(value: number, currency: string, language: UiLanguage): string {
  return new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(value)
}

/**
 * A quarter as it is written everywhere.
 *
 * @example formatQuarter({ year: 2026, quarter: 3 }) // '2026-Q3'
 */
export function formatQuarter({ year, quarter }: { year: number; quarter: number }): string {
  return `${year}-Q${quarter}`
}

const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone

export interface InstantOptions {
  /** The zone the instant belongs to; it is named when it is not the reader's own. */
  zone?: string
  /** The reader's zone; the browser's unless a test says otherwise. */
  readerZone?: string
  show?: 'date' | 'time' | 'both'
}

/**
 * An instant in the zone it belongs to.
 *
 * @example
 * formatInstant('2026-11-19T03:41:00Z', 'en', { zone: 'Asia/Ho_Chi_Minh', readerZone: 'Asia/Ho_Chi_Minh' }) // '19 Nov 2026, 10:41'
 * formatInstant('2026-11-19T03:41:00Z', 'vi', { zone: 'Asia/Ho_Chi_Minh', readerZone: 'UTC' }) // '10:41 19/11/2026 (GMT+7)'
 */
export function formatInstant(instant: string, language: UiLanguage, options: InstantOptions = {}): string {
  const { zone = zoneHere(), readerZone = zoneHere(), show = 'both' } = options
  const date = new Date(instant)
  const day: Intl.DateTimeFormatOptions =
    language === 'vi'
      ? { day: '2-digit', month: '2-digit', year: 'numeric' }
      : { day: 'numeric', month: 'short', year: 'numeric' }
  const text = new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    ...(show === 'time' ? {} : day),
    ...(show === 'date' ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' as const }),
  }).format(date)
  return sameZone(zone, readerZone) || show === 'date' ? text : `${text} (${zoneName(date, zone)})`
}

/** Browsers call some zones by an old name of theirs: `Asia/Saigon` is `Asia/Ho_Chi_Minh`. */
function sameZone(one: string, other: string): boolean {
  return one === other || canonicalName(one) === canonicalName(other)
}

function canonicalName(timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
}

function zoneName(date: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).formatToParts(date)
  return parts.find(part => part.type === 'timeZoneName')?.value ?? zone
}

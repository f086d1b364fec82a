import type { UiLanguage } from '@sixfold/contract/words'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/**
 * A calendar day in words, the same in the server's rendering and in every browser.
 *
 * @example dayText('2026-11-30', 'en') // '30 November 2026'
 * @example dayText('2026-11-30', 'vi') // '30/11/2026'
 */
export function dayText(day: string, language: UiLanguage): string {
  const [year = '', month = '', date = ''] = day.split('-')
  if (language === 'vi') return `${date}/${month}/${year}`
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`
}

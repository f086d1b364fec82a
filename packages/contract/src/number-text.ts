import type { UiLanguage } from './words.ts'

/** How each language of the screens writes numbers and days. */
export const locales: Record<UiLanguage, string> = { en: 'en-GB', vi: 'vi-VN' }

/**
 * A number for reading, rounded to `digits` places.
 *
 * @example
 * formatNumber(12345.678, 'en', 1) // '12,345.7'
 * formatNumber(12345.678, 'vi', 1) // '12.345,7'
 */
export function formatNumber(value: number, language: UiLanguage, digits = 0): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits }).format(value)
}

/**
 * A share between 0 and 1 as a whole percent.
 *
 * @example formatShare(0.714, 'en') // '71%'
 */
export function formatShare(share: number, language: UiLanguage, digits = 0): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: digits }).format(
    share,
  )
}

/**
 * A change with its sign, the minus as long as the plus.
 *
 * @example formatChange(-17, 'en') // '−17'
 */
export function formatChange(points: number, language: UiLanguage, digits = 0): string {
  const size = formatNumber(Math.abs(points), language, digits)
  if (Number(Math.abs(points).toFixed(digits)) === 0) return size
  return `${points > 0 ? '+' : '−'}${size}`
}

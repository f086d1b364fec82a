import { requireThat, requireWhole } from './checks.ts'

/** The longest complaint, in characters. */
export const LONGEST_COMPLAINT = 4000

/**
 * A complaint as it is kept: one kind of line break, nothing around it.
 *
 * @example complaintText('  Broken.\r\nAgain. ') // 'Broken.\nAgain.'
 */
export function complaintText(typed: string): string {
  return typed.replaceAll(/\r\n?/g, '\n').trim()
}

/**
 * What keeps a text from being a complaint; null: nothing.
 *
 * @example complaintFault('  ') // 'empty'
 */
export function complaintFault(typed: string): 'empty' | 'too_long' | null {
  const text = complaintText(typed)
  if (text === '') return 'empty'
  return text.length > LONGEST_COMPLAINT ? 'too_long' : null
}

/**
 * What a customer quotes: the year in which the case was opened and its number in that year.
 *
 * @throws RangeError when the number is no whole number above zero
 * @example receiptOf(2026, 123) // 'C-2026-000123'
 */
export function receiptOf(year: number, number: number): string {
  requireWhole('number', number)
  requireThat(number > 0, `a receipt's number is above zero, not ${number}`)
  return `C-${year}-${String(number).padStart(6, '0')}`
}

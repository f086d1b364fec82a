import { expect, test } from '@jest/globals'
import { complaintFault, complaintText, LONGEST_COMPLAINT, receiptOf } from './complaints.ts'

test.each([
  ['', 'empty'],
  [' \r\n\t', 'empty'],
  ['The saw stands still.', null],
  ['x'.repeat(LONGEST_COMPLAINT), null],
  [` ${'x'.repeat(LONGEST_COMPLAINT)}\n`, null],
  ['x'.repeat(LONGEST_COMPLAINT + 1), 'too_long'],
])('%# is judged %j', (typed, fault) => {
  expect(complaintFault(typed)).toBe(fault)
})

test('line breaks of every system are one kind', () => {
  expect(complaintText(' a\r\nb\rc\nd ')).toBe('a\nb\nc\nd')
})

test('a receipt tells year and number, and grows when a year has very many', () => {
  expect(receiptOf(2026, 123)).toBe('C-2026-000123')
  expect(receiptOf(2026, 1_234_567)).toBe('C-2026-1234567')
  expect(() => receiptOf(2026, 0)).toThrow(RangeError)
  expect(() => receiptOf(2026, 1.5)).toThrow(RangeError)
})

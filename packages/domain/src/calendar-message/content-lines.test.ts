import { expect, test } from '@jest/globals'
import { escapeText, foldLines, quoteParameter } from './content-lines.ts'

test('escapes what has a meaning, and only that', () => {
  expect(escapeText('a\\b;c,d\r\ne\rf\ng "h": i')).toBe('a\\\\b\\;c\\,d\\ne\\nf\\ng "h": i')
})

test('quotes parameters as RFC 6868 says', () => {
  expect(quoteParameter('Hà "Bi" ^Nguyễn^\nHuế')).toBe(`"Hà ^'Bi^' ^^Nguyễn^^^nHuế"`)
})

test('takes out control characters, so that no line can be smuggled in', () => {
  expect(escapeText('a\u0000b\u007Fc\td')).toBe('abc\td')
  expect(foldLines([`SUMMARY:${escapeText('x\r\nATTENDEE:mailto:other@example.com')}`])).toBe(
    'SUMMARY:x\\nATTENDEE:mailto:other@example.com\r\n',
  )
})

test('folds after exactly 75 octets and never inside a character', () => {
  expect(foldLines(['x'.repeat(75)])).toBe(`${'x'.repeat(75)}\r\n`)
  expect(foldLines(['x'.repeat(76)])).toBe(`${'x'.repeat(75)}\r\n x\r\n`)
  expect(foldLines([`${'x'.repeat(74)}ễ`])).toBe(`${'x'.repeat(74)}\r\n ễ\r\n`)
  expect(foldLines([`${'x'.repeat(72)}👋`])).toBe(`${'x'.repeat(72)}\r\n 👋\r\n`)
})

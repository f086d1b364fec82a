import { describe, expect, test } from '@jest/globals'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { CompiledMessage } from './message.ts'
import { sayMessage } from './message.ts'

const said = (language: string, text: string, values: Record<string, string | number> = {}) =>
  sayMessage(language, compileMessage(text) as CompiledMessage, values)

describe('a compiled message', () => {
  test.each([
    ['Hello', {}, 'Hello'],
    ['Hello {name}, {name}', { name: 'Hà' }, 'Hello Hà, Hà'],
    ['{n, plural, =0 {none} one {# answer} other {# answers}}', { n: 0 }, 'none'],
    ['{n, plural, =0 {none} one {# answer} other {# answers}}', { n: 1 }, '1 answer'],
    ['{n, plural, =0 {none} one {# answer} other {# answers}}', { n: 1234 }, '1,234 answers'],
    [
      '{n, plural, one {# of {total}} other {# of {total, number}}} in all',
      { n: 2, total: 5000 },
      '2 of 5,000 in all',
    ],
    ['{n, plural, other {# {kind, select, a {A #} other {none}}}}', { n: 3, kind: 'a' }, '3 A 3'],
    ['# is no place here', {}, '# is no place here'],
    ['a {missing} value', {}, 'a  value'],
  ])('%s with %j', (text, values, expected) =>
    expect(said('en', text, values as Record<string, string>)).toBe(expected),
  )

  test('writes numbers as its language does, and knows that Vietnamese has one form', () => {
    expect(said('vi', '{n, plural, other {# người}}', { n: 12_345 })).toBe('12.345 người')
    expect(said('vi', '{n, number}', { n: 0.5 })).toBe('0,5')
  })

  test('keeps values as they stand: braces and number signs in them mean nothing', () => {
    expect(said('en', '{a} {n, plural, other {# {a}}}', { a: '{n} #', n: 2 })).toBe('{n} # 2 {n} #')
  })

  test('refuses what no text of ours uses', () => {
    expect(() => said('en', '{at, date}', { at: 1 })).toThrow(RangeError)
  })
})

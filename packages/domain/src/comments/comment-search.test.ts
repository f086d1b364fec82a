import { describe, expect, test } from '@jest/globals'
import { commentWords, matchesSought, soughtByRule, soughtWords } from './comment-search.ts'

const finds = (rule: string, text: string) => matchesSought(commentWords(text), soughtByRule(rule))

describe('a comment is found', () => {
  test.each<[string, string, boolean]>([
    ['giao hang', 'Giao hàng trễ cả tuần', true],
    ['giao hàng', 'Giao hàng trễ cả tuần', true],
    ['giao hàng', 'giao hang tre', true],
    ['giao hãng', 'Giao hàng trễ', false],
    ['ban', 'Cảm ơn bạn', true],
    ['bán', 'Cảm ơn bạn', false],
    ['giáo', 'Giao hàng trễ', false],
    ['late, trễ', 'Hai chuyến trễ', true],
    ['late delivery', 'The delivery was late again', true],
    ['late delivery', 'The delivery came early', false],
    ['deliver', 'Deliveries on time', true],
    ['đơn', 'Số đơn hàng', true],
    ['don', 'Số đơn hàng', true],
    ['', 'Anything', false],
    [' , ;', 'Anything', false],
  ])('%j in %j: %s', (rule, text, found) => expect(finds(rule, text)).toBe(found))

  test('however its letters are composed', () => {
    expect(finds('trễ'.normalize('NFD'), 'Trễ'.normalize('NFC'))).toBe(true)
    expect(finds('trễ'.normalize('NFC'), 'Trễ'.normalize('NFD'))).toBe(true)
  })
})

test('words hold no sign of a pattern', () => {
  expect(soughtWords('a.* (b)|[c] $where')).toEqual(
    ['a', 'b', 'c', 'where'].map(folded => ({ folded, written: null })),
  )
})

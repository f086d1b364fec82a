import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { TextPiece } from './word-difference.ts'
import { wordDifference } from './word-difference.ts'

/** `on the [agreed] day`: what changed stands in brackets. */
const shown = (pieces: readonly TextPiece[]) =>
  pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('')

describe('words that differ', () => {
  test.each([
    ['On the agreed day', 'On the promised day', 'On the [agreed] day', 'On the [promised] day'],
    ['Giao hàng đúng ngày', 'Giao hàng đúng hẹn', 'Giao hàng đúng [ngày]', 'Giao hàng đúng [hẹn]'],
    [
      'How satisfied are you',
      'How happy or unhappy are you',
      'How [satisfied] are you',
      'How [happy or unhappy] are you',
    ],
    ['Delivery', 'Delivery, overall', 'Delivery', 'Delivery[, overall]'],
    ['on  time', 'on time', 'on[  ]time', 'on[ ]time'],
    ['納品は正確でしたか', '納品は迅速でしたか', '納品は[正確]でしたか', '納品は[迅速]でしたか'],
    ['', 'New', '', '[New]'],
    ['same', 'same', 'same', 'same'],
    ['', '', '', ''],
  ])('%j and %j', (before, after, old, now) => {
    const difference = wordDifference(before, after)
    expect([shown(difference.before), shown(difference.after)]).toEqual([old, now])
  })

  test('laws: nothing is lost, what is kept is the same on both sides, equal texts have no change', () => {
    const text = fc
      .array(fc.constantFrom('giao', 'hàng', ' ', '  ', ',', 'on', 'time', '納', '\n'), { maxLength: 20 })
      .map(parts => parts.join(''))
    const joined = (pieces: readonly TextPiece[]) => pieces.map(piece => piece.text).join('')
    fc.assert(
      fc.property(text, text, (before, after) => {
        const difference = wordDifference(before, after)
        expect(joined(difference.before)).toBe(before)
        expect(joined(difference.after)).toBe(after)
        const words = (pieces: readonly TextPiece[]) =>
          joined(pieces.filter(({ changed }) => !changed)).replace(/\s/g, '')
        expect(words(difference.before)).toBe(words(difference.after))
        expect(wordDifference(after, after).after.some(({ changed }) => changed)).toBe(false)
      }),
    )
  })

  test('texts of the greatest length are compared at once', () => {
    const long = (word: string) => Array.from({ length: 1_000 }, (_, n) => `${word}${n}`).join(' ')
    const difference = wordDifference(long('a'), long('b'))
    expect(shown(difference.before)).toBe(`[${long('a')}]`)
  })
})

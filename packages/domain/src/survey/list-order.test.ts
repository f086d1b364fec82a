import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { indexAmong, movesBetween } from './list-order.ts'

const letters = (word: string) => [...word]

describe('what was moved between two orders', () => {
  test.each<[string, string, Record<string, string>]>([
    ['abcd', 'abcd', { a: 'no', b: 'no', c: 'no', d: 'no' }],
    ['abcd', 'bcad', { a: 'surely', b: 'no', c: 'no', d: 'no' }],
    ['abcd', 'dabc', { a: 'no', b: 'no', c: 'no', d: 'surely' }],
    ['abc', 'bac', { a: 'maybe', b: 'maybe', c: 'no' }],
    ['abc', 'xazc', { a: 'no', c: 'no' }],
    ['', 'abc', {}],
  ])('%s to %s', (before, after, moves) => {
    expect(Object.fromEntries(movesBetween(letters(before), letters(after)))).toEqual(moves)
  })

  test('one move away from any order is never taken for a move of three others', () => {
    const list = letters('abcdefgh')
    fc.assert(
      fc.property(fc.nat(7), fc.nat(7), (from, to) => {
        const item = list[from] ?? ''
        const others = list.filter(one => one !== item)
        const after = [...others.slice(0, to), item, ...others.slice(to)]
        const moves = movesBetween(list, after)
        expect(moves.get(item)).toBe(from === to ? 'no' : Math.abs(from - to) === 1 ? 'maybe' : 'surely')
      }),
    )
  })
})

describe('a place in another list', () => {
  test.each<[string, string, number, string]>([
    ['abc', 'xabc', 2, 'xabNc'],
    ['abc', 'abcx', 3, 'abcNx'],
    ['abc', 'ac', 2, 'aNc'],
    ['abc', 'xbc', 1, 'xNbc'],
    ['abc', 'bca', 1, 'Nbca'],
    ['abc', 'xyz', 2, 'xyNz'],
    ['abc', 'xabc', 0, 'Nxabc'],
  ])('N at %s, now %s: place %i gives %s', (before, after, index, expected) => {
    const at = indexAmong({ before: letters(before), after: letters(after) }, 'N', index)
    expect([...after.slice(0, at), 'N', ...after.slice(at)].join('')).toBe(expected)
  })
})

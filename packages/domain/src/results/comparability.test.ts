import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Gathering, Wording } from './comparability.ts'
import { comparability } from './comparability.ts'

const plain: Gathering = { n: 100, modes: { web: 100 }, anonymity: 'named', selfSelected: false }
const grade = (over: Partial<Gathering>, wording: Wording = 'same') =>
  comparability({ first: plain, second: { ...plain, ...over }, wording, minimumCell: 5 })

describe('the grade of a comparison', () => {
  test.each<[string, Partial<Gathering>, Wording, string, string[]]>([
    ['like with like', {}, 'same', 'A', []],
    ['few answers', { n: 29 }, 'same', 'B', ['few']],
    ['too few answers', { n: 4 }, 'same', 'D', ['too_few']],
    ['another way of asking', { modes: { web: 50, phone: 50 } }, 'same', 'B', ['modes']],
    ['a little more by phone', { modes: { web: 85, phone: 15 } }, 'same', 'A', []],
    ['without names', { anonymity: 'anonymous' }, 'same', 'B', ['anonymity']],
    ['blind', { anonymity: 'blind' }, 'same', 'B', ['blind']],
    ['an open link', { selfSelected: true }, 'same', 'C', ['self_selected']],
    ['other words', {}, 'reworded', 'C', ['wording']],
    ['a question said to be equivalent', {}, 'equivalent', 'B', ['wording']],
    ['another question', {}, 'different', 'D', ['wording']],
    ['several reasons', { n: 10, selfSelected: true }, 'reworded', 'C', ['few', 'wording', 'self_selected']],
  ])('%s', (_name, over, wording, expected, kinds) => {
    const found = grade(over, wording)
    expect(found.grade).toBe(expected)
    expect(found.reasons.map(({ kind }) => kind)).toEqual(kinds)
  })

  test('waves without answers cannot be compared', () => {
    expect(grade({ n: 0, modes: {} }).grade).toBe('D')
  })

  test('refuses counts that are no counts', () => {
    expect(() => grade({ modes: { web: 0.5 } })).toThrow(RangeError)
  })
})

test('law: the order of the two makes no difference', () => {
  const gathering = fc.record({
    n: fc.nat(200),
    modes: fc.dictionary(fc.constantFrom('web', 'phone'), fc.nat(200)),
    anonymity: fc.constantFrom('named', 'anonymous', 'blind'),
    selfSelected: fc.boolean(),
  }) as fc.Arbitrary<Gathering>
  fc.assert(
    fc.property(gathering, gathering, (first, second) => {
      const one = comparability({ first, second, wording: 'same', minimumCell: 5 })
      expect(comparability({ first: second, second: first, wording: 'same', minimumCell: 5 })).toEqual(one)
    }),
  )
})

import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stayed } from './stayed.ts'

test.each([
  ['abc', 'abc', 'abc'],
  ['abc', 'cab', 'ab'],
  ['abc', 'xaybzc', 'abc'],
  ['abcd', 'dbca', 'bc'],
  ['abc', '', ''],
  ['', 'abc', ''],
])('from %s to %s: %s kept their order', (before, after, kept) => {
  expect([...stayed([...before], [...after])].sort().join('')).toBe(kept)
})

test('law: what stayed is in the order of both, and one move moves one', () => {
  const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 })
  fc.assert(
    fc.property(list, list, fc.nat(7), fc.nat(7), (before, after, from, to) => {
      const kept = stayed(before, after)
      expect(before.filter(id => kept.has(id))).toEqual(after.filter(id => kept.has(id)))
      const moved = [...before]
      moved.splice(to % before.length, 0, ...moved.splice(from % before.length, 1))
      expect(stayed(before, moved).size).toBeGreaterThanOrEqual(before.length - 1)
    }),
  )
})

import { expect, test } from '@jest/globals'
import { changeWord, shownPoints } from './change-word.ts'

test.each([
  [9, false, 'higher'],
  [9, true, 'higherChance'],
  [-9, false, 'lower'],
  [-9, true, 'lowerChance'],
  [1.9, true, 'same'],
  [-2, true, 'lowerChance'],
  [-1, false, 'lower'],
])('%d points, chance %s: %s', (points, chance, word) => {
  expect(changeWord({ change: { points, chance }, trendBroken: false })).toBe(word)
})

test('without anything to compare with it says why', () => {
  expect(changeWord({ change: null, trendBroken: false })).toBe('noBefore')
  expect(changeWord({ change: null, trendBroken: true })).toBe('broken')
})

test('points add up with the shares that are read beside them', () => {
  expect(shownPoints(31.5, -20.5)).toBe(32 - 52)
  expect(shownPoints(48.4, -4.4)).toBe(48 - 53)
  expect(shownPoints(62, 0)).toBe(0)
})

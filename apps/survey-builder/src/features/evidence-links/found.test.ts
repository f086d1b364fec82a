import { expect, test } from '@jest/globals'
import { digitsOf, foundIn, winsMore } from './found.ts'

test('a relation is found where its interval leaves zero out', () => {
  const of = (low: number, high: number) =>
    foundIn({ correlation: (low + high) / 2, interval: { low, high } })
  expect([of(-0.5, -0.1), of(0.1, 0.4), of(-0.2, 0.3)]).toEqual(['lower', 'higher', 'none'])
  expect(foundIn({ correlation: null, interval: null })).toBeNull()
})

test('more deals are won where the intervals of two bands do not touch', () => {
  const band = (low: number, high: number) => ({
    from: 0,
    until: 50,
    won: 1,
    n: 9,
    rate: low,
    interval: { low, high },
  })
  const hidden = { from: 50, until: 75, won: null, n: 2, rate: null, interval: null }
  expect(winsMore([band(0.1, 0.3), hidden, band(0.4, 0.7)])).toBe(true)
  expect(winsMore([band(0.4, 0.7), hidden, band(0.1, 0.3)])).toBe(false)
  expect(winsMore([band(0.1, 0.5), band(0.4, 0.7)])).toBe(false)
})

test('an interval beside zero is never written as if it held zero', () => {
  const relation = (low: number, high: number) => ({ correlation: (low + high) / 2, interval: { low, high } })
  expect(digitsOf(relation(-0.5, -0.1), -0.1)).toBe(2)
  expect(digitsOf(relation(-0.18, -0.003), -0.003)).toBe(3)
  expect(digitsOf(relation(-0.18, -0.003), -0.18)).toBe(2)
  expect(digitsOf(relation(0.0004, 0.2), 0.0004)).toBe(4)
  expect(digitsOf(relation(-0.18, 0.003), 0.003)).toBe(2)
  expect(digitsOf({ correlation: null, interval: null }, 0)).toBe(2)
})

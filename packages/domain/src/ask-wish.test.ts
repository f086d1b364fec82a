import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ASK_WISHES, daysByWish, monthsOf, stricterWish, wishesBeyond } from './ask-wish.ts'

test('only what asks for more patience than the policy is offered', () => {
  expect(wishesBeyond(90)).toEqual(['half_year', 'year'])
  expect(wishesBeyond(182)).toEqual(['year'])
  expect(wishesBeyond(365)).toEqual([])
})

test('gaps are told in months', () => {
  expect([0, 30, 90, 182, 364, 365].map(monthsOf)).toEqual([0, 1, 3, 6, 12, 12])
})

test('of two wishes the stricter keeps both, whichever comes first', () => {
  const wishes = fc.constantFrom(null, ...ASK_WISHES)
  fc.assert(
    fc.property(wishes, wishes, (one, other) => {
      const kept = daysByWish(stricterWish(one, other))
      expect(kept).toBe(Math.max(daysByWish(one), daysByWish(other)))
      expect(daysByWish(stricterWish(other, one))).toBe(kept)
    }),
  )
})

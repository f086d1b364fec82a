import { expect, test } from '@jest/globals'
import { testClock } from './clock.ts'

test('stands still until it is told otherwise', () => {
  const clock = testClock('2026-03-08T07:00:00Z')
  expect(clock.now()).toEqual(new Date('2026-03-08T07:00:00Z'))
  clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4 })
  expect(clock.now()).toEqual(new Date('2026-03-09T09:03:04Z'))
  clock.set('2026-01-01T00:00:00Z')
  expect(clock.now()).toEqual(new Date('2026-01-01T00:00:00Z'))
})

test('hands out dates that cannot change it', () => {
  const clock = testClock('2026-03-08T07:00:00Z')
  clock.now().setFullYear(1999)
  expect(clock.now().getUTCFullYear()).toBe(2026)
})

test('refuses what is no instant', () => {
  expect(() => testClock('tomorrow')).toThrow(RangeError)
})

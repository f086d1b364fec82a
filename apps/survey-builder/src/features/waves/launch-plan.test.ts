import { describe, expect, test } from '@jest/globals'
import { endOfDay, expectation, usualLastDay } from './launch-plan.ts'

describe('when a wave closes', () => {
  test('is three weeks from today in the zone of the house, unless said otherwise', () => {
    expect(usualLastDay('2026-08-16T18:00:00.000Z', 'Asia/Ho_Chi_Minh')).toBe('2026-09-07')
  })

  test('is at the end of the last day there', () => {
    expect(endOfDay('2026-09-07', 'Asia/Ho_Chi_Minh')).toBe('2026-09-07T17:00:00.000Z')
    expect(endOfDay('2026-10-24', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z')
  })
})

describe('what to expect', () => {
  test('three in ten answer, and the margin follows', () => {
    expect(expectation(1000)).toEqual({ answers: 300, marginPoints: expect.closeTo(4.74, 2) })
  })

  test('of nobody nothing', () => {
    expect(expectation(0)).toBeNull()
    expect(expectation(1)).toBeNull()
  })
})

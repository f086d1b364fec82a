import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PortionUse } from './pace.ts'
import { hourlyPace, portionAt, takeFrom } from './pace.ts'

const at = (time: string) => new Date(`2026-08-17T${time}Z`)

describe('the pace of a wave', () => {
  test('is what the plan says, and at least one mail an hour', () => {
    expect([hourlyPace(90_000, 500), hourlyPace(3, 0), hourlyPace(3, 2.7)]).toEqual([500, 1, 2])
  })

  test('spreads a large wave over three working days and leaves a small one alone', () => {
    expect([hourlyPace(90_000, null), hourlyPace(36_000, null), hourlyPace(0, null)]).toEqual([
      3000, 1200, 1200,
    ])
  })
})

describe('a portion', () => {
  test('lasts ten minutes, and an hour for a pace that is slower than that', () => {
    expect(portionAt(at('03:04:00'), 1200)).toMatchObject({ most: 200, endsAt: at('03:10:00') })
    expect(portionAt(at('03:10:00'), 1200)).toMatchObject({ most: 200, endsAt: at('03:20:00') })
    expect(portionAt(at('03:04:00'), 5)).toMatchObject({ most: 5, endsAt: at('04:00:00') })
  })

  test('never lets more leave in an hour than the pace says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), perHour => {
        let use: PortionUse | null = null
        let left = 0
        for (let minute = 0; minute < 60; minute += 1) {
          const got = takeFrom(
            use,
            portionAt(new Date(at('03:00:00').getTime() + minute * 60_000), perHour),
            1e6,
          )
          use = got.use
          left += got.taken
        }
        expect(left).toBeLessThanOrEqual(perHour)
        expect(left).toBeGreaterThan(0)
      }),
      { numRuns: 50 },
    )
  })
})

describe('what may leave', () => {
  const portion = { number: 10, most: 20, endsAt: at('03:10:00') }

  test('is what the portion still has', () => {
    expect(takeFrom(null, portion, 5)).toEqual({ taken: 5, use: { portion: 10, used: 5 } })
    expect(takeFrom({ portion: 10, used: 18 }, portion, 5)).toEqual({
      taken: 2,
      use: { portion: 10, used: 20 },
    })
    expect(takeFrom({ portion: 10, used: 20 }, portion, 5).taken).toBe(0)
  })

  test('is not made up for after a pause, or a clock that jumped forward', () => {
    expect(takeFrom({ portion: 3, used: 0 }, portion, 500).taken).toBe(20)
  })

  test('counts into the portion of a process whose clock is a little ahead', () => {
    expect(takeFrom({ portion: 11, used: 20 }, portion, 5)).toEqual({
      taken: 0,
      use: { portion: 11, used: 20 },
    })
  })

  test('is not held up by what a clock said before it was moved back', () => {
    expect(takeFrom({ portion: 500, used: 20 }, portion, 5)).toEqual({
      taken: 5,
      use: { portion: 10, used: 5 },
    })
  })
})

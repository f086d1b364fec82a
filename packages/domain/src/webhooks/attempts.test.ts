import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nextAttempt, outcomeOf } from './attempts.ts'

describe('nextAttempt', () => {
  test('outlives a receiver that is away for a day, and ends after about three', () => {
    const waits: number[] = []
    for (let failures = 1; ; failures += 1) {
      const wait = nextAttempt(failures)
      if (wait === null) break
      waits.push(wait)
    }
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3600
    expect(waits).toHaveLength(9)
    expect(hours).toBeGreaterThan(72)
    expect(hours).toBeLessThan(80)
  })

  test('never shortens, and heeds the wish of the receiver up to a day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (failures, asked) => {
          const wait = nextAttempt(failures, asked) ?? 0
          expect(wait).toBeGreaterThanOrEqual(nextAttempt(failures) ?? 0)
          expect(wait).toBeGreaterThanOrEqual(Math.min(asked, 86_400))
          expect(wait).toBeLessThanOrEqual(86_400)
        },
      ),
    )
  })
})

test('only 2xx has arrived; a redirect is not followed, so it has not', () => {
  expect([200, 204, 299].map(outcomeOf)).toEqual(['delivered', 'delivered', 'delivered'])
  expect([301, 302, 307, 400, 404, 429, 500, 503, null].map(outcomeOf)).toEqual(Array(9).fill('retry'))
  expect(outcomeOf(410)).toBe('ended')
})

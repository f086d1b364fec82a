import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { boundTimes, joinBrowser, joinTimes, MOST_BROWSERS, MOST_PAGE_SECONDS } from './page-times.ts'

const pages = ['p1', 'p2', 'p3']
const times = fc.dictionary(
  fc.constantFrom(...pages, '__proto__', 'p9'),
  fc.oneof(fc.integer({ min: -5, max: 10_000 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0.2)),
)

describe('times on pages', () => {
  test('are kept within bounds, whatever a browser says', () => {
    fc.assert(
      fc.property(times, said => {
        for (const [page, seconds] of Object.entries(boundTimes(said, pages))) {
          expect(pages).toContain(page)
          expect(Number.isInteger(seconds) && seconds >= 1 && seconds <= MOST_PAGE_SECONDS).toBe(true)
        }
      }),
    )
    expect(boundTimes({ p1: 12.2, p9: 5, p2: -3, p3: Number.NaN }, pages)).toEqual({ p1: 13 })
  })

  test('join in any order, any grouping and any number of times to the same', () => {
    const bounded = times.map(said => boundTimes(said, pages))
    fc.assert(
      fc.property(bounded, bounded, bounded, (a, b, c) => {
        const joined = joinTimes(joinTimes(a, b), c)
        expect(joinTimes(a, joinTimes(c, b))).toEqual(joined)
        expect(joinTimes(joined, b)).toBe(joined)
        for (const page of pages) expect(joined[page] ?? 0).toBeGreaterThanOrEqual(b[page] ?? 0)
      }),
    )
  })
})

test('browsers are told apart up to five; unknown ones are none', () => {
  const known = ['a', 'b']
  expect(joinBrowser(known, 'b')).toBe(known)
  expect(joinBrowser(known, undefined)).toBe(known)
  const many = ['c', 'd', 'e', 'f', 'g'].reduce<readonly string[]>(joinBrowser, known)
  expect(many).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(many).toHaveLength(MOST_BROWSERS)
})

import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stepAddress, stepAfter, stepFromText, stepToText } from './portal-steps.ts'

test('every step that an address can name comes back from it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(49), (pages, index) => {
      const page = index % pages
      expect(stepFromText(stepToText(page), pages)).toBe(page)
      expect(stepFromText(stepToText('review'), pages)).toBe('review')
    }),
  )
})

test.each([['0'], ['4'], ['-1'], ['1.5'], ['thanks'], [['1', '2']], [undefined], ['']])(
  '%j is no step of three pages',
  text => expect(stepFromText(text, 3)).toBeNull(),
)

test('forward visits every page once and ends with the review; back leads the same way', () => {
  const way = ['welcome', 0, 1, 2, 'review'] as const
  for (const [index, step] of way.slice(0, -1).entries()) {
    expect(stepAfter(step, 'next', 3)).toBe(way[index + 1])
    expect(stepAfter(way[index + 1] ?? 'review', 'back', 3)).toBe(step)
  }
  expect(stepAfter('welcome', 'back', 3)).toBe('welcome')
  expect(stepAfter('welcome', undefined, 0)).toBe('review')
})

test('an address names step and language', () => {
  expect(stepAddress('/r/abc', 2, 'vi')).toBe('/r/abc?page=3&language=vi')
})

import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stepAddress, stepAfter, stepFromText, stepOnWay, stepToText } from './portal-steps.ts'

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

test('forward visits every shown page once and ends with the review; back leads the same way', () => {
  const shown = [0, 2, 5]
  const way = ['welcome', ...shown, 'review'] as const
  for (const [index, step] of way.slice(0, -1).entries()) {
    expect(stepAfter(step, 'next', shown)).toBe(way[index + 1])
    expect(stepAfter(way[index + 1] ?? 'review', 'back', shown)).toBe(step)
  }
  expect(stepAfter('welcome', 'back', shown)).toBe('welcome')
  expect(stepAfter('welcome', undefined, [])).toBe('review')
  expect(stepAfter('review', 'back', [])).toBe('welcome')
})

test('a page that is not shown gives way to the next one that is', () => {
  expect(stepOnWay(2, [0, 2, 5])).toBe(2)
  expect(stepOnWay(3, [0, 2, 5])).toBe(5)
  expect(stepOnWay(6, [0, 2, 5])).toBe('review')
  expect(stepOnWay('welcome', [])).toBe('welcome')
})

test('an address names step and language', () => {
  expect(stepAddress('/r/abc', 2, 'vi')).toBe('/r/abc?page=3&language=vi')
  expect(stepAddress('/preview/s?contact=c', 'review', 'en')).toBe(
    '/preview/s?contact=c&page=review&language=en',
  )
})

import { expect, test } from '@jest/globals'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import type { Finding, FindingPlace } from '@sixfold/domain/survey/review/finding'
import { placesOf } from './places.ts'

const places = placesOf(
  quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } }),
)

test('a place is numbered as the outline numbers it', () => {
  expect(places.numberOf({ question: 'delivery_on-time' })).toBe('5.1')
  expect(places.numberOf({ page: 'delivery' })).toBe('5')
  expect(places.numberOf({ page: 'delivery', question: 'delivery_overall' })).toBe('5.4')
  expect(places.numberOf({ factor: 'delivery' })).toBe('')
  expect(places.numberOf({ question: 'gone' })).toBe('')
})

test('findings stand in the order of the survey, those about all of it first', () => {
  const at = (place: FindingPlace): Finding => ({ code: 'leading', severity: 'advises', place })
  const some = [
    at({ question: 'do-better' }),
    at({ question: 'delivery_on-time' }),
    at({ page: 'delivery' }),
    at({}),
  ]
  expect(places.inOrder(some).map(({ place }) => place)).toEqual([
    {},
    { page: 'delivery' },
    { question: 'delivery_on-time' },
    { question: 'do-better' },
  ])
})

test('what is selected comes first', () => {
  const at = (place: FindingPlace): Finding => ({ code: 'leading', severity: 'advises', place })
  const some = [at({}), at({ page: 'delivery' }), at({ question: 'do-better' })]
  const ordered = (selected: FindingPlace) => places.inOrder(some, selected).map(({ place }) => place)
  expect(ordered({ question: 'do-better' })).toEqual([{ question: 'do-better' }, {}, { page: 'delivery' }])
  expect(ordered({ page: 'delivery' })).toEqual([{ page: 'delivery' }, {}, { question: 'do-better' }])
  expect(ordered({})).toEqual([{}, { page: 'delivery' }, { question: 'do-better' }])
})

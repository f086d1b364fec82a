import { describe, expect, test } from '@jest/globals'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import { addressOf, questionNumber, selectionOf, stepOf } from './selection.ts'

const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })

describe('what an address selects', () => {
  test('a question, with its page and number', () => {
    const selection = selectionOf(survey, { question: 'delivery_accurate' })
    expect(selection).toMatchObject({ kind: 'question', page: { id: 'delivery' }, number: '5.2' })
    expect(addressOf(selection)).toEqual({ question: 'delivery_accurate' })
  })

  test('a page, or the words around', () => {
    expect(selectionOf(survey, { page: 'closing' })).toMatchObject({ kind: 'page', number: '7' })
    expect(selectionOf(survey, { part: 'thanks' })).toEqual({ kind: 'thanks' })
  })

  test('the first page for nothing and for what is gone; the welcome of a survey without pages', () => {
    for (const address of [{}, { page: 'gone' }, { question: 'gone' }])
      expect(selectionOf(survey, address)).toMatchObject({ kind: 'page', number: '1' })
    expect(selectionOf({ ...survey, pages: [] }, {})).toEqual({ kind: 'welcome' })
    expect(questionNumber(survey, 'gone')).toBe('')
  })
})

describe('one step', () => {
  test.each<[string, 1 | -1, ReturnType<typeof stepOf>]>([
    ['delivery_on-time', 1, { page: 'delivery', index: 1 }],
    ['delivery_on-time', -1, { page: 'administration', index: 4 }],
    ['delivery_overall', 1, { page: 'company-image', index: 0 }],
    ['technical-solutions_quality', -1, null],
    ['do-better', 1, null],
    ['gone', 1, null],
  ])('%s by %s', (id, by, place) => {
    expect(stepOf(survey, id, by)).toEqual(place)
  })
})

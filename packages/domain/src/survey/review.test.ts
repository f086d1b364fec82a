import { describe, expect, test } from '@jest/globals'
import { ibmSix } from '../factor-models/ibm-six.ts'
import type { SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import { applyOperations } from './edit.ts'
import type { SurveyOperation } from './operation.ts'
import { quarterlySurvey } from './preset.ts'
import { isPublishable, reviewSurvey } from './review.ts'

const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })

function findingsAfter(...operations: SurveyOperation[]) {
  const result = applyOperations(survey, operations)
  if (!result.ok) throw new Error(result.reason)
  return reviewSurvey(result.definition, ibmSix)
}
const stops = (code: string, place: object) => [{ code, severity: 'stops', place }]

describe('the review before publishing', () => {
  test('finds a text that is missing in one language, and where', () => {
    expect(
      findingsAfter({
        op: 'set-question-text',
        question: 'delivery_on-time',
        field: 'text',
        language: 'vi',
        value: '  ',
      }),
    ).toEqual(
      stops('missing_translation', {
        page: 'delivery',
        question: 'delivery_on-time',
        language: 'vi',
        field: 'text',
      }),
    )
  })

  test('an optional text may be absent, but not half there', () => {
    const help = (language: string) =>
      ({ op: 'set-question-text', question: 'recommend', field: 'help', language, value: 'Help' }) as const
    expect(findingsAfter(help('en'))).toEqual(
      stops('missing_translation', { page: 'closing', question: 'recommend', language: 'vi', field: 'help' }),
    )
    expect(findingsAfter(help('en'), help('vi'))).toEqual([])
  })

  test('finds a factor that no rated question asks about', () => {
    expect(findingsAfter({ op: 'remove-page', page: 'delivery' })).toEqual(
      stops('factor_without_question', { factor: 'delivery' }),
    )
  })

  test('finds a page without questions', () => {
    const page = { id: 'more', title: { en: 'More', vi: 'Thêm' }, questions: [] }
    expect(findingsAfter({ op: 'add-page', index: 0, page })).toEqual(stops('empty_page', { page: 'more' }))
  })

  test.each([
    ['unknown_factor', { factor: 'weather', attribute: null }],
    ['unknown_attribute', { factor: 'delivery', attribute: 'weather' }],
    ['second_overall_question', { factor: 'marketing', attribute: null }],
  ])('finds a question with %s', (code, measures) => {
    expect(findingsAfter({ op: 'set-measures', question: 'delivery_on-time', measures })).toEqual(
      stops(code, { question: 'delivery_on-time', factor: measures.factor }),
    )
  })

  test('finds ids that stand twice', () => {
    const [first] = survey.pages
    if (!first) throw new Error('the preset has pages')
    const codes = reviewSurvey({ ...survey, pages: [...survey.pages, first] }, ibmSix).map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['duplicate_page', 'duplicate_question']))
  })

  test('a survey without questions cannot be published', () => {
    const findings = reviewSurvey({ ...survey, pages: [] }, ibmSix)
    expect(findings[0]).toEqual({ code: 'no_questions', severity: 'stops', place: {} })
    expect(isPublishable(findings)).toBe(false)
  })

  test('too long a survey is advice, not a bar', () => {
    const [closing] = survey.pages.slice(-1)
    if (!closing) throw new Error('the preset has pages')
    const comments = questionsOf(survey).filter(({ kind }) => kind === 'text')
    const many = Array.from({ length: 12 }, (_, at) => comments.map(one => ({ ...one, id: `more-${at}` })))
    const long: SurveyDefinition = {
      ...survey,
      pages: [...survey.pages, { ...closing, id: 'more', questions: many.flat() }],
    }
    expect(reviewSurvey(long, ibmSix)).toEqual([{ code: 'over_budget', severity: 'advises', place: {} }])
    expect(isPublishable(reviewSurvey(long, ibmSix))).toBe(true)
  })
})

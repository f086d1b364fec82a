import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import { presetFactorModels } from '../factor-models/presets.ts'
import { arbitraryOperation } from './arbitrary-operation.ts'
import { arbitrarySurvey } from './arbitrary-survey.ts'
import { applyOperation, applyOperations } from './edit.ts'
import type { SurveyOperation } from './operation.ts'
import { quarterlySurvey } from './preset.ts'
import { findingsOf, soundSurvey } from './review/arbitrary-sample.ts'
import { reviewer } from './review/reviewer.ts'
import { isPublishable, reviewSurvey } from './review.ts'
import { starterQuestions } from './starter/starter-questions.ts'

function findingsAfter(...operations: SurveyOperation[]) {
  const result = applyOperations(soundSurvey, operations)
  if (!result.ok) throw new Error(result.reason)
  return reviewSurvey(result.definition, ibmSix)
}
const stops = (code: string, place: object) => [{ code, severity: 'stops', place }]

describe('what ships is well worded', () => {
  test.each(presetFactorModels.map(model => ({ key: model.key, model })))('$key', ({ model }) => {
    const survey = quarterlySurvey(model, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
    expect(reviewSurvey(survey, model).filter(({ code }) => code !== 'wrong_factor_count')).toEqual([])
  })

  test.each(starterQuestions.map(({ id, question }) => ({ id, question: { ...question, id: 'q' } })))(
    '$id',
    ({ question }) => {
      expect(findingsOf(question)).toEqual([])
    },
  )
})

describe('what stops publishing', () => {
  test('a text that is missing in one language, and where', () => {
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

  test('words left behind in a language that was taken out ask for nothing', () => {
    const findings = findingsAfter(
      { op: 'set-question-text', question: 'recommend', field: 'help', language: 'vi', value: 'Gợi ý' },
      { op: 'set-languages', languages: ['en'], defaultLanguage: 'en' },
    )
    expect(findings.filter(({ code }) => code === 'missing_translation')).toEqual([])
  })

  test('a factor that no rated question asks about', () => {
    expect(findingsAfter({ op: 'remove-page', page: 'delivery' })).toEqual(
      stops('factor_without_question', { factor: 'delivery' }),
    )
  })

  test('a row of a grid covers its factor as a question does', () => {
    const measures = { factor: 'delivery', attribute: null }
    const result = applyOperations(soundSurvey, [
      { op: 'remove-page', page: 'delivery' },
      {
        op: 'add-question',
        page: 'closing',
        index: 0,
        question: {
          id: 'grid',
          kind: 'grid',
          text: { en: 'Delivery', vi: 'Giao hàng' },
          required: false,
          offerNotApplicable: true,
          importance: false,
          rows: [
            { id: 'all', text: { en: 'Our delivery, overall', vi: 'Nhìn chung, về giao hàng' }, measures },
          ],
        },
      },
    ])
    expect(result.ok && reviewSurvey(result.definition, ibmSix)).toEqual([])
  })

  test('a page without questions', () => {
    const page = { id: 'more', title: { en: 'More', vi: 'Thêm' }, questions: [] }
    expect(findingsAfter({ op: 'add-page', index: 0, page })).toEqual(stops('empty_page', { page: 'more' }))
  })

  test.each([
    ['unknown_factor', { factor: 'weather', attribute: null }],
    ['unknown_attribute', { factor: 'delivery', attribute: 'weather' }],
    ['second_overall_question', { factor: 'marketing', attribute: null }],
  ])('a question with %s', (code, measures) => {
    expect(findingsAfter({ op: 'set-measures', question: 'delivery_on-time', measures })).toEqual(
      stops(code, { question: 'delivery_on-time', factor: measures.factor }),
    )
  })

  test('ids that stand twice', () => {
    const [first] = soundSurvey.pages
    if (!first) throw new Error('the preset has pages')
    const twice = { ...soundSurvey, pages: [...soundSurvey.pages, first] }
    const codes = reviewSurvey(twice, ibmSix).map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['duplicate_page', 'duplicate_question']))
  })

  test('a survey without questions', () => {
    const findings = reviewSurvey({ ...soundSurvey, pages: [] }, ibmSix)
    expect(findings[0]).toEqual({ code: 'no_questions', severity: 'stops', place: {} })
    expect(isPublishable(findings)).toBe(false)
  })

  test('logic that looks at a later question, and fields that contradict each other', () => {
    expect(
      findingsAfter({
        op: 'set-setting',
        question: 'recommend',
        setting: 'showIf',
        value: { join: 'all', tests: [{ subject: { question: 'do-better' }, is: 'answered', values: [] }] },
      }),
    ).toEqual([expect.objectContaining({ code: 'later_question', severity: 'stops' })])
    const slider = { id: 's', kind: 'slider', text: { en: 'Speed', vi: 'Tốc độ' }, required: false } as const
    const low = { en: 'Slow', vi: 'Chậm' }
    const high = { en: 'Fast', vi: 'Nhanh' }
    expect(findingsOf({ ...slider, min: 5, max: 1, step: 1, low, high })).toEqual([
      { code: 'bounds_reversed', severity: 'stops', place: { question: 's', setting: 'max' } },
    ])
  })
})

describe('a review from key to key', () => {
  test('finds what a fresh one finds, whatever was changed before', () => {
    fc.assert(
      fc.property(arbitrarySurvey, fc.array(arbitraryOperation, { maxLength: 12 }), (survey, operations) => {
        const review = reviewer()
        let definition = survey
        review(definition, ibmSix, { published: survey })
        for (const operation of operations) {
          const result = applyOperation(definition, operation)
          if (result.ok) definition = result.definition
          expect(review(definition, ibmSix, { published: survey })).toEqual(
            reviewSurvey(definition, ibmSix, { published: survey }),
          )
        }
      }),
    )
  })

  test('advice alone never stops publishing', () => {
    fc.assert(
      fc.property(arbitrarySurvey, survey => {
        const findings = reviewSurvey(survey, ibmSix)
        expect(isPublishable(findings)).toBe(!findings.some(({ severity }) => severity === 'stops'))
        expect(isPublishable(findings.filter(({ severity }) => severity === 'advises'))).toBe(true)
      }),
    )
  })
})

test('advises to say what a survey is for, where there is a notice to say it in', () => {
  const purpose = (purposeStated?: boolean) =>
    reviewSurvey(soundSurvey, ibmSix, purposeStated === undefined ? {} : { purposeStated })
      .filter(({ code }) => code === 'purpose_unstated')
      .map(({ severity }) => severity)
  expect([purpose(), purpose(true), purpose(false)]).toEqual([[], [], ['advises']])
})

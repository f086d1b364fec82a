import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import type { Answers } from './answers.ts'
import { answerFaults } from './answers.ts'
import { arbitrarySurvey } from './arbitrary-survey.ts'
import { questionsOf } from './definition.ts'
import { quarterlySurvey } from './preset.ts'
import { answeringProgress, missingRequired, pageShare, resumePage } from './progress.ts'

const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
const answerPage = (index: number): Answers =>
  Object.fromEntries(survey.pages[index]?.questions.map(({ id }) => [id, 4]) ?? [])

describe('going on where one stopped', () => {
  test('nothing answered yet: nowhere', () => expect(resumePage(survey, {})).toBeNull())

  test('a page begun is gone on with, a complete one is left behind', () => {
    const first = survey.pages[0]?.questions[0]?.id ?? ''
    expect(resumePage(survey, { [first]: 4 })).toBe(0)
    expect(resumePage(survey, answerPage(0))).toBe(1)
  })

  test('pages left out on purpose are not gone back to, and the last page is the end of the way', () => {
    expect(resumePage(survey, answerPage(3))).toBe(4)
    expect(resumePage(survey, answerPage(survey.pages.length - 1))).toBe(survey.pages.length - 1)
  })
})

describe('how far', () => {
  test('counts questions and whole minutes', () => {
    const total = questionsOf(survey).length
    const { answered, left, minutesLeft } = answeringProgress(survey, answerPage(0))
    expect(answered).toBe(survey.pages[0]?.questions.length)
    expect(answered + left).toBe(total)
    expect(Number.isInteger(minutesLeft)).toBe(true)
    const all = Object.assign({}, ...survey.pages.map((_, index) => answerPage(index)))
    expect(answeringProgress(survey, all)).toEqual({ total, answered: total, left: 0, minutesLeft: 0 })
  })

  test('blank text is not an answer, and a page without questions is done', () => {
    expect(answeringProgress(survey, { 'do-better': '  ' }).answered).toBe(0)
    expect(pageShare({ id: 'p', title: {}, questions: [] }, {})).toBe(1)
  })
})

test('missing answers are exactly the ones that validation names as required', () => {
  fc.assert(
    fc.property(
      arbitrarySurvey,
      fc.dictionary(fc.constantFrom('q1', 'q2', 'q3'), fc.constant(3)),
      (definition, answers) => {
        const required = answerFaults(definition, answers, { complete: true })
          .filter(({ problem }) => problem === 'required')
          .map(({ question }) => question)
        expect(missingRequired(definition, answers).map(({ question }) => question.id)).toEqual(required)
      },
    ),
  )
})

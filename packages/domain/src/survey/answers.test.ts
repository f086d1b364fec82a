import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import type { AnswerProblem, Answers } from './answers.ts'
import { answerFaults, answerProblem, isBlank } from './answers.ts'
import { questionsOf } from './definition.ts'
import { quarterlySurvey } from './preset.ts'
import type { Question } from './question.ts'

const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
const base = { id: 'q', text: {}, required: false }
const scale: Question = { ...base, kind: 'satisfaction', offerNotApplicable: true }
const strictScale: Question = { ...base, kind: 'satisfaction', offerNotApplicable: false }
const recommend: Question = { ...base, kind: 'nps' }
const words: Question = { ...base, kind: 'text', long: false, maxLength: 3 }

describe('one answer', () => {
  test.each<[Question, unknown, AnswerProblem | null]>([
    [scale, 1, null],
    [scale, 5, null],
    [scale, 'na', null],
    [strictScale, 'na', 'not_a_choice'],
    [scale, 0, 'not_a_choice'],
    [scale, 6, 'not_a_choice'],
    [scale, 2.5, 'not_a_choice'],
    [scale, Number.NaN, 'not_a_choice'],
    [scale, '3', 'not_a_choice'],
    [scale, { $gt: 0 }, 'not_a_choice'],
    [recommend, 0, null],
    [recommend, 10, null],
    [recommend, 11, 'not_a_choice'],
    [recommend, 'na', 'not_a_choice'],
    [words, 'abc', null],
    [words, 'abcd', 'too_long'],
    [words, 3, 'not_a_choice'],
  ])('%j answered with %j: %s', (question, value, problem) => {
    expect(answerProblem(question, value)).toBe(problem)
  })
})

describe('a set of answers', () => {
  const required = {
    ...survey,
    pages: survey.pages.map(page => ({
      ...page,
      questions: page.questions.map(question => ({ ...question, required: question.id === 'recommend' })),
    })),
  }

  test('a draft may leave required questions open, a submission may not', () => {
    expect(answerFaults(required, {}, { complete: false })).toEqual([])
    expect(answerFaults(required, {}, { complete: true })).toEqual([
      { question: 'recommend', problem: 'required' },
    ])
  })

  test('white space is no answer to a required question', () => {
    expect(answerFaults(required, { recommend: ' ' }, { complete: true })).toEqual([
      { question: 'recommend', problem: 'required' },
    ])
    expect(isBlank(0)).toBe(false)
  })

  test('faults come in the order of the questionnaire, unknown questions last', () => {
    const answers: Answers = { ghost: 1, recommend: 99, 'delivery_on-time': 9, constructor: 1 }
    expect(answerFaults(survey, answers, { complete: true })).toEqual([
      { question: 'delivery_on-time', problem: 'not_a_choice' },
      { question: 'recommend', problem: 'not_a_choice' },
      { question: 'ghost', problem: 'unknown_question' },
      { question: 'constructor', problem: 'unknown_question' },
    ])
  })

  test('any complete set of fitting answers is accepted, and each broken one is named alone', () => {
    const questions = questionsOf(survey)
    const fitting = fc.record(
      Object.fromEntries(
        questions.map(question => [
          question.id,
          question.kind === 'satisfaction'
            ? fc.constantFrom<(number | string)[]>(1, 2, 3, 4, 5, 'na')
            : question.kind === 'nps'
              ? fc.integer({ min: 0, max: 10 })
              : fc.string({ maxLength: 50 }),
        ]),
      ),
    )
    fc.assert(
      fc.property(fitting, fc.nat(questions.length - 1), (answers, at) => {
        expect(answerFaults(survey, answers, { complete: true })).toEqual([])
        const question = questions[at]?.id ?? ''
        expect(answerFaults(survey, { ...answers, [question]: -1 }, { complete: true })).toEqual([
          { question, problem: 'not_a_choice' },
        ])
      }),
    )
  })
})

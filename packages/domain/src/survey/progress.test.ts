import { describe, expect, test } from '@jest/globals'
import { ibmSix } from '../factor-models/ibm-six.ts'
import type { Answers } from './answers.ts'
import type { SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import type { Condition } from './logic/condition.ts'
import { walk } from './logic/walk.ts'
import { quarterlySurvey } from './preset.ts'
import { answeringProgress, pageShare, resumePage } from './progress.ts'

const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
const answerPage = (index: number): Answers =>
  Object.fromEntries(survey.pages[index]?.questions.map(({ id }) => [id, 4]) ?? [])
const resume = (answers: Answers) => resumePage(survey, answers, walk(survey, answers, {}))
const progress = (answers: Answers, definition: SurveyDefinition = survey) =>
  answeringProgress(definition, answers, walk(definition, answers, {}))

describe('going on where one stopped', () => {
  test('nothing answered yet: nowhere', () => expect(resume({})).toBeNull())

  test('a page begun is gone on with, a complete one is left behind', () => {
    const first = survey.pages[0]?.questions[0]?.id ?? ''
    expect(resume({ [first]: 4 })).toBe(0)
    expect(resume(answerPage(0))).toBe(1)
  })

  test('pages left out on purpose are not gone back to, and the last page is the end of the way', () => {
    expect(resume(answerPage(3))).toBe(4)
    expect(resume(answerPage(survey.pages.length - 1))).toBe(survey.pages.length - 1)
  })
})

describe('how far', () => {
  test('counts questions and whole minutes', () => {
    const total = questionsOf(survey).length
    const { answered, left, minutesLeft } = progress(answerPage(0))
    expect(answered).toBe(survey.pages[0]?.questions.length)
    expect(answered + left).toBe(total)
    expect(Number.isInteger(minutesLeft)).toBe(true)
    const all = Object.assign({}, ...survey.pages.map((_, index) => answerPage(index)))
    expect(progress(all)).toEqual({ total, answered: total, left: 0, minutesLeft: 0 })
  })

  test('blank text is not an answer, and a page without questions is done', () => {
    expect(progress({ 'do-better': '  ' }).answered).toBe(0)
    expect(pageShare({ id: 'p', title: {}, questions: [] }, {}, { asked: new Set() })).toBe(1)
  })
})

test('what is not asked is not left, and a statement is no question', () => {
  const base = { text: {}, required: false }
  const low: Condition = { join: 'all', tests: [{ subject: { question: 'q1' }, is: 'at-most', values: [2] }] }
  const definition: SurveyDefinition = {
    ...survey,
    pages: [
      { id: 'p1', title: {}, questions: [{ ...base, id: 'q1', kind: 'nps' }] },
      {
        id: 'p2',
        title: {},
        showIf: low,
        questions: [
          { ...base, id: 's', kind: 'statement' },
          { ...base, id: 'q2', kind: 'nps' },
        ],
      },
      { id: 'p3', title: {}, questions: [{ ...base, id: 'q3', kind: 'nps' }] },
    ],
  }
  const way = (answers: Answers) => walk(definition, answers, {})
  expect(progress({ q1: 9 }, definition)).toMatchObject({ total: 2, left: 1 })
  expect(progress({ q1: 2 }, definition)).toMatchObject({ total: 3, left: 2 })
  // An answer left behind on a page that is passed over now counts for nothing.
  expect(progress({ q1: 9, q2: 3 }, definition)).toMatchObject({ total: 2, answered: 1 })
  expect(resumePage(definition, { q1: 9 }, way({ q1: 9 }))).toBe(2)
  expect(resumePage(definition, { q1: 2 }, way({ q1: 2 }))).toBe(1)
  expect(resumePage(definition, { q2: 3 }, way({ q2: 3 }))).toBeNull()
})

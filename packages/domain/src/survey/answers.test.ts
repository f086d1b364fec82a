import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import { answerFaults, answerGap } from './answer-faults.ts'
import type { AnswerProblem, Answers, AnswerValue } from './answers.ts'
import { answerProblem, isBlank, otherWords } from './answers.ts'
import { arbitraryAnswer } from './arbitrary-answer.ts'
import { arbitraryQuestion, questionsByKind } from './arbitrary-question.ts'
import { questionsOf } from './definition.ts'
import { walk } from './logic/walk.ts'
import { quarterlySurvey } from './preset.ts'
import type { Question, QuestionKind, QuestionOf } from './question.ts'

const base = { id: 'q', text: { en: 'Words', vi: '' }, required: false }
const three = ['a', 'b', 'c'].map(id => ({ id, text: {} }))
const grid: QuestionOf<'grid'> = {
  ...base,
  kind: 'grid',
  rows: three,
  importance: true,
  offerNotApplicable: true,
}
const choices: QuestionOf<'choices'> = {
  ...base,
  kind: 'choices',
  options: [...three, { id: 'd', text: {}, exclusive: true }],
  order: 'fixed',
  other: { en: 'Other' },
  none: { en: 'None of these' },
  atLeast: 2,
  atMost: 3,
}
const ranking: QuestionOf<'ranking'> = { ...base, kind: 'ranking', options: three, order: 'fixed', top: 2 }
const sum: QuestionOf<'sum'> = { ...base, kind: 'sum', options: three, total: 100 }
const details: QuestionOf<'contact-details'> = {
  ...base,
  kind: 'contact-details',
  fields: [
    { id: 'name', text: {} },
    { id: 'email', text: {} },
    { id: 'phone', text: {} },
  ],
}

/** What each kind takes and refuses: a kind without a row fails the type check. */
const examples: {
  [Kind in QuestionKind]: {
    question: QuestionOf<Kind>
    takes: unknown[]
    refuses: [unknown, AnswerProblem][]
  }
} = {
  satisfaction: {
    question: { ...base, kind: 'satisfaction', offerNotApplicable: true },
    takes: [1, 5, 'na'],
    refuses: [
      [0, 'not_a_choice'],
      [6, 'not_a_choice'],
      [2.5, 'not_a_choice'],
      [Number.NaN, 'not_a_choice'],
      ['3', 'not_a_choice'],
      [{ $gt: 0 }, 'not_a_choice'],
      [[3], 'not_a_choice'],
    ],
  },
  agreement: {
    question: { ...base, kind: 'agreement', offerNotApplicable: false },
    takes: [1, 3],
    refuses: [['na', 'not_a_choice']],
  },
  rating: {
    question: { ...base, kind: 'rating', points: 11, first: 0, low: {}, high: {}, offerNotApplicable: false },
    takes: [0, 10],
    refuses: [
      [11, 'not_a_choice'],
      [-1, 'not_a_choice'],
      ['na', 'not_a_choice'],
    ],
  },
  grid: {
    question: grid,
    takes: [{ a: 5 }, { a: 'na', b: 1, 'a:importance': 5 }, {}],
    refuses: [
      [{ a: 6 }, 'not_a_choice'],
      [{ ghost: 3 }, 'not_a_choice'],
      [{ 'a:importance': 'na' }, 'not_a_choice'],
      [{ 'ghost:importance': 3 }, 'not_a_choice'],
      [{ constructor: 3 }, 'not_a_choice'],
      [['a'], 'not_a_choice'],
      [4, 'not_a_choice'],
      [null, 'not_a_choice'],
      [{ a: [5] }, 'not_a_choice'],
    ],
  },
  nps: {
    question: { ...base, kind: 'nps' },
    takes: [0, 10],
    refuses: [
      [11, 'not_a_choice'],
      ['na', 'not_a_choice'],
    ],
  },
  csat: {
    question: { ...base, kind: 'csat', offerNotApplicable: true },
    takes: [5, 'na'],
    refuses: [[0, 'not_a_choice']],
  },
  ces: {
    question: { ...base, kind: 'ces', variant: 'topTwoOf5' },
    takes: [1, 5],
    refuses: [
      [6, 'not_a_choice'],
      ['na', 'not_a_choice'],
    ],
  },
  choice: {
    question: { ...base, kind: 'choice', options: three, order: 'random', other: { en: 'Other' } },
    takes: ['a', 'other', 'other:a partner', 'other:a: b'],
    refuses: [
      ['ghost', 'not_a_choice'],
      ['none', 'not_a_choice'],
      ['another', 'not_a_choice'],
      [`other:${'x'.repeat(501)}`, 'too_long'],
      [['a'], 'not_a_choice'],
    ],
  },
  choices: {
    question: choices,
    takes: [['a'], ['c', 'a', 'other:mine'], ['none'], ['d'], []],
    refuses: [
      [['a', 'b', 'c', 'other'], 'too_many'],
      [['a', 'a'], 'not_a_choice'],
      [['other', 'other:mine'], 'not_a_choice'],
      [['a', 'none'], 'stands_alone'],
      [['d', 'a'], 'stands_alone'],
      [['none', 'd'], 'stands_alone'],
      ['a', 'not_a_choice'],
    ],
  },
  dropdown: {
    question: { ...base, kind: 'dropdown', options: three, order: 'fixed', none: { en: 'None' } },
    takes: ['a', 'none'],
    refuses: [['other:mine', 'not_a_choice']],
  },
  ranking: {
    question: ranking,
    takes: [['b'], ['c', 'a']],
    refuses: [
      [['a', 'b', 'c'], 'too_many'],
      [['a', 'a'], 'same_place'],
      [['ghost'], 'not_a_choice'],
    ],
  },
  picture: {
    question: {
      ...base,
      kind: 'picture',
      options: three.map(part => ({ ...part, picture: null })),
      order: 'fixed',
      several: false,
    },
    takes: [['a']],
    refuses: [
      [['a', 'b'], 'too_many'],
      ['a', 'not_a_choice'],
    ],
  },
  slider: {
    question: { ...base, kind: 'slider', min: 0, max: 1, step: 0.1, low: {}, high: {} },
    takes: [0, 0.3, 0.7, 1, 0.1 + 0.2],
    refuses: [
      [0.35, 'not_a_choice'],
      [1.1, 'out_of_range'],
      [-0.1, 'out_of_range'],
      [Number.POSITIVE_INFINITY, 'not_a_number'],
      ['0.3', 'not_a_number'],
    ],
  },
  sum: {
    question: sum,
    takes: [{ a: 40, b: 60 }, { a: 100 }, { a: 0 }],
    refuses: [
      [{ a: 101 }, 'out_of_range'],
      [{ a: -1 }, 'out_of_range'],
      [{ a: 0.5 }, 'not_a_number'],
      [{ a: '50' }, 'not_a_number'],
      [{ ghost: 1 }, 'not_a_choice'],
      [[50, 50], 'not_a_choice'],
    ],
  },
  text: {
    question: { ...base, kind: 'text', long: false, maxLength: 3 },
    takes: ['abc', ''],
    refuses: [
      ['abcd', 'too_long'],
      [3, 'not_a_choice'],
      [{ length: 1 }, 'not_a_choice'],
    ],
  },
  number: {
    question: { ...base, kind: 'number', min: -5, decimals: 2 },
    takes: [-5, 0, 1.25, 1e12],
    refuses: [
      [-5.01, 'out_of_range'],
      [1e12 + 1, 'out_of_range'],
      [1.255, 'too_many_decimals'],
      ['1', 'not_a_number'],
      [Number.NaN, 'not_a_number'],
    ],
  },
  date: {
    question: { ...base, kind: 'date', earliest: '2026-01-31', latest: '2028-02-29' },
    takes: ['2026-01-31', '2028-02-29'],
    refuses: [
      ['2026-01-30', 'out_of_range'],
      ['2028-03-01', 'out_of_range'],
      ['2027-02-29', 'not_a_date'],
      ['29/02/2028', 'not_a_date'],
      [20260131, 'not_a_date'],
    ],
  },
  'yes-no': {
    question: { ...base, kind: 'yes-no', offerNotApplicable: false },
    takes: ['yes', 'no'],
    refuses: [
      ['na', 'not_a_choice'],
      [true, 'not_a_choice'],
    ],
  },
  consent: {
    question: { ...base, kind: 'consent' },
    takes: ['en'],
    refuses: [
      // A wording that was never written cannot have been agreed to.
      ['vi', 'not_a_choice'],
      ['fr', 'not_a_choice'],
      ['constructor', 'not_a_choice'],
      [true, 'not_a_choice'],
    ],
  },
  'contact-details': {
    question: details,
    takes: [{ name: 'Lan' }, { email: ' lan@example.com ', phone: '+84 28 3822 0000' }, { email: ' ' }],
    refuses: [
      [{ email: 'lan@' }, 'not_a_mailbox'],
      [{ phone: '12' }, 'not_a_phone'],
      [{ company: 'Hải Vân' }, 'not_a_choice'],
      [{ name: 'x'.repeat(501) }, 'too_long'],
      [{ name: 5 }, 'not_a_choice'],
      ['Lan', 'not_a_choice'],
    ],
  },
  upload: {
    question: { ...base, kind: 'upload', accept: ['pdf'], maxFiles: 2, maxMegabytes: 5 },
    takes: [['file-1', 'file-2'], []],
    refuses: [
      [['1', '2', '3'], 'too_many'],
      [['1', '1'], 'not_a_choice'],
      [['../1'], 'not_a_choice'],
      ['1', 'not_a_choice'],
    ],
  },
  statement: { question: { ...base, kind: 'statement' }, takes: [], refuses: [['read', 'not_a_choice']] },
}

describe('one answer', () => {
  const rows = Object.values(examples)
  test.each(
    rows.flatMap(({ question, takes }) => takes.map(value => [question.kind, value, question] as const)),
  )('%s takes %j', (_, value, question) => expect(answerProblem(question, value)).toBeNull())
  test.each(
    rows.flatMap(({ question, refuses }) =>
      refuses.map(([value, problem]) => [question.kind, value, problem, question] as const),
    ),
  )('%s refuses %j: %s', (_, value, problem, question) =>
    expect(answerProblem(question, value)).toBe(problem),
  )

  test.each(Object.entries(questionsByKind))('of a %s: whatever the kind makes is taken', (_, question) => {
    const answered = (question as fc.Arbitrary<Question>).chain(one =>
      (arbitraryAnswer(one) ?? fc.constant(null)).map(value => [one, value] as const),
    )
    fc.assert(
      fc.property(answered, ([one, value]) => {
        if (value !== null) expect(answerProblem(one, value)).toBeNull()
      }),
      { numRuns: 60 },
    )
  })

  test('anything at all gets a verdict, never an exception', () => {
    fc.assert(
      fc.property(arbitraryQuestion, fc.anything({ withNullPrototype: true }), (question, value) => {
        expect(['string', 'object']).toContain(typeof answerProblem(question, value))
      }),
      { numRuns: 500 },
    )
  })
})

describe('an answer that is not finished', () => {
  test.each<[Question, AnswerValue, boolean, AnswerProblem | null]>([
    [choices, ['a'], false, 'too_few'],
    [choices, ['a', 'b'], false, null],
    [choices, ['none'], false, null],
    [choices, ['d'], false, null],
    [ranking, ['a'], false, 'unfinished'],
    [ranking, ['a', 'c'], false, null],
    [{ ...ranking, top: 9 }, ['a', 'b', 'c'], false, null],
    [sum, { a: 40 }, false, 'wrong_total'],
    [sum, { a: 40, c: 60 }, false, null],
    [grid, { a: 4 }, false, null],
    [grid, { a: 4 }, true, 'unfinished'],
    [grid, { a: 4, b: 4, c: 4 }, true, 'unfinished'],
    [grid, { a: 4, b: 4, c: 'na', 'a:importance': 1, 'b:importance': 1 }, true, null],
    [details, { name: 'Lan' }, false, null],
    [details, { name: 'Lan', email: ' ' }, true, 'unfinished'],
    [details, { name: 'Lan', email: 'lan@example.com', phone: '+84 28 3822 0000' }, true, null],
  ])('%j with %j, required %s: %s', (question, value, required, problem) => {
    expect(answerProblem(question, value)).toBeNull()
    expect(answerGap(question, value, required)).toBe(problem)
  })
})

test('words of one’s own stand after "other:"', () => {
  expect(otherWords('other:a partner')).toBe('a partner')
  expect(otherWords('other')).toBe('')
  expect(otherWords('otherwise')).toBeNull()
})

test.each<[AnswerValue | undefined, boolean]>([
  [undefined, true],
  [' \n', true],
  [0, false],
  ['na', false],
  [[], true],
  [['a'], false],
  [{}, true],
  [{ name: ' ' }, true],
  [{ a: 0 }, false],
])('%j is blank: %s', (value, blank) => expect(isBlank(value)).toBe(blank))

describe('a set of answers', () => {
  const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
  const strict = {
    ...survey,
    pages: survey.pages.map(page => ({
      ...page,
      questions: page.questions.map(question => ({ ...question, required: question.id === 'recommend' })),
    })),
  }
  const complete = walk(survey, {}, {})

  test('a draft may leave required questions open, a submission may not', () => {
    expect(answerFaults(strict, {}, { complete: null })).toEqual([])
    expect(answerFaults(strict, {}, { complete: walk(strict, {}, {}) })).toEqual([
      { question: 'recommend', problem: 'required' },
    ])
  })

  test('white space is no answer to a required question', () => {
    expect(answerFaults(strict, { recommend: ' ' }, { complete: walk(strict, {}, {}) })).toEqual([
      { question: 'recommend', problem: 'required' },
    ])
  })

  test('what was begun must be finished where it is asked, and there only', () => {
    const [page] = survey.pages
    const definition = { ...survey, pages: [{ ...page, id: 'p', title: {}, questions: [sum] }] }
    const begun = { q: { a: 40 } }
    expect(answerFaults(definition, begun, { complete: null })).toEqual([])
    expect(answerFaults(definition, begun, { complete: walk(definition, begun, {}) })).toEqual([
      { question: 'q', problem: 'wrong_total' },
    ])
    const nothing = { asked: new Set<string>(), required: new Set<string>() }
    expect(answerFaults(definition, begun, { complete: nothing })).toEqual([])
  })

  test('faults come in the order of the questionnaire, unknown questions last', () => {
    const answers: Answers = { ghost: 1, recommend: 99, 'delivery_on-time': 9, constructor: 1 }
    expect(answerFaults(survey, answers, { complete })).toEqual([
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
        questions.map(question => [question.id, arbitraryAnswer(question) ?? fc.constant('')]),
      ),
    )
    fc.assert(
      fc.property(fitting, fc.nat(questions.length - 1), (answers, at) => {
        expect(answerFaults(survey, answers, { complete })).toEqual([])
        const question = questions[at]?.id ?? ''
        expect(answerFaults(survey, { ...answers, [question]: -1 }, { complete })).toEqual([
          { question, problem: 'not_a_choice' },
        ])
      }),
    )
  })
})

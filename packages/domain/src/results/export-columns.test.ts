import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AnswerValue } from '../survey/answers.ts'
import { arbitraryAnswer } from '../survey/arbitrary-answer.ts'
import { arbitraryQuestion } from '../survey/arbitrary-question.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'
import { exportColumns } from './export-columns.ts'

const base = { id: 'q', text: { en: 'Price' }, required: false }
const options = [
  { id: 'a', text: { en: 'A' } },
  { id: 'b', text: { en: 'B' } },
]
const asking = (question: Question): SurveyDefinition => ({
  title: {},
  welcome: {},
  thanks: {},
  languages: ['en'],
  defaultLanguage: 'en',
  factorModel: { key: 'm', version: 1 },
  pages: [{ id: 'p', title: {}, questions: [question] }],
})
const row = (question: Question, value?: AnswerValue) =>
  Object.fromEntries(
    exportColumns(asking(question)).map(({ key, read }) => [
      key,
      read(value === undefined ? {} : { q: value }),
    ]),
  )

test.each<[Question, AnswerValue, object]>([
  [{ ...base, kind: 'nps' }, 9, { q: 9 }],
  [
    { ...base, kind: 'choice', options, order: 'fixed', other: { en: 'Other' } },
    'other:by train',
    { q: 'other', 'q:other-words': 'by train' },
  ],
  [
    { ...base, kind: 'choices', options, order: 'fixed', other: { en: 'Other' }, none: { en: 'None' } },
    ['b', 'other:x'],
    { 'q:a': 0, 'q:b': 1, 'q:other': 1, 'q:none': 0, 'q:other-words': 'x' },
  ],
  [{ ...base, kind: 'ranking', options, order: 'fixed' }, ['b', 'a'], { 'q:a': 2, 'q:b': 1 }],
  [
    { ...base, kind: 'grid', rows: options, importance: true, offerNotApplicable: true },
    { a: 'na', 'b:importance': 3 },
    { 'q:a': 'na', 'q:a:importance': null, 'q:b': null, 'q:b:importance': 3 },
  ],
  [{ ...base, kind: 'upload', accept: ['pdf'], maxFiles: 3, maxMegabytes: 5 }, ['f1', 'f2'], { q: 2 }],
  [{ ...base, kind: 'statement' }, 'x', {}],
])('%j: %j', (question, value, cells) => {
  expect(row(question, value)).toEqual(cells)
})

test('no two columns share a heading, and what was not answered stands empty', () => {
  fc.assert(
    fc.property(arbitraryQuestion, question => {
      const columns = exportColumns(asking(question))
      for (const { read } of columns) expect(read({})).toBeNull()
      const parts = 'options' in question ? question.options : 'rows' in question ? question.rows : []
      if (new Set(parts.map(({ id }) => id)).size === parts.length)
        expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
    }),
  )
})

test('whatever was answered appears somewhere', () => {
  const pair = arbitraryQuestion.chain(question =>
    fc.tuple(fc.constant(question), arbitraryAnswer(question) ?? fc.constant(null)),
  )
  fc.assert(
    fc.property(pair, ([question, value]) => {
      if (value === null) return
      const cells = exportColumns(asking(question)).map(({ read }) => read({ [question.id]: value }))
      const isEmpty = typeof value === 'object' && Object.keys(value).length === 0
      if (!isEmpty) expect(cells.some(cell => cell !== null && cell !== undefined)).toBe(true)
    }),
  )
})

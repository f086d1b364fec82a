import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AnswerValue } from '../survey/answers.ts'
import { arbitraryAnswer } from '../survey/arbitrary-answer.ts'
import { arbitraryQuestion } from '../survey/arbitrary-question.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'
import { exportColumns } from './export-columns.ts'
import { codeOf, exportVariables } from './export-variables.ts'

const asking = (question: Question): SurveyDefinition => ({
  title: {},
  welcome: {},
  thanks: {},
  languages: ['en'],
  defaultLanguage: 'en',
  factorModel: { key: 'm', version: 1 },
  pages: [{ id: 'p', title: {}, questions: [question] }],
})
const base = { id: 'q', text: { en: 'Price' }, required: false }
const options = [
  { id: 'a', text: { en: 'A' } },
  { id: 'b', text: { en: 'B' } },
]
const codesOf = (question: Question, value: AnswerValue) =>
  exportVariables(asking(question)).map(variable => codeOf(variable, variable.read({ q: value })))

test.each<[Question, AnswerValue, (number | null)[]]>([
  [{ ...base, kind: 'satisfaction', offerNotApplicable: true }, 4, [4]],
  [{ ...base, kind: 'satisfaction', offerNotApplicable: true }, 'na', [99]],
  [{ ...base, kind: 'choice', options, order: 'fixed' }, 'b', [2]],
  [{ ...base, kind: 'choice', options, order: 'fixed', other: { en: 'Other' } }, 'other:x', [3, null]],
  [{ ...base, kind: 'choices', options, order: 'fixed' }, ['b'], [0, 1]],
  [{ ...base, kind: 'yes-no', offerNotApplicable: false }, 'no', [0]],
  [{ ...base, kind: 'nps' }, 10, [10]],
])('%j: %j', (question, value, codes) => expect(codesOf(question, value)).toEqual(codes))

test('every column is described, no two values share a code, and every answer of a coded column has one', () => {
  fc.assert(
    fc.property(
      arbitraryQuestion.chain(question =>
        fc.tuple(fc.constant(question), arbitraryAnswer(question) ?? fc.constant('')),
      ),
      ([question, value]) => {
        const definition = asking(question)
        const variables = exportVariables(definition)
        expect(variables.map(({ key }) => key)).toEqual(exportColumns(definition).map(({ key }) => key))
        for (const variable of variables) {
          const codes = variable.codes.map(({ code }) => code)
          expect(new Set(codes).size).toBe(codes.length)
          const cell = variable.read({ [question.id]: value })
          if (variable.type === 'coded' && cell !== null) expect(codeOf(variable, cell)).not.toBeNull()
        }
      },
    ),
  )
})

import { expect, test } from '@jest/globals'
import type { SurveyDefinition } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'
import { outcomeReader } from './outcome.ts'

const asking = (...questions: Question[]): SurveyDefinition => ({
  title: {},
  welcome: {},
  thanks: {},
  languages: ['en'],
  defaultLanguage: 'en',
  factorModel: { key: 'm', version: 1 },
  pages: [{ id: 'p', title: {}, questions }],
})
const base = { text: { en: 'x' }, required: false, offerNotApplicable: true }
const nps: Question = { ...base, id: 'nps', kind: 'nps' }
const whole: Question = { ...base, id: 'whole', kind: 'csat' }
const factor: Question = {
  ...base,
  id: 'delivery',
  kind: 'satisfaction',
  measures: { factor: 'delivery', attribute: null },
}

test.each([
  ['satisfaction as a whole before the likelihood to recommend', [factor, nps, whole], 'whole'],
  ['the likelihood to recommend where nothing else sums up', [factor, nps], 'nps'],
  ['nothing where only factors are rated', [factor], undefined],
])('it is %s', (_name, questions, id) => {
  expect(outcomeReader(asking(...questions))?.question).toBe(id)
})

test('"not applicable" and no answer say nothing', () => {
  const read = outcomeReader(asking(whole))?.read
  expect([read?.({ whole: 4 }), read?.({ whole: 'na' }), read?.({})]).toEqual([4, null, null])
})

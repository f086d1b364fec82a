import { expect, test } from '@jest/globals'
import { suggestContinuations } from './continuation.ts'
import type { SurveyDefinition } from './definition.ts'
import type { Question } from './question.ts'

const rated = (id: string, en: string, factor = 'delivery'): Question => ({
  id,
  kind: 'satisfaction',
  text: { en },
  required: false,
  offerNotApplicable: true,
  measures: { factor, attribute: null },
})
const comment = (id: string, en: string): Question => ({
  id,
  kind: 'text',
  text: { en },
  required: false,
  long: true,
  maxLength: 100,
})
const version = (...questions: Question[]): SurveyDefinition => ({
  title: {},
  languages: ['en'],
  defaultLanguage: 'en',
  factorModel: { key: 'ibm-six', version: 1 },
  welcome: {},
  thanks: {},
  pages: [{ id: 'p', title: {}, questions }],
})
const pairs = (before: Question[], after: Question[]) =>
  suggestContinuations(version(...before), version(...after)).map(({ question, earlier }) => [
    question,
    earlier,
  ])

test('a question that was made anew continues the one it is likest to', () => {
  expect(
    pairs(
      [rated('old-1', 'Delivery on the agreed day'), rated('old-2', 'Our delivery, overall')],
      [rated('new-1', 'Our delivery, all in all'), rated('new-2', 'Delivery on the agreed day')],
    ),
  ).toEqual([
    ['new-2', 'old-1'],
    ['new-1', 'old-2'],
  ])
})

test.each<[string, Question[], Question[]]>([
  ['another factor', [rated('a', 'Delivery on time')], [rated('b', 'Delivery on time', 'marketing')]],
  ['another kind', [rated('a', 'Delivery on time')], [{ ...comment('b', 'Delivery on time') }]],
  [
    'other words without a factor',
    [comment('a', 'What should we do better?')],
    [comment('b', 'What do you like?')],
  ],
  ['no common word', [rated('a', 'Delivery on time')], [rated('b', 'Complete papers')]],
  ['still asked', [rated('a', 'Delivery')], [rated('a', 'Delivery'), rated('b', 'Delivery')]],
  ['asked before', [rated('a', 'Delivery'), rated('b', 'Delivery')], [rated('b', 'Delivery')]],
])('nothing is suggested for %s', (_, before, after) => {
  expect(pairs(before, after)).toEqual([])
})

test('without a version before there is nothing to continue', () => {
  expect(suggestContinuations(null, version(rated('a', 'Delivery')))).toEqual([])
})

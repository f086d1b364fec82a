import { expect, test } from '@jest/globals'
import { foldResponses } from '../scoreboard.ts'
import type { Answers } from '../survey/answers.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'
import { statedImportance } from './stated-importance.ts'

const grid = (importance: boolean): Question => ({
  kind: 'grid',
  id: 'six',
  text: { en: 'How satisfied are you?' },
  required: false,
  importance,
  offerNotApplicable: true,
  rows: ['delivery', 'service'].map(id => ({
    id,
    text: { en: id },
    measures: { factor: id, attribute: null },
  })),
})
const survey = (importance: boolean): SurveyDefinition =>
  ({ pages: [{ id: 'p', title: { en: 'P' }, questions: [grid(importance)] }] }) as unknown as SurveyDefinition
const says = (delivery: number, service?: number): Answers => ({
  six: {
    delivery: 4,
    'delivery:importance': delivery,
    ...(service === undefined ? {} : { service: 3, 'service:importance': service }),
  },
})
const boardOf = (definition: SurveyDefinition, given: Answers[]) =>
  foldResponses(
    {},
    given.map((answers, at) => ({ id: `${at}`, answers, segments: [] })),
    definition,
  )
const stated = (definition: SurveyDefinition, given: Answers[], factor: string) =>
  statedImportance({
    definition,
    board: boardOf(definition, given),
    segment: 'all',
    factor,
    minimumCell: 5,
  })

test('is the mean of what was said beside the satisfaction', () => {
  const given = [says(5, 1), says(4, 2), says(3, 3), says(5, 4), says(3, 5)]
  expect(stated(survey(true), given, 'delivery')).toEqual({ mean: 4, n: 5 })
  expect(stated(survey(true), given, 'service')).toEqual({ mean: 3, n: 5 })
})

test('is not told of fewer than the minimum cell, nor where it is not asked', () => {
  const given = [says(5), says(4), says(3), says(5), says(3, 1)]
  expect(stated(survey(true), given, 'service')).toBeNull()
  expect(stated(survey(false), given, 'delivery')).toBeNull()
  expect(stated(survey(true), given, 'price')).toBeNull()
})

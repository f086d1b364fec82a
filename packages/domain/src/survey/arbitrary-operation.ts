import fc from 'fast-check'
import {
  anyPart,
  arbitraryQuestion,
  localText,
  measures,
  partId,
  questionId,
  record,
  settingValues,
  words,
  written,
} from './arbitrary-question.ts'
import type { Page } from './definition.ts'
import { arbitraryCondition } from './logic/arbitrary-logic.ts'
import type { Jump } from './logic/condition.ts'
import type { Operation, OperationName, SurveyOperation } from './operation.ts'
import { QUESTION_TEXTS } from './settings.ts'

/** Every operation for property tests. */

const pageId = fc.constantFrom('p1', 'p2', 'p3', 'p4')
const language = fc.constantFrom('en', 'vi', 'vi', 'fr')
const index = fc.integer({ min: 0, max: 5 })
const value = fc.constantFrom('', 'one', 'two', 'four')

const jump: fc.Arbitrary<Jump> = record({
  when: arbitraryCondition,
  to: fc.oneof(record({ page: pageId }), fc.constant('end' as const)),
})
const pageSettings = {
  factor: words,
  showIf: arbitraryCondition,
  jumps: fc.array(jump, { minLength: 1, maxLength: 2 }),
}

export const arbitraryPage: fc.Arbitrary<Page> = record(
  { id: pageId, title: localText, questions: fc.array(arbitraryQuestion, { maxLength: 4 }) },
  { intro: written, ...pageSettings },
)

const named = <Name extends OperationName>(op: Name) => ({ op: fc.constant(op) })

/** One operation for each setting by its name. */
function settings<Rest extends { op: fc.Arbitrary<OperationName> }>(
  rest: Rest,
  values: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<SurveyOperation> {
  const each = Object.entries(values).map(([name, one]) =>
    fc.record({ ...rest, setting: fc.constant(name), value: fc.option(one) }, { noNullPrototype: true }),
  )
  return fc.oneof(...each) as unknown as fc.Arbitrary<SurveyOperation>
}

/** A forgotten operation fails the type check. */
const operations: { [Name in OperationName]: fc.Arbitrary<SurveyOperation & { op: Name }> } = {
  'set-survey-text': record({
    ...named('set-survey-text'),
    field: fc.constantFrom('title', 'welcome', 'thanks'),
    language,
    value,
  }),
  'set-languages': record({
    ...named('set-languages'),
    languages: fc.uniqueArray(fc.constantFrom('en', 'vi', 'fr'), { maxLength: 3 }),
    defaultLanguage: fc.constantFrom('en', 'vi'),
  }),
  'set-factor-model': record({
    ...named('set-factor-model'),
    key: words,
    version: fc.integer({ min: 1, max: 3 }),
  }),
  'set-page-text': record({
    ...named('set-page-text'),
    page: pageId,
    field: fc.constantFrom('title', 'intro'),
    language,
    value,
  }),
  'set-page-setting': settings({ ...named('set-page-setting'), page: pageId }, pageSettings) as fc.Arbitrary<
    Operation<'set-page-setting'>
  >,
  'add-page': record({ ...named('add-page'), index, page: arbitraryPage }),
  'move-page': record({ ...named('move-page'), page: pageId, index }),
  'remove-page': record({ ...named('remove-page'), page: pageId }),
  'set-question-text': record({
    ...named('set-question-text'),
    question: questionId,
    field: fc.constantFrom(...QUESTION_TEXTS),
    language,
    value,
  }),
  'set-required': record({ ...named('set-required'), question: questionId, required: fc.boolean() }),
  'set-measures': record({ ...named('set-measures'), question: questionId, measures: fc.option(measures) }),
  'set-setting': settings({ ...named('set-setting'), question: questionId }, settingValues) as fc.Arbitrary<
    Operation<'set-setting'>
  >,
  'add-question': record({ ...named('add-question'), page: pageId, index, question: arbitraryQuestion }),
  'move-question': record({ ...named('move-question'), question: questionId, page: pageId, index }),
  'replace-question': record({ ...named('replace-question'), question: arbitraryQuestion }),
  'remove-question': record({ ...named('remove-question'), question: questionId }),
  'set-part-text': record({ ...named('set-part-text'), question: questionId, part: partId, language, value }),
  'set-part-setting': settings(
    { ...named('set-part-setting'), question: questionId, part: partId },
    { exclusive: fc.constant(true), picture: fc.constantFrom('sky', 'sea'), measures },
  ) as fc.Arbitrary<Operation<'set-part-setting'>>,
  'add-part': record({ ...named('add-part'), question: questionId, index, part: anyPart }),
  'move-part': record({ ...named('move-part'), question: questionId, part: partId, index }),
  'remove-part': record({ ...named('remove-part'), question: questionId, part: partId }),
}

export const arbitraryOperation: fc.Arbitrary<SurveyOperation> = fc.oneof(
  ...(Object.values(operations) as fc.Arbitrary<SurveyOperation>[]),
)

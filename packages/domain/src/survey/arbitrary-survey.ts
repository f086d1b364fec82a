import fc from 'fast-check'
import type { LocalText } from '../local-text.ts'
import type { Page, SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import type { SurveyOperation } from './edit.ts'
import type { Question } from './question.ts'

/** Surveys and operations for property tests: small ids, so that operations often meet and often miss. */

const questionId = fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5', 'q6')
const pageId = fc.constantFrom('p1', 'p2', 'p3', 'p4')
const words = fc.constantFrom('one', 'two', 'three')
const language = fc.constantFrom('en', 'vi', 'vi', 'fr')
const localText: fc.Arbitrary<LocalText> = fc
  .record({ en: words, vi: words }, { requiredKeys: [] })
  .map(text => ({ ...text }))
const written = localText.filter(text => Object.keys(text).length > 0)
const measures = fc.record({
  factor: fc.constantFrom('delivery', 'marketing', 'weather'),
  attribute: fc.constantFrom(null, 'on-time'),
})

const base = { id: questionId, text: localText, required: fc.boolean() }
const optional = { help: written, measures }
const question: fc.Arbitrary<Question> = fc
  .oneof(
    fc.record({ ...base, kind: fc.constant('satisfaction' as const), offerNotApplicable: fc.boolean() }),
    fc.record({ ...base, kind: fc.constant('nps' as const) }),
    fc.record({
      ...base,
      kind: fc.constant('text' as const),
      long: fc.boolean(),
      maxLength: fc.integer({ min: 1, max: 40 }),
    }),
  )
  .chain(core => fc.record(optional, { requiredKeys: [] }).map(more => ({ ...core, ...more })))

const page: fc.Arbitrary<Page> = fc
  .record({ id: pageId, title: localText, questions: fc.array(question, { maxLength: 4 }) })
  .chain(core =>
    fc.record({ intro: written, factor: words }, { requiredKeys: [] }).map(more => ({ ...core, ...more })),
  )

/** Ids are unique, as a draft that came through operations always has them. */
export const arbitrarySurvey: fc.Arbitrary<SurveyDefinition> = fc
  .record({
    title: localText,
    welcome: localText,
    thanks: localText,
    pages: fc.uniqueArray(page, { maxLength: 4, selector: ({ id }) => id }),
  })
  .map(({ pages, ...texts }) => {
    const seen = new Set<string>()
    const isNew = ({ id }: Question) => !seen.has(id) && Boolean(seen.add(id))
    return {
      ...texts,
      languages: ['en', 'vi'],
      defaultLanguage: 'en',
      factorModel: { key: 'ibm-six', version: 1 },
      pages: pages.map(one => ({ ...one, questions: one.questions.filter(isNew) })),
    }
  })

const index = fc.integer({ min: 0, max: 5 })
const value = fc.constantFrom('', 'one', 'two', 'four')

export const arbitraryOperation: fc.Arbitrary<SurveyOperation> = fc.oneof(
  fc.record({
    op: fc.constant('set-survey-text' as const),
    field: fc.constantFrom('title' as const, 'welcome' as const, 'thanks' as const),
    language,
    value,
  }),
  fc.record({
    op: fc.constant('set-page-text' as const),
    page: pageId,
    field: fc.constantFrom('title' as const, 'intro' as const),
    language,
    value,
  }),
  fc.record({
    op: fc.constant('set-question-text' as const),
    question: questionId,
    field: fc.constantFrom('text' as const, 'help' as const),
    language,
    value,
  }),
  fc.record({ op: fc.constant('set-required' as const), question: questionId, required: fc.boolean() }),
  fc.record({ op: fc.constant('set-not-applicable' as const), question: questionId, offer: fc.boolean() }),
  fc.record({
    op: fc.constant('set-measures' as const),
    question: questionId,
    measures: fc.option(measures),
  }),
  fc.record({ op: fc.constant('move-question' as const), question: questionId, page: pageId, index }),
  fc.record({ op: fc.constant('move-page' as const), page: pageId, index }),
  fc.record({ op: fc.constant('add-question' as const), page: pageId, index, question }),
  fc.record({ op: fc.constant('remove-question' as const), question: questionId }),
  fc.record({ op: fc.constant('add-page' as const), index, page }),
  fc.record({ op: fc.constant('remove-page' as const), page: pageId }),
)

export function sortedIds(definition: SurveyDefinition): { pages: string[]; questions: string[] } {
  return {
    pages: definition.pages.map(({ id }) => id).sort(),
    questions: questionsOf(definition)
      .map(({ id }) => id)
      .sort(),
  }
}

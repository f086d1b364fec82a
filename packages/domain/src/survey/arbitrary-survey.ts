import fc from 'fast-check'
import { arbitraryPage } from './arbitrary-operation.ts'
import { localText } from './arbitrary-question.ts'
import type { SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import type { Question } from './question.ts'

/** Ids are unique, as a draft that came through operations always has them. */
export const arbitrarySurvey: fc.Arbitrary<SurveyDefinition> = fc
  .record({
    title: localText,
    welcome: localText,
    thanks: localText,
    pages: fc.uniqueArray(arbitraryPage, { maxLength: 4, selector: ({ id }) => id }),
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

export function sortedIds(definition: SurveyDefinition): { pages: string[]; questions: string[] } {
  return {
    pages: definition.pages.map(({ id }) => id).sort(),
    questions: questionsOf(definition)
      .map(({ id }) => id)
      .sort(),
  }
}

import type { SurveyDefinition } from '../definition.ts'
import { questionsOf } from '../definition.ts'
import { SURVEY_LIMITS } from '../limits.ts'
import { partsOf } from '../parts.ts'
import type { Question } from '../question.ts'

/** What names our own survey files, and the version of their shape that this house writes and reads. */
export const OWN_FORMAT = 'sixfold-survey'
export const OWN_FORMAT_VERSION = 1

export type DefinitionFaultCode = 'duplicate_id' | 'no_default_language' | 'too_many_questions' | 'too_large'

export interface DefinitionFault {
  code: DefinitionFaultCode
  /** Within the definition, as in `pages.0.questions.2.id`. */
  path: string
}

/**
 * What a definition that was written elsewhere may have against it though each of its fields is sound: drafts that came
 * through the editor never have these.
 *
 * @example definitionFaults(twoPagesWithOneId) // [{ code: 'duplicate_id', path: 'pages.1.id' }]
 */
export function definitionFaults(definition: SurveyDefinition): DefinitionFault[] {
  const faults: DefinitionFault[] = []
  const { languages, defaultLanguage, pages } = definition
  for (const at of repeated(languages)) faults.push({ code: 'duplicate_id', path: `languages.${at}` })
  if (!languages.includes(defaultLanguage))
    faults.push({ code: 'no_default_language', path: 'defaultLanguage' })
  for (const at of repeated(pages.map(({ id }) => id)))
    faults.push({ code: 'duplicate_id', path: `pages.${at}.id` })
  const questions = pages.flatMap((page, pageAt) =>
    page.questions.map((question, at) => ({ question, path: `pages.${pageAt}.questions.${at}` })),
  )
  for (const at of repeated(questions.map(({ question }) => question.id)))
    faults.push({ code: 'duplicate_id', path: `${questions[at]?.path}.id` })
  for (const { question, path } of questions) {
    const own = partsOf(question)
    if (!own) continue
    for (const at of repeated(own.parts.map(({ id }) => id)))
      faults.push({ code: 'duplicate_id', path: `${path}.${own.list}.${at}.id` })
  }
  if (questions.length > SURVEY_LIMITS.questions) faults.push({ code: 'too_many_questions', path: 'pages' })
  if (JSON.stringify(definition).length > SURVEY_LIMITS.size) faults.push({ code: 'too_large', path: '' })
  return faults
}

/** The pictures that a survey shows, each once. */
export function picturesOf(definition: SurveyDefinition): string[] {
  const pictures = questionsOf(definition).flatMap(question =>
    question.kind === 'picture' ? question.options.flatMap(({ picture }) => picture ?? []) : [],
  )
  return [...new Set(pictures)]
}

/** `definition` with other pictures in the place of its own; null: none. */
export function withPictures(
  definition: SurveyDefinition,
  replace: (picture: string) => string | null,
): SurveyDefinition {
  const changed = (question: Question): Question =>
    question.kind === 'picture'
      ? {
          ...question,
          options: question.options.map(option => ({
            ...option,
            picture: option.picture === null ? null : replace(option.picture),
          })),
        }
      : question
  return {
    ...definition,
    pages: definition.pages.map(page => ({ ...page, questions: page.questions.map(changed) })),
  }
}

/** The places of those that stood before. */
function repeated(names: readonly string[]): number[] {
  const seen = new Set<string>()
  return names.flatMap((name, at) => {
    if (seen.has(name)) return [at]
    seen.add(name)
    return []
  })
}

import type { FactorModel } from '../factor-model.ts'
import type { Language, LocalText } from '../local-text.ts'
import { onlyLanguages } from '../local-text.ts'
import { withValue } from './edit-values.ts'
import { pipesOf } from './logic/pipe.ts'
import type { AnyPart } from './parts.ts'
import { partsOf, withParts } from './parts.ts'
import type { FactorReference, Question } from './question.ts'
import { needOfText, QUESTION_TEXTS, questionText } from './settings.ts'

/** What the library calls a question until it stands in a survey. */
export const LIBRARY_QUESTION = 'library'

/**
 * A question as the library keeps it: in all its languages, but without what only its survey can know. Conditions go, and where a
 * text takes an earlier answer, the words that would be said without one stay; facts about the contact stay.
 */
export function questionForLibrary(question: Question): Question {
  const { showIf: _show, requireIf: _require, libraryEntry: _entry, ...rest } = question
  return mapTexts({ ...rest, id: LIBRARY_QUESTION } as Question, withoutAnswers)
}

export interface SurveyForLibrary {
  /** Of the question in the survey. */
  id: string
  languages: readonly Language[]
  model: FactorModel
}

/**
 * A library question for one survey: in the survey's languages, under its own id, remembering the entry it came from. A factor that
 * the survey's model lacks is left out.
 *
 * @example questionFromLibrary({ id: 'starter-visit', question }, { id: 'question-7f', languages: ['en'], model }).libraryEntry // 'starter-visit'
 */
export function questionFromLibrary(
  entry: { id: string; question: Question },
  { id, languages, model }: SurveyForLibrary,
): Question {
  const question = mapTexts({ ...entry.question, id, libraryEntry: entry.id }, text =>
    onlyLanguages(text, languages),
  )
  const parts = partsOf(question)?.parts.map(part => withKnownFactor(part, model))
  const known = withKnownFactor(question, model)
  return parts ? withParts(known, parts) : known
}

function withKnownFactor<T extends { measures?: FactorReference }>(thing: T, model: FactorModel): T {
  const { measures, ...rest } = thing
  if (!measures) return thing
  const factor = model.factors.find(({ key }) => key === measures.factor)
  const known =
    factor && (measures.attribute === null || factor.attributes.some(({ key }) => key === measures.attribute))
  return known ? thing : (rest as T)
}

/** Changes every text; an optional one of which nothing is left goes altogether. */
function mapTexts(question: Question, change: (text: LocalText) => LocalText): Question {
  const parts: AnyPart[] = (partsOf(question)?.parts ?? []).map(part => ({
    ...part,
    text: change(part.text),
  }))
  return QUESTION_TEXTS.reduce(
    (changed: Question, field) => {
      const text = questionText(question, field)
      if (!text) return changed
      const gone = needOfText(question.kind, field) === 'optional' && Object.keys(change(text)).length === 0
      return withValue(changed, field, gone ? null : change(text))
    },
    withParts(question, parts),
  )
}

function withoutAnswers(text: LocalText): LocalText {
  const plain = Object.entries(text).map(([language, words]) => {
    const pipes = pipesOf(words).filter(({ subject }) => !subject || 'question' in subject)
    return [
      language,
      pipes.reduce((said, { written, instead }) => said.replaceAll(written, instead ?? ''), words),
    ]
  })
  return Object.fromEntries(plain)
}

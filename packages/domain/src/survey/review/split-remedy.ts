import type { FactorModel } from '../../factor-model.ts'
import type { Language, LocalText } from '../../local-text.ts'
import { missingLanguages } from '../../local-text.ts'
import type { SurveyDefinition } from '../definition.ts'
import type { SurveyOperation } from '../operation.ts'
import type { AnyPart } from '../parts.ts'
import { partsOf } from '../parts.ts'
import type { Question } from '../question.ts'
import { placeOf } from '../undo.ts'
import { split } from '../wording/split.ts'
import { phrases } from '../wording/words.ts'
import type { Finding } from './finding.ts'
import type { Remedy, RemedyCircumstances } from './remedy.ts'

/**
 * Two questions, or two rows, in the place of one that asks for two things. Null unless it can be taken apart in every language:
 * otherwise a translation would be left that asks for both.
 */
export function splitRemedy(
  { place: { part } }: Finding,
  question: Question,
  survey: SurveyDefinition,
  { model, newId }: RemedyCircumstances,
): Remedy | null {
  const rows = partsOf(question)?.parts ?? []
  const at = rows.findIndex(row => row.id === part)
  const row = rows[at]
  const text = part === undefined ? question.text : row?.text
  const halves = text && halvesOf(text, survey.languages, model)
  if (!halves) return null
  const first = Object.entries(halves[0]).map(
    ([language, value]): SurveyOperation =>
      part === undefined
        ? { op: 'set-question-text', question: question.id, field: 'text', language, value }
        : { op: 'set-part-text', question: question.id, part, language, value },
  )
  const second = row
    ? secondRow(question, row, at, { id: newId('part'), text: halves[1] })
    : secondQuestion(question, survey, { id: newId('question'), text: halves[1] })
  return second && { kind: 'split', operations: [...first, second] }
}

function halvesOf(
  text: LocalText,
  languages: readonly Language[],
  { factors }: FactorModel,
): readonly [LocalText, LocalText] | null {
  if (missingLanguages(text, languages).length > 0) return null
  const first: Record<Language, string> = {}
  const second: Record<Language, string> = {}
  for (const language of languages) {
    const names = phrases(factors.map(({ name }) => name[language] ?? ''))
    const two = split(text[language] ?? '', language, names)
    if (!two) return null
    ;[first[language], second[language]] = two
  }
  return [first, second]
}

/** Asked as the first is; a factor as a whole stays with the first. */
function secondQuestion(
  question: Question,
  survey: SurveyDefinition,
  { id, text }: { id: string; text: LocalText },
): SurveyOperation | null {
  const place = placeOf(survey, question.id)
  const { measures, help: _help, libraryEntry: _entry, ...rest } = question
  const kept = measures && measures.attribute !== null ? { measures } : {}
  const second = { ...rest, ...kept, id, text } as Question
  return place && { op: 'add-question', page: place.page, index: place.index + 1, question: second }
}

function secondRow(
  question: Question,
  { measures }: AnyPart,
  at: number,
  { id, text }: { id: string; text: LocalText },
): SurveyOperation {
  const kept = measures && measures.attribute !== null ? { measures } : {}
  return { op: 'add-part', question: question.id, index: at + 1, part: { id, text, ...kept } }
}

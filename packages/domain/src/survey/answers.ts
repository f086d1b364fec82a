import { readEmail, readPhone } from '../contact-points.ts'
import { isLocalDate } from '../is-local-date.ts'
import type { LocalText } from '../local-text.ts'
import { partKey } from './definition.ts'
import { SURVEY_LIMITS } from './limits.ts'
import { partsOf } from './parts.ts'
import type { MultipleChoiceQuestion, Question, QuestionOf } from './question.ts'
import { NONE, OTHER } from './question.ts'

/** "Not applicable": a true answer, but no point of the scale. */
export const NOT_APPLICABLE = 'na'

/** The part of a grid's answer that says how important a row is. */
export const IMPORTANCE = 'importance'

/**
 * By kind: satisfaction, agreement, csat 1 to 5 or 'na'; rating its points or 'na'; ces 1 to 5 or 7; nps 0 to 10; slider, number: the number;
 * choice, dropdown: the option's id, or `other:` and the words; yes-no: 'yes', 'no' or 'na'; text: the words; date: `2026-11-30`;
 * consent: the language of the wording that was agreed to; choices, picture: ids; ranking: ids, the best first; upload: file ids;
 * grid: by row 1 to 5 or 'na', and by `row:importance` 1 to 5; sum: points by option; contact-details: words by field.
 */
export type AnswerValue = number | string | readonly string[] | Readonly<Record<string, number | string>>

/** By question id. A question without an entry was left blank. */
export type Answers = Readonly<Record<string, AnswerValue>>

export type AnswerProblem =
  | 'unknown_question'
  | 'required'
  | 'not_a_choice'
  | 'too_long'
  | 'not_a_number'
  | 'out_of_range'
  | 'too_many_decimals'
  | 'not_a_date'
  | 'not_a_mailbox'
  | 'not_a_phone'
  | 'too_few'
  | 'too_many'
  | 'wrong_total'
  | 'unfinished'
  | 'stands_alone'
  | 'same_place'
  /** Only who holds the files can tell; `answerProblem` does not. */
  | 'unknown_file'

/** Words of one's own under "other", and in one field of contact details. */
export const MOST_OWN_WORDS = 500

/**
 * What is wrong with one answer, or null; such a value is not even kept. Blank words count as no answer.
 *
 * @example answerProblem({ kind: 'satisfaction', offerNotApplicable: false, ... }, 'na') // 'not_a_choice'
 */
export function answerProblem(question: Question, value: unknown): AnswerProblem | null {
  switch (question.kind) {
    case 'satisfaction':
    case 'agreement':
    case 'csat':
      return pointProblem(value, { low: 1, high: 5, orNone: question.offerNotApplicable })
    case 'rating':
      return pointProblem(value, {
        low: question.first,
        high: question.first + question.points - 1,
        orNone: question.offerNotApplicable,
      })
    case 'nps':
      return pointProblem(value, { low: 0, high: 10, orNone: false })
    case 'ces':
      return pointProblem(value, { low: 1, high: question.variant === 'topTwoOf5' ? 5 : 7, orNone: false })
    case 'grid':
      return gridProblem(question, value)
    case 'choice':
    case 'dropdown':
      return typeof value === 'string' ? chosenProblem(question, value) : 'not_a_choice'
    case 'choices':
      return choicesProblem(question, value)
    case 'ranking':
      return rankingProblem(question, value)
    case 'picture':
      return idsProblem(question, value, question.several ? question.options.length : 1)
    case 'sum':
      return sumProblem(question, value)
    case 'slider':
      return sliderProblem(question, value)
    case 'number':
      return numberProblem(question, value)
    case 'text':
      if (typeof value !== 'string') return 'not_a_choice'
      return value.length > question.maxLength ? 'too_long' : null
    case 'date':
      return dateProblem(question, value)
    case 'yes-no':
      if (value === NOT_APPLICABLE) return question.offerNotApplicable ? null : 'not_a_choice'
      return value === 'yes' || value === 'no' ? null : 'not_a_choice'
    case 'consent':
      return typeof value === 'string' && hasText(question.text, value) ? null : 'not_a_choice'
    case 'contact-details':
      return contactProblem(question, value)
    case 'upload':
      if (!isList(value) || hasTwice(value) || !value.every(id => /^[\w-]{1,64}$/.test(id)))
        return 'not_a_choice'
      return value.length > question.maxFiles ? 'too_many' : null
    case 'statement':
      return 'not_a_choice'
    default:
      return question satisfies never
  }
}

/** Whether a stored value says nothing: absent, white space only, or a list without entries. */
export function isBlank(value: AnswerValue | undefined): boolean {
  if (value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value === 'number') return false
  return isList(value) ? value.length === 0 : Object.values(value).every(item => isBlank(item))
}

/** Whether something has the shape of an answer, whatever was asked. */
export function isAnswerValue(value: unknown): value is AnswerValue {
  return typeof value === 'number' || typeof value === 'string' || isList(value) || isRecord(value)
}

interface Points {
  low: number
  high: number
  /** Whether "not applicable" is offered. */
  orNone: boolean
}

function pointProblem(value: unknown, { low, high, orNone }: Points): AnswerProblem | null {
  if (value === NOT_APPLICABLE) return orNone ? null : 'not_a_choice'
  return isWholeBetween(value, low, high) ? null : 'not_a_choice'
}

function gridProblem(question: QuestionOf<'grid'>, value: unknown): AnswerProblem | null {
  if (!isRecord(value)) return 'not_a_choice'
  const kinds = new Map<string, Points>()
  for (const { id } of question.rows) {
    kinds.set(id, { low: 1, high: 5, orNone: question.offerNotApplicable })
    if (question.importance) kinds.set(partKey(id, IMPORTANCE), { low: 1, high: 5, orNone: false })
  }
  for (const [key, point] of Object.entries(value)) {
    const points = kinds.get(key)
    const problem = points ? pointProblem(point, points) : 'not_a_choice'
    if (problem) return problem
  }
  return null
}

function chosenProblem(
  question: QuestionOf<'choice' | 'dropdown' | 'choices'>,
  value: string,
): AnswerProblem | null {
  const words = otherWords(value)
  if (words !== null) {
    if (!question.other) return 'not_a_choice'
    return words.length > MOST_OWN_WORDS ? 'too_long' : null
  }
  if (value === NONE && question.none) return null
  return question.options.some(({ id }) => id === value) ? null : 'not_a_choice'
}

function choicesProblem(question: MultipleChoiceQuestion, value: unknown): AnswerProblem | null {
  if (!isList(value)) return 'not_a_choice'
  for (const one of value) {
    const problem = chosenProblem(question, one)
    if (problem) return problem
  }
  const ids = value.map(one => (otherWords(one) === null ? one : OTHER))
  if (hasTwice(ids)) return 'not_a_choice'
  if (ids.length > 1 && ids.some(id => standsAlone(question, id))) return 'stands_alone'
  return ids.length > (question.atMost ?? Number.POSITIVE_INFINITY) ? 'too_many' : null
}

/** Whether choosing this one takes all others out. */
export function standsAlone(question: MultipleChoiceQuestion, id: string): boolean {
  return id === NONE || question.options.some(option => option.id === id && option.exclusive)
}

/**
 * The words under "other", or null for an ordinary option.
 *
 * @example otherWords('other:a partner') // 'a partner'
 */
export function otherWords(value: string): string | null {
  if (value === OTHER) return ''
  return value.startsWith(`${OTHER}:`) ? value.slice(OTHER.length + 1) : null
}

function idsProblem(question: Question, value: unknown, most: number): AnswerProblem | null {
  const known = new Set(partsOf(question)?.parts.map(({ id }) => id))
  if (!isList(value) || hasTwice(value) || !value.every(id => known.has(id))) return 'not_a_choice'
  return value.length > most ? 'too_many' : null
}

/** A form in which one place was given twice leaves a list with a repetition. */
function rankingProblem(question: QuestionOf<'ranking'>, value: unknown): AnswerProblem | null {
  if (isList(value) && hasTwice(value)) return 'same_place'
  return idsProblem(question, value, placesOf(question))
}

/** How many options are to be ranked. */
export function placesOf({ top, options }: QuestionOf<'ranking'>): number {
  return Math.min(top ?? options.length, options.length)
}

function sumProblem(question: QuestionOf<'sum'>, value: unknown): AnswerProblem | null {
  if (!isRecord(value)) return 'not_a_choice'
  for (const [id, points] of Object.entries(value)) {
    if (!question.options.some(option => option.id === id)) return 'not_a_choice'
    if (typeof points !== 'number' || !Number.isInteger(points)) return 'not_a_number'
    if (points < 0 || points > question.total) return 'out_of_range'
  }
  return null
}

/** What is shared out so far. */
export function sumOf(value: Readonly<Record<string, number | string>>): number {
  return Object.values(value).reduce<number>(
    (sum, points) => sum + (typeof points === 'number' ? points : 0),
    0,
  )
}

function sliderProblem({ min, max, step }: QuestionOf<'slider'>, value: unknown): AnswerProblem | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'not_a_number'
  if (value < min || value > max) return 'out_of_range'
  // Steps such as 0.1 add up with a rounding error, far below any step.
  const steps = (value - min) / step
  return Math.abs(steps - Math.round(steps)) < 1e-6 ? null : 'not_a_choice'
}

function numberProblem(question: QuestionOf<'number'>, value: unknown): AnswerProblem | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'not_a_number'
  if (value < (question.min ?? -SURVEY_LIMITS.number) || value > (question.max ?? SURVEY_LIMITS.number))
    return 'out_of_range'
  return Number(value.toFixed(question.decimals)) === value ? null : 'too_many_decimals'
}

function dateProblem({ earliest, latest }: QuestionOf<'date'>, value: unknown): AnswerProblem | null {
  if (typeof value !== 'string' || !isLocalDate(value)) return 'not_a_date'
  return (earliest && value < earliest) || (latest && value > latest) ? 'out_of_range' : null
}

function contactProblem(question: QuestionOf<'contact-details'>, value: unknown): AnswerProblem | null {
  if (!isRecord(value)) return 'not_a_choice'
  for (const [field, words] of Object.entries(value)) {
    if (!question.fields.some(({ id }) => id === field) || typeof words !== 'string') return 'not_a_choice'
    if (words.length > MOST_OWN_WORDS) return 'too_long'
    if (words.trim() === '') continue
    if (field === 'email' && !readEmail(words).ok) return 'not_a_mailbox'
    if (field === 'phone' && !readPhone(words).ok) return 'not_a_phone'
  }
  return null
}

/** Whether a value is a list of texts: chosen ids, ranked ids, files. */
export function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

/** Whether a value says something by part: a grid, shared points, contact details. */
export function isRecord(value: unknown): value is Readonly<Record<string, number | string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(item => typeof item === 'number' || typeof item === 'string')
  )
}

function hasTwice(list: readonly string[]): boolean {
  return new Set(list).size < list.length
}

function hasText(text: LocalText, language: string): boolean {
  return Object.hasOwn(text, language) && Boolean(text[language]?.trim())
}

function isWholeBetween(value: unknown, low: number, high: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
}

import type { FactorReference, Part, Question } from './question.ts'

/** Which field of a question holds its list. */
export type PartList = 'options' | 'rows' | 'fields'

/** A part of any list, with everything that some list's parts may have. */
export interface AnyPart extends Part {
  exclusive?: true
  picture?: string | null
  measures?: FactorReference
}

/**
 * The list that a question holds, whatever it is called there; null for kinds without one.
 *
 * @example partsOf(gridQuestion) // { list: 'rows', parts: gridQuestion.rows }
 */
export function partsOf(question: Question): { list: PartList; parts: readonly AnyPart[] } | null {
  if ('options' in question) return { list: 'options', parts: question.options }
  if ('rows' in question) return { list: 'rows', parts: question.rows }
  if ('fields' in question) return { list: 'fields', parts: question.fields }
  return null
}

/** `question` with another list in the place of its own; a kind without a list stays as it is. */
export function withParts(question: Question, parts: readonly Part[]): Question {
  const own = partsOf(question)
  return own ? ({ ...question, [own.list]: parts } as Question) : question
}

/** Parts are options that can stand alone, options with a picture, rows that measure, fields of contact details, or no more than a text. */
export type PartShape = 'option' | 'picture' | 'row' | 'field' | 'plain'

/** What the parts of a question are; null for kinds without a list. */
export function partShape(question: Question): PartShape | null {
  switch (question.kind) {
    case 'choice':
    case 'choices':
    case 'dropdown':
      return 'option'
    case 'picture':
      return 'picture'
    case 'grid':
      return 'row'
    case 'contact-details':
      return 'field'
    case 'ranking':
    case 'sum':
      return 'plain'
    case 'satisfaction':
    case 'agreement':
    case 'rating':
    case 'nps':
    case 'csat':
    case 'ces':
    case 'slider':
    case 'text':
    case 'number':
    case 'date':
    case 'yes-no':
    case 'consent':
    case 'upload':
    case 'statement':
      return null
    default:
      return question satisfies never
  }
}

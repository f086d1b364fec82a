import type { Part, Question } from './question.ts'

/** Which field of a question holds its list. */
export type PartList = 'options' | 'rows' | 'fields'

/**
 * The list that a question holds, whatever it is called there; null for kinds without one.
 *
 * @example partsOf(gridQuestion) // { list: 'rows', parts: gridQuestion.rows }
 */
export function partsOf(question: Question): { list: PartList; parts: readonly Part[] } | null {
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

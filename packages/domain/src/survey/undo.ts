import type { SurveyDefinition } from './definition.ts'
import type { SurveyOperation } from './edit.ts'
import type { Question } from './question.ts'

/** Where a question stands. */
export interface QuestionPlace {
  page: string
  index: number
  question: Question
}

/** The place of a question, or null when the survey lacks it. */
export function placeOf(definition: SurveyDefinition, id: string): QuestionPlace | null {
  for (const page of definition.pages) {
    const index = page.questions.findIndex(question => question.id === id)
    const question = page.questions[index]
    if (question) return { page: page.id, index, question }
  }
  return null
}

/**
 * The operation that takes `operation` back: applied after it, the definition is again what it was before.
 * Null where the operation would be refused.
 *
 * @example undoOf(draft, { op: 'remove-question', question: 'q1' }) // { op: 'add-question', page: 'p1', index: 0, question: ... }
 */
export function undoOf(definition: SurveyDefinition, operation: SurveyOperation): SurveyOperation | null {
  switch (operation.op) {
    case 'set-survey-text':
      return { ...operation, value: definition[operation.field][operation.language] ?? '' }
    case 'set-page-text': {
      const page = definition.pages.find(({ id }) => id === operation.page)
      return page ? { ...operation, value: page[operation.field]?.[operation.language] ?? '' } : null
    }
    case 'move-page':
    case 'remove-page': {
      const index = definition.pages.findIndex(({ id }) => id === operation.page)
      const page = definition.pages[index]
      if (!page) return null
      return operation.op === 'move-page' ? { ...operation, index } : { op: 'add-page', index, page }
    }
    case 'add-page':
      return { op: 'remove-page', page: operation.page.id }
    case 'add-question':
      return { op: 'remove-question', question: operation.question.id }
    default: {
      const place = placeOf(definition, operation.question)
      return place && undoAt(place, operation)
    }
  }
}

type OnQuestion = Exclude<Extract<SurveyOperation, { question: string }>, { op: 'add-question' }>

function undoAt({ page, index, question }: QuestionPlace, operation: OnQuestion): SurveyOperation | null {
  switch (operation.op) {
    case 'set-question-text':
      return { ...operation, value: question[operation.field]?.[operation.language] ?? '' }
    case 'set-required':
      return { ...operation, required: question.required }
    case 'set-not-applicable':
      return question.kind === 'satisfaction' ? { ...operation, offer: question.offerNotApplicable } : null
    case 'set-measures':
      return { ...operation, measures: question.measures ?? null }
    case 'move-question':
      return { ...operation, page, index }
    case 'remove-question':
      return { op: 'add-question', page, index, question }
    default:
      return operation satisfies never
  }
}

import type { Page, SurveyDefinition } from './definition.ts'
import type { Operation, PartOperation, QuestionOperation, SurveyOperation } from './operation.ts'
import { partsOf } from './parts.ts'
import type { Question } from './question.ts'
import { questionText, settingOf } from './settings.ts'

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
    case 'set-languages':
      return { ...operation, languages: definition.languages, defaultLanguage: definition.defaultLanguage }
    case 'set-factor-model':
      return { ...operation, ...definition.factorModel }
    case 'add-page':
      return { op: 'remove-page', page: operation.page.id }
    case 'set-page-text':
    case 'set-page-setting':
    case 'move-page':
    case 'remove-page': {
      const index = definition.pages.findIndex(({ id }) => id === operation.page)
      const page = definition.pages[index]
      return page ? undoOnPage({ index, page }, operation) : null
    }
    case 'add-question':
      return { op: 'remove-question', question: operation.question.id }
    case 'replace-question': {
      const question = placeOf(definition, operation.question.id)?.question
      return question ? { op: 'replace-question', question } : null
    }
    case 'move-question':
    case 'remove-question': {
      const place = placeOf(definition, operation.question)
      if (!place) return null
      const { page, index, question } = place
      return operation.op === 'move-question'
        ? { ...operation, page, index }
        : { op: 'add-question', page, index, question }
    }
    default: {
      const question = placeOf(definition, operation.question)?.question
      return question ? undoInQuestion(question, operation) : null
    }
  }
}

function undoOnPage(
  { index, page }: { index: number; page: Page },
  operation: Operation<'set-page-text' | 'set-page-setting' | 'move-page' | 'remove-page'>,
): SurveyOperation {
  switch (operation.op) {
    case 'set-page-text':
      return { ...operation, value: page[operation.field]?.[operation.language] ?? '' }
    case 'set-page-setting':
      return { ...operation, value: page[operation.setting] ?? null } as SurveyOperation
    case 'move-page':
      return { ...operation, index }
    case 'remove-page':
      return { op: 'add-page', index, page }
    default:
      return operation satisfies never
  }
}

function undoInQuestion(question: Question, operation: QuestionOperation): SurveyOperation | null {
  switch (operation.op) {
    case 'set-question-text':
      return { ...operation, value: questionText(question, operation.field)?.[operation.language] ?? '' }
    case 'set-required':
      return { ...operation, required: question.required }
    case 'set-measures':
      return { ...operation, measures: question.measures ?? null }
    case 'set-setting':
      return { ...operation, value: settingOf(question, operation.setting) ?? null } as SurveyOperation
    default:
      return undoInList(question, operation)
  }
}

function undoInList(question: Question, operation: PartOperation): SurveyOperation | null {
  if (operation.op === 'add-part')
    return { op: 'remove-part', question: operation.question, part: operation.part.id }
  const parts = partsOf(question)?.parts ?? []
  const index = parts.findIndex(({ id }) => id === operation.part)
  const part = parts[index]
  if (!part) return null
  switch (operation.op) {
    case 'set-part-text':
      return { ...operation, value: part.text[operation.language] ?? '' }
    case 'set-part-setting':
      return { ...operation, value: part[operation.setting] ?? null } as SurveyOperation
    case 'move-part':
      return { ...operation, index }
    case 'remove-part':
      return { op: 'add-part', question: operation.question, index, part }
    default:
      return operation satisfies never
  }
}

import { canonicalJson } from './canonical-json.ts'
import type { Page, SurveyDefinition } from './definition.ts'
import type { Operation, QuestionOperation, SurveyOperation } from './operation.ts'
import { partsOf } from './parts.ts'
import type { Question } from './question.ts'
import { questionText, settingOf } from './settings.ts'
import { placeOf } from './undo.ts'

/**
 * What an operation changes, as a key: two operations with one key overwrite each other.
 *
 * @example operationTarget({ op: 'set-required', question: 'q1', required: true }) // 'set-required q1'
 */
export function operationTarget(operation: SurveyOperation): string {
  switch (operation.op) {
    case 'set-languages':
    case 'set-factor-model':
      return operation.op
    case 'set-survey-text':
      return `${operation.op} ${operation.field} ${operation.language}`
    case 'set-page-text':
      return `${operation.op} ${operation.page} ${operation.field} ${operation.language}`
    case 'set-page-setting':
      return `${operation.op} ${operation.page} ${operation.setting}`
    case 'add-page':
      return `${operation.op} ${operation.page.id}`
    case 'move-page':
    case 'remove-page':
      return `${operation.op} ${operation.page}`
    case 'set-question-text':
      return `${operation.op} ${operation.question} ${operation.field} ${operation.language}`
    case 'set-setting':
      return `${operation.op} ${operation.question} ${operation.setting}`
    case 'add-question':
    case 'replace-question':
      return `${operation.op} ${operation.question.id}`
    case 'set-required':
    case 'set-measures':
    case 'move-question':
    case 'remove-question':
      return `${operation.op} ${operation.question}`
    case 'set-part-text':
      return `${operation.op} ${operation.question} ${operation.part} ${operation.language}`
    case 'set-part-setting':
      return `${operation.op} ${operation.question} ${operation.part} ${operation.setting}`
    case 'add-part':
      return `${operation.op} ${operation.question} ${operation.part.id}`
    case 'move-part':
    case 'remove-part':
      return `${operation.op} ${operation.question} ${operation.part}`
    default:
      return operation satisfies never
  }
}

/**
 * What `definition` holds where `operation` would write: a text, a setting, the page of a question, a whole question or
 * part. Null: nothing is there to write to.
 */
export function valueAt(definition: SurveyDefinition, operation: SurveyOperation): unknown {
  switch (operation.op) {
    case 'set-survey-text':
      return definition[operation.field][operation.language] ?? ''
    case 'set-languages':
      return { languages: definition.languages, defaultLanguage: definition.defaultLanguage }
    case 'set-factor-model':
      return definition.factorModel
    case 'add-page':
      return definition.pages.find(({ id }) => id === operation.page.id) ?? null
    case 'set-page-text':
    case 'set-page-setting':
    case 'move-page':
    case 'remove-page': {
      const page = definition.pages.find(({ id }) => id === operation.page)
      return page ? valueOnPage(page, operation) : null
    }
    case 'add-question':
    case 'replace-question':
      return placeOf(definition, operation.question.id)?.question ?? null
    case 'move-question':
      return placeOf(definition, operation.question)?.page ?? null
    case 'remove-question':
      return placeOf(definition, operation.question)?.question ?? null
    default: {
      const question = placeOf(definition, operation.question)?.question
      return question ? valueInQuestion(question, operation) : null
    }
  }
}

/** Stands for a setting that is not there, where null means that its question or page is gone. */
export const UNSET = 'none'

function valueOnPage(
  page: Page,
  operation: Operation<'set-page-text' | 'set-page-setting' | 'move-page' | 'remove-page'>,
): unknown {
  switch (operation.op) {
    case 'set-page-text':
      return page[operation.field]?.[operation.language] ?? ''
    case 'set-page-setting':
      return page[operation.setting] ?? UNSET
    case 'move-page':
      return true
    case 'remove-page':
      return page
    default:
      return operation satisfies never
  }
}

function valueInQuestion(question: Question, operation: QuestionOperation): unknown {
  switch (operation.op) {
    case 'set-question-text':
      return questionText(question, operation.field)?.[operation.language] ?? ''
    case 'set-required':
      return question.required
    case 'set-measures':
      return question.measures ?? UNSET
    case 'set-setting':
      return settingOf(question, operation.setting) ?? UNSET
    default: {
      const id = operation.op === 'add-part' ? operation.part.id : operation.part
      const part = partsOf(question)?.parts.find(one => one.id === id)
      if (!part) return null
      if (operation.op === 'set-part-text') return part.text[operation.language] ?? ''
      if (operation.op === 'set-part-setting') return part[operation.setting] ?? UNSET
      return operation.op === 'move-part' ? true : part
    }
  }
}

/**
 * Whether `value`, as `valueAt` gives it, is what the operation would set or add; places are not looked at.
 *
 * @example alreadySays(true, { op: 'set-required', question: 'q1', required: true }) // true
 */
export function alreadySays(standing: unknown, operation: SurveyOperation): boolean {
  const says = (value: unknown) => canonicalJson(standing) === canonicalJson(value)
  switch (operation.op) {
    case 'set-survey-text':
    case 'set-page-text':
    case 'set-question-text':
    case 'set-part-text':
      return says(operation.value)
    case 'set-setting':
    case 'set-page-setting':
    case 'set-part-setting':
      return says(operation.value ?? UNSET)
    case 'set-languages':
      return says({ languages: operation.languages, defaultLanguage: operation.defaultLanguage })
    case 'set-factor-model':
      return says({ key: operation.key, version: operation.version })
    case 'set-required':
      return says(operation.required)
    case 'set-measures':
      return says(operation.measures ?? UNSET)
    case 'replace-question':
    case 'add-question':
      return says(operation.question)
    case 'add-page':
      return says(operation.page)
    case 'add-part':
      return says(operation.part)
    case 'remove-page':
    case 'remove-question':
    case 'remove-part':
      return standing === null
    case 'move-page':
    case 'move-question':
    case 'move-part':
      return false
    default:
      return operation satisfies never
  }
}

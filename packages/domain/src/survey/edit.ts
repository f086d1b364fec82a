import type { Language, LocalText } from '../local-text.ts'
import type { Page, SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import type { FactorReference, Question } from './question.ts'

/** One small change of a draft. A save is a list of these against a revision, so that two people's changes can be told apart. */
export type SurveyOperation =
  | { op: 'set-survey-text'; field: 'title' | 'welcome' | 'thanks'; language: Language; value: string }
  | { op: 'set-page-text'; page: string; field: 'title' | 'intro'; language: Language; value: string }
  | { op: 'set-question-text'; question: string; field: 'text' | 'help'; language: Language; value: string }
  | { op: 'set-required'; question: string; required: boolean }
  | { op: 'set-not-applicable'; question: string; offer: boolean }
  | { op: 'set-measures'; question: string; measures: FactorReference | null }
  | { op: 'move-question'; question: string; page: string; index: number }
  | { op: 'move-page'; page: string; index: number }
  | { op: 'add-question'; page: string; index: number; question: Question }
  | { op: 'remove-question'; question: string }
  | { op: 'add-page'; index: number; page: Page }
  | { op: 'remove-page'; page: string }

export type EditRefusal =
  | 'unknown_page'
  | 'unknown_question'
  | 'unknown_language'
  | 'duplicate_page'
  | 'duplicate_question'
  | 'wrong_kind'
  | 'too_many'

export type EditResult = { ok: true; definition: SurveyDefinition } | { ok: false; reason: EditRefusal }

/** What a survey may grow to. */
export const SURVEY_LIMITS = { pages: 200, questions: 500 } as const

/**
 * Applies the operations in order; the first refusal, the one `at` that index, refuses all of them, so a save is
 * whole or nothing. Never mutates.
 */
export function applyOperations(
  definition: SurveyDefinition,
  operations: readonly SurveyOperation[],
): Extract<EditResult, { ok: true }> | { ok: false; reason: EditRefusal; at: number } {
  let current = definition
  for (const [at, operation] of operations.entries()) {
    const result = applyOperation(current, operation)
    if (!result.ok) return { ...result, at }
    current = result.definition
  }
  return { ok: true, definition: current }
}

/**
 * Applies one operation. An index past either end means that end. Setting a text to '' takes it out of that language,
 * and an optional text without any language goes altogether.
 *
 * @example applyOperation(draft, { op: 'set-required', question: 'q1', required: false })
 */
export function applyOperation(definition: SurveyDefinition, operation: SurveyOperation): EditResult {
  if ('language' in operation && !definition.languages.includes(operation.language))
    return refused('unknown_language')
  switch (operation.op) {
    case 'set-survey-text':
      return done({ ...definition, [operation.field]: withText(definition[operation.field], operation) })
    case 'set-page-text':
      return changePage(definition, operation.page, page =>
        operation.field === 'title'
          ? { ...page, title: withText(page.title, operation) }
          : withOptional(page, 'intro', withText(page.intro, operation)),
      )
    case 'set-question-text':
      return changeQuestion(definition, operation.question, question =>
        operation.field === 'text'
          ? { ...question, text: withText(question.text, operation) }
          : withOptional(question, 'help', withText(question.help, operation)),
      )
    case 'set-required':
      return changeQuestion(definition, operation.question, question => ({
        ...question,
        required: operation.required,
      }))
    case 'set-not-applicable':
      return changeQuestion(definition, operation.question, question =>
        question.kind === 'satisfaction' ? { ...question, offerNotApplicable: operation.offer } : null,
      )
    case 'set-measures':
      return changeQuestion(definition, operation.question, question =>
        withOptional(question, 'measures', operation.measures ?? {}),
      )
    case 'move-question':
      return moveQuestion(definition, operation)
    case 'move-page': {
      const page = definition.pages.find(({ id }) => id === operation.page)
      if (!page) return refused('unknown_page')
      const others = definition.pages.filter(other => other !== page)
      return done({ ...definition, pages: insertAt(others, operation.index, page) })
    }
    case 'add-question':
      return addQuestion(definition, operation)
    case 'remove-question':
      if (!questionsOf(definition).some(({ id }) => id === operation.question))
        return refused('unknown_question')
      return done(withoutQuestion(definition, operation.question))
    case 'add-page':
      return addPage(definition, operation)
    case 'remove-page': {
      const rest = definition.pages.filter(({ id }) => id !== operation.page)
      return rest.length === definition.pages.length
        ? refused('unknown_page')
        : done({ ...definition, pages: rest })
    }
    default:
      return operation satisfies never
  }
}

type Operation<Name extends SurveyOperation['op']> = Extract<SurveyOperation, { op: Name }>

function addQuestion(
  definition: SurveyDefinition,
  { page, index, question }: Operation<'add-question'>,
): EditResult {
  const questions = questionsOf(definition)
  if (questions.some(({ id }) => id === question.id)) return refused('duplicate_question')
  if (questions.length >= SURVEY_LIMITS.questions) return refused('too_many')
  return changePage(definition, page, found => ({
    ...found,
    questions: insertAt(found.questions, index, question),
  }))
}

function addPage(definition: SurveyDefinition, { index, page }: Operation<'add-page'>): EditResult {
  if (definition.pages.some(({ id }) => id === page.id)) return refused('duplicate_page')
  const ids = [...questionsOf(definition), ...page.questions].map(({ id }) => id)
  if (new Set(ids).size < ids.length) return refused('duplicate_question')
  if (definition.pages.length >= SURVEY_LIMITS.pages || ids.length > SURVEY_LIMITS.questions)
    return refused('too_many')
  return done({ ...definition, pages: insertAt(definition.pages, index, page) })
}

function moveQuestion(definition: SurveyDefinition, move: Operation<'move-question'>): EditResult {
  const question = questionsOf(definition).find(({ id }) => id === move.question)
  if (!question) return refused('unknown_question')
  return changePage(withoutQuestion(definition, move.question), move.page, page => ({
    ...page,
    questions: insertAt(page.questions, move.index, question),
  }))
}

function changePage(definition: SurveyDefinition, id: string, change: (page: Page) => Page): EditResult {
  if (!definition.pages.some(page => page.id === id)) return refused('unknown_page')
  return done({ ...definition, pages: definition.pages.map(page => (page.id === id ? change(page) : page)) })
}

function changeQuestion(
  definition: SurveyDefinition,
  id: string,
  change: (question: Question) => Question | null,
): EditResult {
  const before = questionsOf(definition).find(question => question.id === id)
  if (!before) return refused('unknown_question')
  const after = change(before)
  if (!after) return refused('wrong_kind')
  const pages = definition.pages.map(page => ({
    ...page,
    questions: page.questions.map(question => (question === before ? after : question)),
  }))
  return done({ ...definition, pages })
}

function withoutQuestion(definition: SurveyDefinition, id: string): SurveyDefinition {
  const pages = definition.pages.map(page => ({
    ...page,
    questions: page.questions.filter(question => question.id !== id),
  }))
  return { ...definition, pages }
}

function withText(
  text: LocalText | undefined,
  { language, value }: { language: Language; value: string },
): LocalText {
  const { [language]: _before, ...others } = text ?? {}
  return value === '' ? others : { ...others, [language]: value }
}

/** `thing` with `key` set to `value`, or without `key` when the value is empty. */
function withOptional<T extends object, K extends keyof T>(thing: T, key: K, value: object): T {
  const { [key]: _before, ...others } = thing
  return (Object.keys(value).length === 0 ? others : { ...others, [key]: value }) as T
}

function insertAt<T>(list: readonly T[], index: number, item: T): T[] {
  const at = Math.max(0, Math.min(index, list.length))
  return [...list.slice(0, at), item, ...list.slice(at)]
}

function done(definition: SurveyDefinition): EditResult {
  return { ok: true, definition }
}

function refused(reason: EditRefusal): EditResult {
  return { ok: false, reason }
}

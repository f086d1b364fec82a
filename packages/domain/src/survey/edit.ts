import type { Language } from '../local-text.ts'
import type { Page, Question, SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'

/** One small change of a draft. A save is a list of these against a revision, so that two people's changes can be told apart. */
export type SurveyOperation =
  | { op: 'set-survey-text'; field: 'title' | 'welcome' | 'thanks'; language: Language; value: string }
  | { op: 'set-page-text'; page: string; field: 'title' | 'intro'; language: Language; value: string }
  | { op: 'set-question-text'; question: string; field: 'text' | 'help'; language: Language; value: string }
  | { op: 'set-required'; question: string; required: boolean }
  | { op: 'set-not-applicable'; question: string; offer: boolean }
  | { op: 'move-question'; question: string; page: string; index: number }
  | { op: 'move-page'; page: string; index: number }
  | { op: 'add-question'; page: string; index: number; question: Question }
  | { op: 'remove-question'; question: string }

export type EditRefusal = 'unknown_page' | 'unknown_question' | 'duplicate_question' | 'wrong_kind'

export type EditResult = { ok: true; definition: SurveyDefinition } | { ok: false; reason: EditRefusal }

/** Applies the operations in order; the first refusal refuses all of them, so a save is whole or nothing. Never mutates. */
export function applyOperations(
  definition: SurveyDefinition,
  operations: readonly SurveyOperation[],
): EditResult {
  let current = definition
  for (const operation of operations) {
    const result = applyOperation(current, operation)
    if (!result.ok) return result
    current = result.definition
  }
  return { ok: true, definition: current }
}

/**
 * Applies one operation. An index past either end means that end.
 *
 * @example applyOperation(draft, { op: 'set-required', question: 'q1', required: false })
 */
export function applyOperation(definition: SurveyDefinition, operation: SurveyOperation): EditResult {
  switch (operation.op) {
    case 'set-survey-text': {
      const text = { ...definition[operation.field], [operation.language]: operation.value }
      return done({ ...definition, [operation.field]: text })
    }
    case 'set-page-text':
      return changePage(definition, operation.page, page => ({
        ...page,
        [operation.field]: { ...page[operation.field], [operation.language]: operation.value },
      }))
    case 'set-question-text':
      return changeQuestion(definition, operation.question, question => ({
        ...question,
        [operation.field]: { ...question[operation.field], [operation.language]: operation.value },
      }))
    case 'set-required':
      return changeQuestion(definition, operation.question, question => ({
        ...question,
        required: operation.required,
      }))
    case 'set-not-applicable':
      return changeQuestion(definition, operation.question, question =>
        question.kind === 'satisfaction' ? { ...question, offerNotApplicable: operation.offer } : null,
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
      if (questionsOf(definition).some(({ id }) => id === operation.question.id))
        return refused('duplicate_question')
      return changePage(definition, operation.page, page => ({
        ...page,
        questions: insertAt(page.questions, operation.index, operation.question),
      }))
    case 'remove-question':
      if (!questionsOf(definition).some(({ id }) => id === operation.question))
        return refused('unknown_question')
      return done(withoutQuestion(definition, operation.question))
    default:
      return operation satisfies never
  }
}

function moveQuestion(
  definition: SurveyDefinition,
  move: Extract<SurveyOperation, { op: 'move-question' }>,
): EditResult {
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

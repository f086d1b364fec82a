import type { Page, SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import { changeQuestionBy } from './edit-question.ts'
import { insertAt, withOptional, withText, withValue } from './edit-values.ts'
import { SURVEY_LIMITS } from './limits.ts'
import type { EditRefusal, Operation, SurveyOperation } from './operation.ts'
import type { Question } from './question.ts'

export type EditResult = { ok: true; definition: SurveyDefinition } | { ok: false; reason: EditRefusal }

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
 * Applies one operation; pages and questions that it does not touch stay the same objects. An index past either end means
 * that end. Setting a text to '' takes it out of that language, and an optional text without any language goes altogether.
 *
 * @example applyOperation(draft, { op: 'set-required', question: 'q1', required: false })
 */
export function applyOperation(definition: SurveyDefinition, operation: SurveyOperation): EditResult {
  if ('language' in operation && !definition.languages.includes(operation.language))
    return refused('unknown_language')
  switch (operation.op) {
    case 'set-survey-text':
      return done({ ...definition, [operation.field]: withText(definition[operation.field], operation) })
    case 'set-languages':
      return setLanguages(definition, operation)
    case 'set-factor-model':
      return done({ ...definition, factorModel: { key: operation.key, version: operation.version } })
    case 'set-page-text':
      return changePage(definition, operation.page, page =>
        operation.field === 'title'
          ? { ...page, title: withText(page.title, operation) }
          : withOptional(page, 'intro', withText(page.intro, operation)),
      )
    case 'set-page-setting':
      return changePage(definition, operation.page, page =>
        withValue(page, operation.setting, operation.value),
      )
    case 'add-page':
      return addPage(definition, operation)
    case 'move-page': {
      const page = definition.pages.find(({ id }) => id === operation.page)
      if (!page) return refused('unknown_page')
      const others = definition.pages.filter(other => other !== page)
      return done({ ...definition, pages: insertAt(others, operation.index, page) })
    }
    case 'remove-page': {
      const rest = definition.pages.filter(({ id }) => id !== operation.page)
      return rest.length === definition.pages.length
        ? refused('unknown_page')
        : done({ ...definition, pages: rest })
    }
    case 'add-question':
      return addQuestion(definition, operation)
    case 'move-question':
      return moveQuestion(definition, operation)
    case 'remove-question':
      if (!questionsOf(definition).some(({ id }) => id === operation.question))
        return refused('unknown_question')
      return done(withoutQuestion(definition, operation.question))
    case 'replace-question':
      return changeQuestion(definition, operation.question.id, () => operation.question)
    default:
      return changeQuestion(definition, operation.question, question => changeQuestionBy(question, operation))
  }
}

/** Texts in a language that is taken out stay, so that taking it in again brings them back. */
function setLanguages(
  definition: SurveyDefinition,
  { languages, defaultLanguage }: Operation<'set-languages'>,
): EditResult {
  const sound = new Set(languages).size === languages.length && languages.includes(defaultLanguage)
  return sound ? done({ ...definition, languages, defaultLanguage }) : refused('wrong_value')
}

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
  change: (question: Question) => Question | EditRefusal,
): EditResult {
  const page = definition.pages.find(({ questions }) => questions.some(question => question.id === id))
  const before = page?.questions.find(question => question.id === id)
  if (!page || !before) return refused('unknown_question')
  const after = change(before)
  if (typeof after === 'string') return refused(after)
  return changePage(definition, page.id, () => ({
    ...page,
    questions: page.questions.map(question => (question === before ? after : question)),
  }))
}

function withoutQuestion(definition: SurveyDefinition, id: string): SurveyDefinition {
  const pages = definition.pages.map(page =>
    page.questions.some(question => question.id === id)
      ? { ...page, questions: page.questions.filter(question => question.id !== id) }
      : page,
  )
  return { ...definition, pages }
}

function done(definition: SurveyDefinition): EditResult {
  return { ok: true, definition }
}

function refused(reason: EditRefusal): EditResult {
  return { ok: false, reason }
}

import type { SurveyDefinition } from './definition.ts'
import type { SurveyOperation } from './edit.ts'
import { applyOperation } from './edit.ts'
import { placeOf } from './undo.ts'
import { canonicalJson } from './versions.ts'

/** Two people changed the same thing. `theirs` is what stands now, in the shape that `valueAt` gives; null: it is gone. */
export interface Clash {
  mine: SurveyOperation
  theirs: unknown
}

export interface Merge {
  /** My operations that the other person's changes do not touch; they apply to `current` as they are. */
  kept: SurveyOperation[]
  clashes: Clash[]
}

/**
 * Carries my unsaved operations, made on `base`, over to `current`, which somebody else saved meanwhile.
 * A clash is a thing whose value they changed to something else than mine, or that they took away.
 *
 * @example mergeOperations({ base, current, operations: [] }) // { kept: [], clashes: [] }
 */
export function mergeOperations({
  base,
  current,
  operations,
}: {
  base: SurveyDefinition
  current: SurveyDefinition
  operations: readonly SurveyOperation[]
}): Merge {
  const kept: SurveyOperation[] = []
  const clashes = new Map<string, Clash>()
  let merged = current
  for (const operation of operations) {
    const key = operationTarget(operation)
    const theirs = valueAt(current, operation)
    const changed = canonicalJson(theirs) !== canonicalJson(valueAt(base, operation))
    const result = applyOperation(merged, operation)
    if ((changed && !alreadySays(theirs, operation)) || !result.ok) {
      clashes.set(key, { mine: operation, theirs })
      continue
    }
    clashes.delete(key)
    kept.push(operation)
    merged = result.definition
  }
  return { kept, clashes: [...clashes.values()] }
}

/**
 * What an operation changes, as a key: two operations with one key overwrite each other.
 *
 * @example operationTarget({ op: 'set-required', question: 'q1', required: true }) // 'set-required q1'
 */
export function operationTarget(operation: SurveyOperation): string {
  switch (operation.op) {
    case 'set-survey-text':
      return `${operation.op} ${operation.field} ${operation.language}`
    case 'set-page-text':
      return `${operation.op} ${operation.page} ${operation.field} ${operation.language}`
    case 'set-question-text':
      return `${operation.op} ${operation.question} ${operation.field} ${operation.language}`
    case 'add-question':
      return `${operation.op} ${operation.question.id}`
    case 'add-page':
      return `${operation.op} ${operation.page.id}`
    case 'move-page':
    case 'remove-page':
      return `${operation.op} ${operation.page}`
    default:
      return `${operation.op} ${operation.question}`
  }
}

/** What `definition` holds where `operation` would write: a text, a switch, the page of a question, a whole question. Null: nothing. */
export function valueAt(definition: SurveyDefinition, operation: SurveyOperation): unknown {
  switch (operation.op) {
    case 'set-survey-text':
      return definition[operation.field][operation.language] ?? ''
    case 'set-page-text': {
      const page = definition.pages.find(({ id }) => id === operation.page)
      return page ? (page[operation.field]?.[operation.language] ?? '') : null
    }
    case 'remove-page':
      return definition.pages.find(({ id }) => id === operation.page) ?? null
    case 'move-page':
      return definition.pages.some(({ id }) => id === operation.page) || null
    case 'add-page':
      return definition.pages.find(({ id }) => id === operation.page.id) ?? null
    case 'add-question':
      return placeOf(definition, operation.question.id)?.question ?? null
    case 'move-question':
      return placeOf(definition, operation.question)?.page ?? null
    default: {
      const question = placeOf(definition, operation.question)?.question
      if (!question) return null
      if (operation.op === 'set-question-text') return question[operation.field]?.[operation.language] ?? ''
      if (operation.op === 'set-required') return question.required
      if (operation.op === 'set-measures') return question.measures ?? 'none'
      if (operation.op === 'set-not-applicable')
        return question.kind === 'satisfaction' && question.offerNotApplicable
      return question
    }
  }
}

/** Whether they came to the very value that my operation would set. */
function alreadySays(theirs: unknown, operation: SurveyOperation): boolean {
  switch (operation.op) {
    case 'set-survey-text':
    case 'set-page-text':
    case 'set-question-text':
      return theirs === operation.value
    case 'set-required':
      return theirs === operation.required
    case 'set-not-applicable':
      return theirs === operation.offer
    case 'set-measures':
      return canonicalJson(theirs) === canonicalJson(operation.measures ?? 'none')
    case 'move-question':
      return theirs === operation.page
    default:
      return false
  }
}

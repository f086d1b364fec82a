import { canonicalJson } from './canonical-json.ts'
import type { Page, SurveyDefinition } from './definition.ts'
import type { Moved } from './list-order.ts'
import { movesBetween } from './list-order.ts'
import type { Operation, SurveyOperation } from './operation.ts'
import { valueAt } from './operation-value.ts'
import { partsOf } from './parts.ts'
import { placeOf } from './undo.ts'

/** A survey as it was, and as somebody left it. */
export interface Change {
  base: SurveyDefinition
  current: SurveyDefinition
}

/**
 * Whether a change touched what `operation` would write: set it to something else, moved it, added it or took it away.
 * A removal is touched by any change inside of what it removes.
 *
 * @example isTouched({ base, current: base }, operation) // false
 */
export function isTouched(change: Change, operation: SurveyOperation): boolean {
  const { base, current } = change
  switch (operation.op) {
    case 'move-page':
    case 'move-question':
    case 'move-part':
      return isGone(change, operation) || movedBy(change, operation) !== 'no'
    case 'remove-question':
    case 'remove-part':
      return differs(change, operation) || movedBy(change, operation) === 'surely'
    case 'remove-page': {
      const page = current.pages.find(({ id }) => id === operation.page)
      return page ? isPageTouched(change, page) : base.pages.some(({ id }) => id === operation.page)
    }
    default:
      return differs(change, operation)
  }
}

/** Whether a change took away what an operation works on. */
export function isGone({ base, current }: Change, operation: SurveyOperation): boolean {
  return valueAt(base, operation) !== null && valueAt(current, operation) === null
}

/**
 * Whether a change left something in a page that would be lost with it. `page` is how it stands when it goes: questions
 * that a change took out of it, or that were moved away before, are not lost.
 */
export function isPageTouched(change: Change, page: Page): boolean {
  const { base, current } = change
  const before = base.pages.find(({ id }) => id === page.id)
  const after = current.pages.find(({ id }) => id === page.id)
  const own = (one: Page | undefined) => canonicalJson(one && { ...one, questions: [] })
  if (
    own(before) !== own(after) ||
    movedBy(change, { op: 'move-page', page: page.id, index: 0 }) === 'surely'
  )
    return true
  return page.questions.some(({ id }) => {
    const [was, is] = [placeOf(base, id), placeOf(current, id)]
    if (!is) return false
    if (!was || canonicalJson(was.question) !== canonicalJson(is.question)) return true
    return is.page === page.id && was.page !== page.id
  })
}

function differs({ base, current }: Change, operation: SurveyOperation): boolean {
  return canonicalJson(valueAt(base, operation)) !== canonicalJson(valueAt(current, operation))
}

type OnPlace = Operation<
  'move-page' | 'move-question' | 'move-part' | 'remove-page' | 'remove-question' | 'remove-part'
>

/** Whether a change moved the item that an operation moves or removes. */
export function movedBy({ base, current }: Change, operation: OnPlace): Moved {
  const was = standingOf(base, operation)
  const is = standingOf(current, operation)
  if (!was || !is) return 'no'
  if (was.list !== is.list) return 'surely'
  return movesBetween(was.ids, is.ids).get(was.item) ?? 'no'
}

/**
 * Where the item of an operation stands: in which list, and behind which other item (null: at the head).
 * Null when the survey lacks it.
 */
export function standsBehind(
  definition: SurveyDefinition,
  operation: OnPlace,
): { list: string; behind: string | null } | null {
  const standing = standingOf(definition, operation)
  if (!standing) return null
  const { list, ids, item } = standing
  return { list, behind: ids[ids.indexOf(item) - 1] ?? null }
}

interface Standing {
  list: string
  ids: readonly string[]
  item: string
}

function standingOf(definition: SurveyDefinition, operation: OnPlace): Standing | null {
  const standing = listAround(definition, operation)
  return standing?.ids.includes(standing.item) ? standing : null
}

function listAround(definition: SurveyDefinition, operation: OnPlace): Standing | null {
  switch (operation.op) {
    case 'move-page':
    case 'remove-page':
      return { list: 'pages', ids: idsOf(definition.pages), item: operation.page }
    case 'move-question':
    case 'remove-question': {
      const page = definition.pages.find(({ questions }) =>
        questions.some(({ id }) => id === operation.question),
      )
      return page ? { list: page.id, ids: idsOf(page.questions), item: operation.question } : null
    }
    case 'move-part':
    case 'remove-part': {
      const question = placeOf(definition, operation.question)?.question
      const parts = question && partsOf(question)?.parts
      return parts ? { list: operation.question, ids: idsOf(parts), item: operation.part } : null
    }
    default:
      return operation satisfies never
  }
}

function idsOf(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id)
}

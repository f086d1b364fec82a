import type { SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import type { Lists } from './list-order.ts'
import { indexAmong, movesBetween } from './list-order.ts'
import type { SurveyOperation } from './operation.ts'
import { partsOf } from './parts.ts'
import type { Change } from './touched.ts'
import { placeOf } from './undo.ts'

/** From which survey to which an operation is carried. */
interface Carrying {
  from: SurveyDefinition
  to: SurveyDefinition
  /** What somebody else changed between the two, where that is known. */
  theirs?: Change
  /** Items that I moved myself to a place that is not settled yet. */
  waiting?: ReadonlySet<string>
}

/**
 * An operation that was made on `from`, as it is meant on `to`: a place in a list goes by its neighbours, not by its
 * number, and a page that is added does not bring questions that meanwhile stand elsewhere.
 *
 * @example
 * carryOver({ op: 'move-page', page: 'p1', index: 1 }, { from, to }) // index 2, when `to` has a new page in front
 */
export function carryOver<Op extends SurveyOperation>(
  operation: Op,
  { from, to, theirs, waiting }: Carrying,
): Op {
  const carried = withoutPresent(operation, to)
  if (!('index' in carried)) return carried
  const lists = listsFor({ base: from, current: to }, carried)
  if (!lists) return carried
  const known = theirs && listsFor(theirs, carried)
  const moves = known && movesBetween(known.before, known.after)
  const stays = moves && ((id: string) => (moves.get(id) ?? 'no') === 'no' && !waiting?.has(id))
  return { ...carried, index: indexAmong(lists, placedBy(carried), carried.index, stays ?? undefined) }
}

function listsFor({ base, current }: Change, operation: Placing): Lists | null {
  const [before, after] = [listFor(base, operation), listFor(current, operation)]
  return before && after ? { before, after } : null
}

function withoutPresent<Op extends SurveyOperation>(operation: Op, to: SurveyDefinition): Op {
  if (operation.op !== 'add-page') return operation
  const present = new Set(questionsOf(to).map(({ id }) => id))
  const questions = operation.page.questions.filter(({ id }) => !present.has(id))
  return questions.length === operation.page.questions.length
    ? operation
    : { ...operation, page: { ...operation.page, questions } }
}

/** An operation that gives an item a place in a list. */
export type Placing = Extract<SurveyOperation, { index: number }>

/** The item that an operation gives a place. */
export function placedBy(operation: Placing): string {
  switch (operation.op) {
    case 'add-page':
      return operation.page.id
    case 'move-page':
      return operation.page
    case 'add-question':
      return operation.question.id
    case 'move-question':
      return operation.question
    case 'add-part':
      return operation.part.id
    case 'move-part':
      return operation.part
    default:
      return operation satisfies never
  }
}

/** The ids of the list that an operation puts something into; null when there is no such list. */
export function listFor(definition: SurveyDefinition, operation: Placing): string[] | null {
  switch (operation.op) {
    case 'add-page':
    case 'move-page':
      return definition.pages.map(({ id }) => id)
    case 'add-question':
    case 'move-question': {
      const page = definition.pages.find(({ id }) => id === operation.page)
      return page ? page.questions.map(({ id }) => id) : null
    }
    case 'add-part':
    case 'move-part': {
      const question = placeOf(definition, operation.question)?.question
      const parts = question && partsOf(question)?.parts
      return parts ? parts.map(({ id }) => id) : null
    }
    default:
      return operation satisfies never
  }
}

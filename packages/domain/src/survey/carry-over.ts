import type { SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import { indexAmong } from './list-order.ts'
import type { SurveyOperation } from './operation.ts'
import { partsOf } from './parts.ts'
import { placeOf } from './undo.ts'

/**
 * An operation that was made on `from`, as it is meant on `to`: a place in a list goes by its neighbours, not by its
 * number, and a page that is added does not bring questions that meanwhile stand elsewhere.
 *
 * @example
 * carryOver({ op: 'move-page', page: 'p1', index: 1 }, { from, to }) // index 2, when `to` has a new page in front
 */
export function carryOver<Op extends SurveyOperation>(
  operation: Op,
  { from, to }: { from: SurveyDefinition; to: SurveyDefinition },
): Op {
  const carried = withoutPresent(operation, to)
  if (!('index' in carried)) return carried
  const [before, after] = [listFor(from, carried), listFor(to, carried)]
  if (!before || !after) return carried
  return { ...carried, index: indexAmong({ before, after }, itemOf(carried), carried.index) }
}

function withoutPresent<Op extends SurveyOperation>(operation: Op, to: SurveyDefinition): Op {
  if (operation.op !== 'add-page') return operation
  const present = new Set(questionsOf(to).map(({ id }) => id))
  const questions = operation.page.questions.filter(({ id }) => !present.has(id))
  return questions.length === operation.page.questions.length
    ? operation
    : { ...operation, page: { ...operation.page, questions } }
}

type Placing = Extract<SurveyOperation, { index: number }>

/** What an operation puts somewhere. */
function itemOf(operation: Placing): string {
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
function listFor(definition: SurveyDefinition, operation: Placing): string[] | null {
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

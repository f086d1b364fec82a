import type { AnswerValue } from '../survey/answers.ts'
import { IMPORTANCE, isBlank, isList, isRecord, NOT_APPLICABLE, otherWords } from '../survey/answers.ts'
import { partKey } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'
import { OTHER } from '../survey/question.ts'
import type { Cell, CellList } from './cells.ts'

/** By how much an answer raises which cell of a list. */
export type Raise = readonly [cell: number, by: number]

/**
 * What one answer adds to a list of counts. A blank answer, and one that no cell stands for, adds nothing.
 *
 * @example countAnswer(nps, 9, list) // [[9, 1]]
 * @example countAnswer(choices, ['price', 'other:speed'], list) // [[0, 1], [1, 1], [4, 1]]: answered, price, other
 */
export function countAnswer(question: Question, value: AnswerValue | undefined, list: CellList): Raise[] {
  const part = partOf(question, value, list)
  if (isBlank(part)) return []
  return list.cells.flatMap((cell, at): Raise[] => {
    const by = raiseOf(cell, part, list)
    return by === 0 ? [] : [[at, by]]
  })
}

/** The part of an answer that a list counts: of a grid one row, of a ranking the place of one option, else all of it. */
function partOf(
  question: Question,
  value: AnswerValue | undefined,
  { part, importance }: CellList,
): AnswerValue | undefined {
  if (part === null || value === undefined) return value
  if (question.kind === 'ranking') {
    const place = isList(value) ? value.indexOf(part) + 1 : 0
    return place > 0 ? place : undefined
  }
  const key = importance ? partKey(part, IMPORTANCE) : part
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function raiseOf(cell: Cell, value: AnswerValue | undefined, list: CellList): number {
  switch (cell.is) {
    case 'answered':
      return 1
    case 'point':
      return typeof value === 'number' && Math.abs(value - cell.value) < 1e-9 ? 1 : 0
    case 'not_applicable':
      return value === NOT_APPLICABLE ? 1 : 0
    case 'yes':
    case 'no':
      return value === cell.is ? 1 : 0
    case 'option':
      return chosenIn(value).includes(cell.option) ? 1 : 0
    case 'place':
      return value === cell.place ? 1 : 0
    case 'total':
      return typeof value === 'number' ? Math.round(value * 10 ** cell.decimals) : 0
    case 'range':
      return typeof value === 'number' && isIn(cell, value, list) ? 1 : 0
    default:
      return cell satisfies never
  }
}

function chosenIn(value: AnswerValue | undefined): string[] {
  const chosen = typeof value === 'string' ? [value] : value !== undefined && isList(value) ? [...value] : []
  return chosen.map(one => (otherWords(one) === null ? one : OTHER))
}

function isIn(range: Extract<Cell, { is: 'range' }>, value: number, { cells }: CellList): boolean {
  const isLast = cells.at(-1) === range
  return value >= range.from && (value < range.to || (isLast && value === range.to))
}

import { IMPORTANCE } from '../survey/answers.ts'
import { partKey } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'
import { NONE, OTHER } from '../survey/question.ts'

/** What one count of a question stands for. */
export type Cell =
  /** A point of a scale; `value` as it was answered. */
  | { is: 'point'; value: number }
  | { is: 'not_applicable' }
  /** An option, or `other` or `none`. */
  | { is: 'option'; option: string }
  | { is: 'yes' | 'no' }
  /** So many put this option on the place, 1 the best. */
  | { is: 'place'; place: number }
  /** How many answered at all: the base where several counts may rise at once, or nothing else is counted. */
  | { is: 'answered' }
  /** No count but a total of what was answered, in units of 10^−decimals, so that it adds up exactly in any order. */
  | { is: 'total'; decimals: number }
  /** Answers from `from` up to but not including `to`; the last one includes it. */
  | { is: 'range'; from: number; to: number }

/** One list of counts: a question, or one row or option of it. `part` null: the question itself. */
export interface CellList {
  /** Names it on the scoreboard. */
  key: string
  part: string | null
  /** A grid's second scale. */
  importance?: true
  cells: readonly Cell[]
}

/** Ranges that the answers of a bounded number fall into. */
const RANGES = 10
/** A slider with more steps than this is counted in ranges. */
const MOST_STEPS = 101

/**
 * What is counted of a question, in the order in which it is stored: one list a question, or one a row or option.
 * A stored scoreboard depends on this order; a changed question is another version, and has a scoreboard of its own.
 *
 * @example cellListsOf({ kind: 'nps', id: 'q1', ... }) // [{ key: 'q1', part: null, cells: eleven points }]
 */
export function cellListsOf(question: Question): CellList[] {
  const whole = (cells: readonly Cell[]): CellList[] =>
    cells.length > 0 ? [{ key: question.id, part: null, cells }] : []
  const ofParts = (parts: readonly { id: string }[], cells: readonly Cell[]): CellList[] =>
    parts.map(({ id }) => ({ key: partKey(question.id, id), part: id, cells }))
  switch (question.kind) {
    case 'satisfaction':
    case 'agreement':
    case 'csat':
      return whole(BEST_FIRST)
    case 'grid':
      return [
        ...ofParts(question.rows, BEST_FIRST),
        ...(question.importance ? ofParts(question.rows, points(1, 5)).map(asImportance) : []),
      ]
    case 'rating':
      return whole([
        ...points(question.first, question.first + question.points - 1),
        { is: 'not_applicable' },
      ])
    case 'nps':
      return whole(points(0, 10))
    case 'ces':
      return whole(points(1, question.variant === 'topTwoOf5' ? 5 : 7))
    case 'choice':
    case 'dropdown':
      return whole(optionCells(question))
    case 'choices':
      return whole([{ is: 'answered' }, ...optionCells(question)])
    case 'picture':
      return whole([
        { is: 'answered' },
        ...question.options.map(({ id }) => ({ is: 'option', option: id }) as const),
      ])
    case 'ranking':
      return ofParts(
        question.options,
        Array.from({ length: question.top ?? question.options.length }, (_, at) => ({
          is: 'place',
          place: at + 1,
        })),
      )
    case 'sum':
      return ofParts(question.options, [{ is: 'answered' }, { is: 'total', decimals: 0 }])
    case 'slider':
      return whole(sliderCells(question))
    case 'number':
      return whole([
        { is: 'answered' },
        { is: 'total', decimals: question.decimals },
        ...(question.min !== undefined && question.max !== undefined && question.min < question.max
          ? ranges(question.min, question.max)
          : []),
      ])
    case 'yes-no':
      return whole([{ is: 'yes' }, { is: 'no' }, { is: 'not_applicable' }])
    case 'text':
    case 'date':
    case 'consent':
    case 'contact-details':
    case 'upload':
      return whole([{ is: 'answered' }])
    case 'statement':
      return []
    default:
      return question satisfies never
  }
}

/** The satisfaction scale as measures take it: very satisfied first, "not applicable" last. */
export const BEST_FIRST: readonly Cell[] = [...points(1, 5).reverse(), { is: 'not_applicable' }]

function points(from: number, to: number): Cell[] {
  return Array.from({ length: to - from + 1 }, (_, at) => ({ is: 'point', value: from + at }))
}

function asImportance(list: CellList): CellList {
  return { ...list, key: partKey(list.key, IMPORTANCE), importance: true }
}

function optionCells(question: {
  options: readonly { id: string }[]
  other?: unknown
  none?: unknown
}): Cell[] {
  const ids = question.options.map(({ id }) => id)
  if (question.other) ids.push(OTHER)
  if (question.none) ids.push(NONE)
  return ids.map(option => ({ is: 'option', option }))
}

/** Digits after the point that the steps of a slider need. */
export function decimalsOf({ min, step }: { min: number; step: number }): number {
  const digits = (value: number) => {
    for (let decimals = 0; decimals < 6; decimals += 1)
      if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) return decimals
    return 6
  }
  return Math.max(digits(min), digits(step))
}

function sliderCells(question: { min: number; max: number; step: number }): Cell[] {
  const { min, max, step } = question
  const decimals = decimalsOf(question)
  const base: Cell[] = [{ is: 'answered' }, { is: 'total', decimals }]
  if (!(step > 0) || !(min < max)) return base
  const steps = Math.floor((max - min) / step + 1e-9) + 1
  if (steps > MOST_STEPS) return [...base, ...ranges(min, max)]
  const all = Array.from({ length: steps }, (_, at) => Number((min + at * step).toFixed(decimals)))
  return [...base, ...all.map(value => ({ is: 'point', value }) as const)]
}

function ranges(min: number, max: number): Cell[] {
  const edge = (at: number) => min + ((max - min) * at) / RANGES
  return Array.from({ length: RANGES }, (_, at) => ({ is: 'range', from: edge(at), to: edge(at + 1) }))
}

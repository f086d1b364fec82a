import { isAnswerValue, isBlank, otherWords } from '../answers.ts'
import type { Question } from '../question.ts'
import { OTHER } from '../question.ts'
import type { Condition, Test, TestSubject } from './condition.ts'

/** What a test finds where it looks. An answer of several named values, such as a grid's, has no value for itself. */
export interface Seen {
  answered: boolean
  values: readonly (number | string)[]
  /** Words that somebody wrote: compared without case and surplus space. */
  words?: boolean
}

/** Finds what a test looks at. */
export type Look = (subject: TestSubject) => Seen

export const UNANSWERED: Seen = { answered: false, values: [] }

/**
 * Whether a condition holds: the one evaluator, in the browser and on the server. It throws for no answers.
 *
 * @example holds({ join: 'all', tests: [{ subject: { question: 'q1' }, is: 'at-most', values: [2] }] }, () => seenIn(q1, 2)) // true
 * @example holds({ join: 'any', tests: [] }, look) // true
 */
export function holds({ join, tests }: Condition, look: Look): boolean {
  if (tests.length === 0) return true
  const one = (test: Test) => testHolds(test, look(test.subject))
  return join === 'all' ? tests.every(one) : tests.some(one)
}

/** Whether a test holds for what it finds. */
export function testHolds({ is, values }: Pick<Test, 'is' | 'values'>, seen: Seen): boolean {
  switch (is) {
    case 'answered':
      return seen.answered
    case 'blank':
      return !seen.answered
    case 'is':
      return isOneOf(seen, values)
    case 'is-not':
      return !isOneOf(seen, values)
    case 'includes':
      return isAmong(seen, values)
    case 'includes-not':
      return !isAmong(seen, values)
    case 'at-most':
      return seen.values.length === 1 && inOrder(seen.values[0], values[0])
    case 'at-least':
      return seen.values.length === 1 && inOrder(values[0], seen.values[0])
    default:
      return is satisfies never
  }
}

/**
 * What a test finds in an answer, or in one part of it.
 *
 * @example seenIn(grid, { speed: 2 }, 'speed') // { answered: true, values: [2] }
 * @example seenIn(ranking, ['price', 'speed'], 'speed') // { answered: true, values: [2] }
 */
export function seenIn(question: Question, value: unknown, part?: string): Seen {
  if (!isAnswerValue(value) || isBlank(value)) return UNANSWERED
  if (part !== undefined) return seen(partValue(question, value, part), true)
  if (typeof value !== 'object') return seen(choiceOf(question, value), question.kind === 'text')
  const chosen = Array.isArray(value) ? value.map(one => choiceOf(question, one)) : []
  return { answered: true, values: chosen }
}

/** What a test finds of a fact that is on record, or is not. */
export function seenFact(value: unknown): Seen {
  return seen(typeof value === 'string' ? value : undefined, true)
}

function seen(value: number | string | undefined, words: boolean): Seen {
  return value === undefined || isBlank(value) ? UNANSWERED : { answered: true, values: [value], words }
}

function partValue(
  question: Question,
  value: object | number | string,
  part: string,
): number | string | undefined {
  if (Array.isArray(value)) {
    const place = question.kind === 'ranking' ? value.indexOf(part) : -1
    return place < 0 ? undefined : place + 1
  }
  if (typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined
  return (value as Record<string, number | string>)[part]
}

/** The id behind "other" and its words. */
function choiceOf<Value extends number | string>(question: Question, value: Value): Value | string {
  return 'other' in question && typeof value === 'string' && otherWords(value) !== null ? OTHER : value
}

function isOneOf(found: Seen, wanted: Test['values']): boolean {
  return found.values.length === 1 && isAmong(found, wanted)
}

function isAmong({ values, words }: Seen, wanted: Test['values']): boolean {
  return values.some(value => wanted.some(one => value === one || (words === true && sameWords(value, one))))
}

function sameWords(one: number | string, other: number | string): boolean {
  return typeof one === 'string' && typeof other === 'string' && wordKey(one) === wordKey(other)
}

const wordKey = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Numbers and days have an order; all else, and a number beside a day, has none. */
function inOrder(lower: number | string | undefined, upper: number | string | undefined): boolean {
  if (typeof lower === 'number' && typeof upper === 'number') return lower <= upper
  return isDay(lower) && isDay(upper) && lower <= upper
}

function isDay(value: number | string | undefined): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}

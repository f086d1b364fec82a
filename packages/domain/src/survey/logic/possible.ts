import { isLocalDate } from '../../is-local-date.ts'
import { addLocalDays } from '../../local-date.ts'
import { NOT_APPLICABLE } from '../answers.ts'
import type { Condition, Test, TestSubject } from './condition.ts'
import type { Seen } from './evaluate.ts'
import { testHolds, UNANSWERED } from './evaluate.ts'
import type { Testable } from './testable.ts'

/** What a subject may turn out to be; null where it stays unanswered, `anything` where that is not known. */
export type Range = Testable | null | 'anything'

export type RangeOf = (subject: TestSubject) => Range

/** A test that is to turn out so. */
interface Demand {
  test: Test
  holds: boolean
}

/**
 * Whether conditions could all hold for one respondent. Subjects are taken as independent of each other, so "no" is certain
 * and "yes" is not.
 *
 * @example canHold([{ join: 'all', tests: [isYes, isNo] }], rangeOf) // false
 */
export function canHold(conditions: readonly Condition[], rangeOf: RangeOf): boolean {
  const sure = conditions
    .filter(({ join, tests }) => join === 'all' || tests.length === 1)
    .flatMap(({ tests }) => tests.map(demand))
  if (!canBe(sure, rangeOf)) return false
  return conditions.every(
    ({ join, tests }) =>
      join === 'all' || tests.length === 0 || tests.some(test => canBe([...sure, demand(test)], rangeOf)),
  )
}

/**
 * Whether at least one of the conditions holds for every respondent; "yes" is certain, "no" is not.
 *
 * @example oneAlwaysHolds([{ join: 'any', tests: [answered, blank] }], rangeOf) // true
 */
export function oneAlwaysHolds(conditions: readonly Condition[], rangeOf: RangeOf): boolean {
  const denied = conditions
    .filter(({ join, tests }) => join === 'any' || tests.length === 1)
    .flatMap(({ tests }) => tests.map(test => ({ test, holds: false })))
  return (
    conditions.some(({ tests }) => tests.every(test => !canBe([{ test, holds: false }], rangeOf))) ||
    !canBe(denied, rangeOf)
  )
}

/** Whether an answer could make the test hold, whatever it looks at. */
export function canBeTrue(test: Test, testable: Testable): boolean {
  return outcomes(testable, [demand(test)]).some(seen => testHolds(test, seen))
}

const demand = (test: Test): Demand => ({ test, holds: true })

/** One name for one subject. */
export function subjectKey(subject: TestSubject): string {
  return 'fact' in subject ? subject.fact : `${subject.question}:${subject.part ?? ''}`
}

function canBe(demands: readonly Demand[], rangeOf: RangeOf): boolean {
  const bySubject = Map.groupBy(demands, ({ test }) => subjectKey(test.subject))
  return [...bySubject.values()].every(own => {
    const subject = own[0]?.test.subject
    const range = subject ? rangeOf(subject) : 'anything'
    if (range === 'anything') return true
    return outcomes(range, own).some(seen => own.every(({ test, holds }) => testHolds(test, seen) === holds))
  })
}

/** Answers that stand for all: for each way in which the tests could turn out, one that makes it so. */
function outcomes(range: Testable | null, demands: readonly Demand[]): Seen[] {
  if (range === null) return [UNANSWERED]
  const mentioned = demands.flatMap(({ test }) => test.values)
  return [UNANSWERED, ...answersOf(range, { mentioned, demands })]
}

function answersOf(
  range: Testable,
  { mentioned, demands }: { mentioned: readonly (number | string)[]; demands: readonly Demand[] },
): Seen[] {
  const one = (value: number | string): Seen => ({ answered: true, values: [value] })
  switch (range.kind) {
    case 'points': {
      const points = Array.from({ length: range.high - range.low + 1 }, (_, at) => range.low + at)
      return [...points, ...(range.notApplicable ? [NOT_APPLICABLE] : [])].map(one)
    }
    case 'options': {
      if (!range.several) return range.ids.map(one)
      const barred = new Set(demands.filter(isBarred).flatMap(({ test }) => test.values))
      const rest = range.ids.filter(id => !barred.has(id))
      return [...range.ids.map(one), ...(rest.length > 1 ? [{ answered: true, values: rest }] : [])]
    }
    case 'number':
      return numbersAround(range, mentioned).map(one)
    case 'day':
      return daysAround(range, mentioned).map(one)
    case 'words':
      return [...mentioned, `${mentioned.join(' ')} else`].map(value => ({
        answered: true,
        values: [value],
        words: true,
      }))
    case 'presence':
      return [{ answered: true, values: [] }]
    default:
      return range satisfies never
  }
}

function isBarred({ test, holds }: Demand): boolean {
  return test.is === (holds ? 'includes-not' : 'includes')
}

/** The numbers on the grid of steps at, below and above each mentioned one, and the limits. */
function numbersAround(
  { min, max, step }: Extract<Testable, { kind: 'number' }>,
  mentioned: readonly (number | string)[],
): number[] {
  const base = min ?? 0
  const numbers = mentioned.filter(value => typeof value === 'number')
  const around = numbers.flatMap(value => {
    const steps = (value - base) / step
    const whole = Math.round(steps)
    const near = [whole - 1, whole, whole + 1].map(at => base + at * step)
    return Math.abs(steps - whole) < 1e-6 ? [value, ...near.filter((_, at) => at !== 1)] : near
  })
  return [...around, base, ...(max === undefined ? [] : [max])].filter(
    value => value >= (min ?? -Infinity) && value <= (max ?? Infinity),
  )
}

/** The day before, on and after each mentioned one, and the limits. */
function daysAround(
  { earliest = '0001-01-01', latest = '9999-12-31' }: Extract<Testable, { kind: 'day' }>,
  mentioned: readonly (number | string)[],
): string[] {
  const days = mentioned.filter(value => typeof value === 'string').filter(isLocalDate)
  return [
    ...days.filter(isMidway).flatMap(day => [addLocalDays(day, -1), day, addLocalDays(day, 1)]),
    earliest,
    latest,
  ].filter(day => day >= earliest && day <= latest)
}

/** Days next to the ends of the calendar have no neighbour on one side. */
function isMidway(day: string): boolean {
  return day > '0001-01-01' && day < '9999-12-31'
}

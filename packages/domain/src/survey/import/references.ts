import { isLocalDate } from '../../is-local-date.ts'
import { addLocalDays } from '../../local-date.ts'
import { SURVEY_LIMITS } from '../limits.ts'
import type { Condition, Test, TestSubject } from '../logic/condition.ts'
import type { Testable } from '../logic/testable.ts'
import { testableOf } from '../logic/testable.ts'
import type { Question } from '../question.ts'
import type { Compared, Comparison, Expression, Value } from './expression.ts'

/** What a variable of the other tool stands for here. */
export interface Reference {
  question: string
  part?: string
  /** The variable only says whether this option is chosen. */
  member?: string
  /** What a value of the variable is here; without it, the value itself. Undefined: nothing. */
  value?: (value: Value) => number | string | undefined
}

export interface References {
  find(name: string): Reference | undefined
  question(id: string): Question | undefined
}

/**
 * The condition that says the same; null where there is none: "and" and "or" mixed, a variable that leads nowhere, a value
 * that no answer has.
 */
export function conditionFrom(expression: Expression, references: References): Condition | null {
  const plain = withoutNot(expression, false)
  const join = plain.op === 'or' ? 'any' : 'all'
  const leaves = flat(plain, join === 'any' ? 'or' : 'and')
  if (!leaves) return null
  const tests: Test[] = []
  for (const leaf of leaves) {
    const found = testsFrom(leaf, references)
    if (!found || (join === 'any' && found.length > 1)) return null
    tests.push(...found)
  }
  const fits =
    tests.length <= SURVEY_LIMITS.tests &&
    tests.every(({ values }) => values.length <= SURVEY_LIMITS.testValues)
  return fits ? { join, tests } : null
}

function flat(expression: Expression, op: 'and' | 'or'): Compared[] | null {
  if ('name' in expression) return [expression]
  if (expression.op !== op) return null
  const leaves: Compared[] = []
  for (const one of expression.of) {
    const found = flat(one, op)
    if (!found) return null
    leaves.push(...found)
  }
  return leaves
}

const opposite: Readonly<Record<Comparison, Comparison | null>> = {
  eq: 'ne',
  ne: 'eq',
  gt: null,
  ge: null,
  lt: null,
  le: null,
  empty: 'notempty',
  notempty: 'empty',
  anyof: 'noneof',
  noneof: 'anyof',
  allof: null,
}

/** "Not" moved into the comparisons; it stays where it has no opposite: an answer that is missing is not "at most" either. */
function withoutNot(expression: Expression, negated: boolean): Expression {
  if ('name' in expression) {
    if (!negated) return expression
    const op = opposite[expression.op]
    return op ? { ...expression, op } : { op: 'not', of: expression }
  }
  if (expression.op === 'not') return withoutNot(expression.of, !negated)
  const other = expression.op === 'and' ? 'or' : 'and'
  return { op: negated ? other : expression.op, of: expression.of.map(one => withoutNot(one, negated)) }
}

function testsFrom({ op, name, values }: Compared, references: References): Test[] | null {
  const reference = references.find(name)
  const question = reference && references.question(reference.question)
  if (!reference || !question) return null
  if (reference.member !== undefined) return memberTest(reference, reference.member, op, values)
  const testable = testableOf(question, reference.part)
  if (!testable) return null
  const subject: TestSubject =
    reference.part === undefined
      ? { question: reference.question }
      : { question: reference.question, part: reference.part }
  if (op === 'empty' || isEmptied(op, values, 'eq')) return [{ subject, is: 'blank', values: [] }]
  if (op === 'notempty' || isEmptied(op, values, 'ne')) return [{ subject, is: 'answered', values: [] }]
  const own = values.map(value => (reference.value ? reference.value(value) : plainValue(value, testable)))
  const known = own.filter(value => value !== undefined)
  if (known.length !== own.length || known.length === 0) return null
  if (known.some(value => typeof value === 'string' && value.length > 500)) return null
  return fitting(testable, op, known, subject)
}

/** `{q} = ''` asks whether there is no answer. */
function isEmptied(op: Comparison, values: readonly Value[], as: Comparison): boolean {
  return op === as && values.length === 1 && values[0] === ''
}

function memberTest(
  { question }: Reference,
  option: string,
  op: Comparison,
  values: readonly Value[],
): Test[] | null {
  const [value] = values
  const yes = op === 'notempty' || (op === 'eq' && value === 'Y') || (op === 'ne' && value === '')
  const no = op === 'empty' || (op === 'ne' && value === 'Y') || (op === 'eq' && value === '')
  return yes || no
    ? [{ subject: { question }, is: yes ? 'includes' : 'includes-not', values: [option] }]
    : null
}

function plainValue(value: Value, testable: Testable): number | string | undefined {
  if (testable.kind === 'points' || testable.kind === 'number') {
    const number =
      typeof value === 'number'
        ? value
        : typeof value === 'string' && value.trim()
          ? Number(value)
          : Number.NaN
    return Number.isFinite(number) ? number : undefined
  }
  if (testable.kind === 'presence') return value === true ? 'yes' : value === false ? 'no' : undefined
  if (testable.kind === 'day')
    return typeof value === 'string' && isDay(value) ? value.slice(0, 10) : undefined
  return typeof value === 'boolean' ? undefined : String(value)
}

/** A day, or the day of an instant, within the centuries that surveys ask about. */
const isDay = (text: string) => /^(1[5-9]|2\d)\d\d-/.test(text) && isLocalDate(text.slice(0, 10))

function fitting(
  testable: Testable,
  op: Comparison,
  values: readonly (number | string)[],
  subject: TestSubject,
): Test[] | null {
  const test = (is: Test['is'], of = values): Test[] => [{ subject, is, values: of }]
  switch (testable.kind) {
    case 'options':
      if (testable.several) return several(op, values, subject)
      if (op === 'eq' || op === 'anyof') return test('is')
      return op === 'ne' || op === 'noneof' ? test('is-not') : null
    case 'points':
    case 'number': {
      const step = testable.kind === 'points' ? 1 : testable.step
      const at = Number(values[0])
      if (op === 'ge') return test('at-least', [at])
      if (op === 'le') return test('at-most', [at])
      if (op === 'gt') return test('at-least', [onward(at, step)])
      if (op === 'lt') return test('at-most', [onward(at, -step)])
      return equality(op, test)
    }
    case 'day': {
      const day = String(values[0])
      if (op === 'ge') return test('at-least', [day])
      if (op === 'le') return test('at-most', [day])
      if (op === 'gt') return test('at-least', [addLocalDays(day, 1)])
      if (op === 'lt') return test('at-most', [addLocalDays(day, -1)])
      return equality(op, test)
    }
    case 'words':
      // "Contains" looks for a piece of the words, which no test here does.
      return op === 'eq' || op === 'ne' ? equality(op, test) : null
    case 'presence':
      if (op !== 'eq' && op !== 'ne') return null
      return test((op === 'eq') === (values[0] === 'yes') ? 'answered' : 'blank', [])
    default:
      return testable satisfies never
  }
}

function equality(op: Comparison, test: (is: Test['is']) => Test[]): Test[] | null {
  if (op === 'eq' || op === 'anyof') return test('is')
  return op === 'ne' || op === 'noneof' ? test('is-not') : null
}

function several(op: Comparison, values: readonly (number | string)[], subject: TestSubject): Test[] | null {
  const test = (is: Test['is'], of = values): Test => ({ subject, is, values: of })
  if (op === 'anyof') return [test('includes')]
  if (op === 'noneof') return [test('includes-not')]
  if (op === 'allof') return values.map(value => test('includes', [value]))
  if (op === 'eq') return [test('is')]
  return op === 'ne' ? [test('is-not')] : null
}

/** The next number in steps, without the dust of binary fractions. */
function onward(from: number, step: number): number {
  return Number((from + step).toFixed(6))
}

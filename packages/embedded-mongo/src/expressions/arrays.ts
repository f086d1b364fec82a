import { located, refused } from '../errors.ts'
import { sortValues } from '../query/sort.ts'
import { compare, equal } from '../values/compare.ts'
import { asDouble } from '../values/numbers.ts'
import { type Doc, isArray, isDoc, isMissing, isNumber, isTrue, toNumber, typeName } from '../values/types.ts'
import { checkName } from './logic.ts'
import {
  argumentsOf,
  arrayOf,
  binary,
  listed,
  numberOf,
  type OperatorBuilder,
  type OperatorTable,
  orNull,
  unary,
} from './operator.ts'
import { withLocals } from './scope.ts'
import { Sum } from './sum.ts'

const many = Number.POSITIVE_INFINITY
const MAX_RANGE = 1_000_000

function wholeOf(value: unknown, operator: string): number {
  const number = toNumber(numberOf(value, operator))
  if (!Number.isInteger(number) || Math.abs(number) > 2147483647)
    throw located(28690, `${operator} requires a 32-bit integer, found ${number}`)
  return number
}

const filter: OperatorBuilder = (operand, { operator, scope, compile }) => {
  const {
    input,
    cond,
    as = 'this',
    limit,
  } = argumentsOf(operand, operator, ['input', 'cond'], ['as', 'limit'])
  const name = checkName(as)
  const source = compile(input, scope)
  const test = compile(cond, withLocals(scope, [name]))
  const most = limit === undefined ? undefined : compile(limit, scope)
  return (root, locals) => {
    const items = source(root, locals)
    if (isMissing(items)) return null
    const wanted = most?.(root, locals)
    const count = isMissing(wanted) ? many : wholeOf(wanted, '$filter limit')
    if (count < 1) throw located(327391, '$filter: limit must be at least 1')
    const bound: Doc = { ...locals }
    const kept: unknown[] = []
    for (const item of arrayOf(items, '$filter')) {
      bound[name] = item
      if (isTrue(test(root, bound)) && kept.push(item) >= count) break
    }
    return kept
  }
}

const map: OperatorBuilder = (operand, { operator, scope, compile }) => {
  const { input, in: body, as = 'this' } = argumentsOf(operand, operator, ['input', 'in'], ['as'])
  const name = checkName(as)
  const source = compile(input, scope)
  const change = compile(body, withLocals(scope, [name]))
  return (root, locals) => {
    const items = source(root, locals)
    if (isMissing(items)) return null
    const bound: Doc = { ...locals }
    return arrayOf(items, '$map').map(item => {
      bound[name] = item
      return change(root, bound) ?? null
    })
  }
}

const reduce: OperatorBuilder = (operand, { operator, scope, compile }) => {
  const {
    input,
    initialValue,
    in: body,
  } = argumentsOf(operand, operator, ['input', 'initialValue', 'in'], [])
  const source = compile(input, scope)
  const start = compile(initialValue, scope)
  const step = compile(body, withLocals(scope, ['this', 'value']))
  return (root, locals) => {
    const items = source(root, locals)
    if (isMissing(items)) return null
    let value = start(root, locals)
    for (const item of arrayOf(items, '$reduce')) value = step(root, { ...locals, this: item, value })
    return value
  }
}

function elementAt(items: unknown, position: unknown): unknown {
  if (isMissing(items) || isMissing(position)) return null
  const index = wholeOf(position, '$arrayElemAt')
  return arrayOf(items, '$arrayElemAt').at(index)
}

const edge = (operator: string, position: number) =>
  unary(items => (isMissing(items) ? null : arrayOf(items, operator).at(position)))

function slice(items: unknown, ...rest: unknown[]): unknown {
  if (isMissing(items) || rest.some(isMissing)) return null
  const list = arrayOf(items, '$slice')
  const [first, second] = rest.map(value => wholeOf(value, '$slice')) as [number, number?]
  if (second === undefined) return first < 0 ? list.slice(first) : list.slice(0, first)
  if (second <= 0) throw located(28729, `Third argument to $slice must be positive: ${second}`)
  const start = first < 0 ? Math.max(0, list.length + first) : first
  return list.slice(start, start + second)
}

function indexOf(items: unknown, wanted: unknown, from: unknown = 0, to: unknown = many): unknown {
  if (isMissing(items)) return null
  const end = to === many ? many : wholeOf(to, '$indexOfArray')
  const start = wholeOf(from, '$indexOfArray')
  return arrayOf(items, '$indexOfArray').findIndex((item, i) => i >= start && i < end && equal(item, wanted))
}

function range(start: unknown, end: unknown, step: unknown = 1): unknown {
  const by = wholeOf(step, '$range')
  if (by === 0) throw located(34449, '$range requires a non-zero step value')
  const to = wholeOf(end, '$range')
  const items: number[] = []
  for (let at = wholeOf(start, '$range'); by > 0 ? at < to : at > to; at += by)
    if (items.push(at) > MAX_RANGE) throw refused(`$range over more than ${MAX_RANGE} numbers`)
  return items
}

function sortArray(operand: unknown, { operator, scope, compile }: Parameters<OperatorBuilder>[1]) {
  const { input, sortBy } = argumentsOf(operand, operator, ['input', 'sortBy'], [])
  const source = compile(input, scope)
  if (!isDoc(sortBy) && !(isNumber(sortBy) && Math.abs(toNumber(sortBy)) === 1))
    throw located(2942507, 'invalid sortBy')
  return ((root, locals) => {
    const items = source(root, locals)
    return isMissing(items) ? null : sortValues(arrayOf(items, '$sortArray'), sortBy)
  }) as ReturnType<OperatorBuilder>
}

/** `$sum` and its like take one array or a list of operands. */
const overNumbers = (evaluate: (numbers: unknown[]) => unknown): OperatorBuilder =>
  listed(0, many, (...values) => evaluate(values.length === 1 && isArray(values[0]) ? values[0] : values))

export function sumOf(values: readonly unknown[]): unknown {
  const sum = new Sum()
  for (const value of values) if (isNumber(value)) sum.add(value)
  return sum.total()
}

export function averageOf(values: readonly unknown[]): unknown {
  const sum = new Sum()
  const numbers = values.filter(isNumber)
  for (const value of numbers) sum.add(value)
  return numbers.length === 0 ? null : asDouble(sum.double() / numbers.length)
}

export const extremeOf = (values: readonly unknown[], direction: 1 | -1): unknown =>
  values
    .filter(value => !isMissing(value))
    .reduce(
      (best: unknown, value) => (best === undefined || compare(value, best) * direction < 0 ? value : best),
      undefined,
    ) ?? null

export const arrayOperators: OperatorTable = {
  $filter: filter,
  $map: map,
  $reduce: reduce,
  $arrayElemAt: binary(elementAt),
  $first: edge('$first', 0),
  $last: edge('$last', -1),
  $slice: listed(2, 3, slice),
  $size: unary(items => arrayOf(items, '$size').length),
  $isArray: unary(isArray),
  $concatArrays: listed(
    0,
    many,
    orNull((...lists) => lists.flatMap(list => arrayOf(list, '$concatArrays'))),
  ),
  $reverseArray: unary(orNull(items => arrayOf(items, '$reverseArray').toReversed())),
  $in: binary((wanted, items) => {
    if (!isArray(items))
      throw located(40081, `$in requires an array as a second argument, found: ${typeName(items)}`)
    return items.some(item => equal(item, wanted))
  }),
  $indexOfArray: listed(2, 4, indexOf),
  $range: listed(2, 3, range),
  $sortArray: sortArray,
  $sum: overNumbers(sumOf),
  $avg: overNumbers(averageOf),
  $min: overNumbers(values => extremeOf(values, 1)),
  $max: overNumbers(values => extremeOf(values, -1)),
}

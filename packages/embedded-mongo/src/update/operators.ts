import { Long, Timestamp } from 'bson'
import { badValue, failedToParse, typeMismatch } from '../errors.ts'
import { emptyScope } from '../expressions/scope.ts'
import { isOperators } from '../query/condition.ts'
import { itemTest } from '../query/match.ts'
import { compileRegex } from '../query/regex.ts'
import { sortValues } from '../query/sort.ts'
import { compare, equal } from '../values/compare.ts'
import { arithmetic, asInteger, kindOf, toBigInt } from '../values/numbers.ts'
import { isArray, isDoc, isNumber, isRegex, toNumber, typeName } from '../values/types.ts'

/** What the field shall hold, given what it holds now (`undefined`: nothing). Returning `KEEP` leaves it alone. */
export type UpdateOperator = (current: unknown, operand: unknown, path: string) => unknown
export const KEEP = Symbol('keep')
export const REMOVE = Symbol('remove')

const number =
  (operator: string, word: string): UpdateOperator =>
  (current, operand, path) => {
    if (!isNumber(operand))
      throw typeMismatch(`Cannot ${word} with non-numeric argument: {${path}: ${typeName(operand)}}`)
    if (current !== undefined && !isNumber(current))
      throw typeMismatch(
        `Cannot apply ${operator} to a value of non-numeric type. The field '${path}' has non-numeric type ${typeName(current)}`,
      )
    if (operator === '$inc') return current === undefined ? operand : arithmetic(current, operand, '+')
    return arithmetic(current ?? 0, operand, '*')
  }

const bound =
  (direction: 1 | -1): UpdateOperator =>
  (current, operand) =>
    current === undefined || compare(operand, current) * direction < 0 ? operand : KEEP

const currentDate: UpdateOperator = (_current, operand) => {
  const type = isDoc(operand) ? operand.$type : operand
  if (type === true || type === 'date') return new Date()
  if (type === 'timestamp') return new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 })
  throw badValue("The '$type' string field is required to be 'date' or 'timestamp'")
}

function listOf(current: unknown, operator: string, path: string): unknown[] {
  if (current !== undefined && !isArray(current))
    throw badValue(`The field '${path}' must be an array for ${operator} but is of type ${typeName(current)}`)
  return current ?? []
}

const PUSH_MODIFIERS = ['$each', '$slice', '$sort', '$position']

const push: UpdateOperator = (current, operand, path) => {
  const list = listOf(current, '$push', path)
  if (!isDoc(operand) || !('$each' in operand)) return [...list, operand]
  const { $each, $slice, $sort, $position } = operand
  const odd = Object.keys(operand).find(name => !PUSH_MODIFIERS.includes(name))
  if (odd) throw badValue(`Unrecognized clause in $push: ${odd}`)
  if (!isArray($each))
    throw badValue(`The argument to $each in $push must be an array but it was of type: ${typeName($each)}`)
  let next = [...list]
  const position = $position === undefined ? next.length : whole($position, '$position')
  next.splice(position < 0 ? Math.max(0, next.length + position) : position, 0, ...$each)
  if ($sort !== undefined) next = sortValues(next, $sort)
  if ($slice !== undefined) {
    const count = whole($slice, '$slice')
    next = count === 0 ? [] : count > 0 ? next.slice(0, count) : next.slice(count)
  }
  return next
}

function whole(value: unknown, name: string): number {
  if (!isNumber(value) || !Number.isInteger(toNumber(value)))
    throw badValue(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`)
  return toNumber(value)
}

const addToSet: UpdateOperator = (current, operand, path) => {
  const list = listOf(current, '$addToSet', path)
  const each = isDoc(operand) && '$each' in operand ? operand.$each : [operand]
  if (!isArray(each))
    throw typeMismatch(
      `The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`,
    )
  const next = [...list]
  for (const item of each) if (!next.some(known => equal(known, item))) next.push(item)
  return next.length === list.length && current !== undefined ? KEEP : next
}

const pop: UpdateOperator = (current, operand, path) => {
  if (!isNumber(operand) || Math.abs(toNumber(operand)) !== 1)
    throw failedToParse(`$pop expects 1 or -1, found: ${String(operand)}`)
  if (current === undefined) return KEEP
  if (!isArray(current))
    throw typeMismatch(`Path '${path}' contains an element of non-array type '${typeName(current)}'`)
  return toNumber(operand) < 0 ? current.slice(1) : current.slice(0, -1)
}

function pullTest(operand: unknown): (item: unknown) => boolean {
  if (isRegex(operand)) {
    const regex = compileRegex(operand)
    return item => typeof item === 'string' && regex.test(item)
  }
  if (isOperators(operand)) return itemTest(operand, emptyScope)
  if (!isDoc(operand)) return item => equal(item, operand)
  const test = itemTest(operand, emptyScope)
  return item => isDoc(item) && test(item)
}

const remove =
  (operator: string, testOf: (operand: unknown) => (item: unknown) => boolean): UpdateOperator =>
  (current, operand) => {
    const test = testOf(operand)
    if (current === undefined) return KEEP
    if (!isArray(current)) throw badValue(`Cannot apply ${operator} to a non-array value`)
    const next = current.filter(item => !test(item))
    return next.length === current.length ? KEEP : next
  }

function pullAllTest(operand: unknown): (item: unknown) => boolean {
  if (!isArray(operand))
    throw badValue(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  return item => operand.some(unwanted => equal(item, unwanted))
}

const bit: UpdateOperator = (current, operand, path) => {
  if (!isDoc(operand) || Object.keys(operand).length === 0)
    throw badValue('The $bit modifier is not compatible with this operand')
  const isInteger = (value: unknown) => isNumber(value) && ['int', 'long'].includes(kindOf(value))
  if (current !== undefined && !isInteger(current))
    throw badValue(`Cannot apply $bit to a value of non-integral type: ${path}`)
  let bits = isNumber(current) ? toBigInt(current) : 0n
  let kind: 'int' | 'long' = current instanceof Long ? 'long' : 'int'
  for (const [name, value] of Object.entries(operand)) {
    if (!isNumber(value) || !isInteger(value))
      throw badValue(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(value)}' is not supported here`,
      )
    if (value instanceof Long) kind = 'long'
    if (name === 'and') bits &= toBigInt(value)
    else if (name === 'or') bits |= toBigInt(value)
    else if (name === 'xor') bits ^= toBigInt(value)
    else throw badValue(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
  }
  return kind === 'long' ? Long.fromBigInt(bits) : asInteger(bits, 'int')
}

const set: UpdateOperator = (_current, operand) => operand

export const UPDATE_OPERATORS: Record<string, UpdateOperator> = {
  $set: set,
  $setOnInsert: set,
  $unset: () => REMOVE,
  $inc: number('$inc', 'increment'),
  $mul: number('$mul', 'multiply'),
  $min: bound(1),
  $max: bound(-1),
  $currentDate: currentDate,
  $rename: () => REMOVE,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: remove('$pull', pullTest),
  $pullAll: remove('$pullAll', pullAllTest),
  $bit: bit,
}

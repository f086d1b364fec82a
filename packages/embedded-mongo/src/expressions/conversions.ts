import { Binary, Long, ObjectId, Timestamp } from 'bson'
import { MongoError, refused } from '../errors.ts'
import { asDouble, asInteger, kindOf, toBigInt } from '../values/numbers.ts'
import {
  isMissing,
  isNumber,
  isObjectId,
  isTrue,
  type NumberValue,
  toNumber,
  typeName,
} from '../values/types.ts'
import { argumentsOf, type OperatorBuilder, type OperatorTable, orNull, unary } from './operator.ts'

const failure = (message: string) => new MongoError(241, 'ConversionFailure', message)
const unsupported = (value: unknown, target: string) =>
  failure(`Unsupported conversion from ${typeName(value)} to ${target} in $convert`)

/** The text MongoDB makes of a value. */
export function textFrom(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (isObjectId(value)) return value.toHexString()
  if (value instanceof Date) return value.toISOString()
  if (!isNumber(value)) throw unsupported(value, 'string')
  if (kindOf(value) !== 'double') return value.toString()
  const number = toNumber(value)
  if (!Number.isFinite(number)) return Number.isNaN(number) ? 'NaN' : number > 0 ? 'Infinity' : '-Infinity'
  if (number !== 0 && (Math.abs(number) >= 1e6 || Math.abs(number) < 1e-4) && !Number.isInteger(number))
    throw refused('the text of so large or small a double')
  if (Math.abs(number) >= 1e16) throw refused('the text of so large a double')
  return Object.is(number, -0) ? '-0' : String(number)
}

function toInteger(value: unknown, kind: 'int' | 'long'): unknown {
  const limits = kind === 'int' ? [-2147483648n, 2147483647n] : [-9223372036854775808n, 9223372036854775807n]
  let whole: bigint
  if (typeof value === 'boolean') whole = value ? 1n : 0n
  else if (isNumber(value)) {
    if (!Number.isFinite(toNumber(value))) throw failure(`Attempt to convert ${toNumber(value)} to integer`)
    whole = toBigInt(value)
  } else if (typeof value === 'string') {
    if (!/^[+-]?\d+$/.test(value)) throw failure(`Failed to parse number '${value}' in $convert`)
    whole = BigInt(value.replace('+', ''))
  } else if (value instanceof Date && kind === 'long') whole = BigInt(Number(value))
  else throw unsupported(value, kind)
  if (whole < (limits[0] as bigint) || whole > (limits[1] as bigint))
    throw failure('Conversion would overflow target type in $convert')
  return kind === 'long' ? Long.fromBigInt(whole) : asInteger(whole, 'int')
}

function toDouble(value: unknown): unknown {
  if (typeof value === 'boolean') return asDouble(value ? 1 : 0)
  if (isNumber(value)) return asDouble(toNumber(value))
  if (value instanceof Date) return asDouble(Number(value))
  if (typeof value !== 'string') throw unsupported(value, 'double')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value))
    throw failure(`Failed to parse number '${value}' in $convert`)
  return asDouble(Number(value))
}

function toDate(value: unknown): Date {
  if (value instanceof Date) return value
  if (isObjectId(value)) return value.getTimestamp()
  if (value instanceof Timestamp) return new Date(value.getHighBits() * 1000)
  if (isNumber(value) && kindOf(value) !== 'int') return new Date(Math.trunc(toNumber(value as NumberValue)))
  if (typeof value !== 'string') throw unsupported(value, 'date')
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(value))
    throw refused(`parsing the date '${value}'`)
  const text = value.length === 10 || /(Z|[+-]\d\d:?\d\d)$/.test(value.slice(10)) ? value : `${value}Z`
  const date = new Date(text)
  if (Number.isNaN(Number(date))) throw failure(`Error parsing date string '${value}'`)
  return date
}

function toObjectId(value: unknown): ObjectId {
  if (isObjectId(value)) return value
  if (typeof value !== 'string') throw unsupported(value, 'objectId')
  if (!/^[\da-f]{24}$/i.test(value)) throw failure(`Failed to parse objectId '${value}' in $convert`)
  return ObjectId.createFromHexString(value)
}

const toBoolean = (value: unknown) => (value instanceof Binary ? true : isTrue(value))

const TARGETS: Record<string, (value: unknown) => unknown> = {
  int: value => toInteger(value, 'int'),
  long: value => toInteger(value, 'long'),
  double: toDouble,
  string: textFrom,
  bool: toBoolean,
  date: toDate,
  objectId: toObjectId,
}

const convert: OperatorBuilder = (operand, { operator, scope, compile }) => {
  const { input, to, onError, onNull } = argumentsOf(
    operand,
    operator,
    ['input', 'to'],
    ['onError', 'onNull'],
  )
  const target = typeof to === 'string' && Object.hasOwn(TARGETS, to) ? TARGETS[to] : undefined
  if (!target) throw refused(`$convert to ${String(to)}`)
  const source = compile(input, scope)
  const instead = onError === undefined ? undefined : compile(onError, scope)
  const whenNull = onNull === undefined ? () => null : compile(onNull, scope)
  return (root, locals) => {
    const value = source(root, locals)
    if (isMissing(value)) return whenNull(root, locals)
    try {
      return target(value)
    } catch (error) {
      if (instead && error instanceof MongoError && error.code === 241) return instead(root, locals)
      throw error
    }
  }
}

const to = (target: (value: unknown) => unknown) => unary(orNull(target))

export const conversionOperators: OperatorTable = {
  $toInt: to(value => toInteger(value, 'int')),
  $toLong: to(value => toInteger(value, 'long')),
  $toDouble: to(toDouble),
  $toString: to(textFrom),
  $toBool: to(toBoolean),
  $toDate: to(toDate),
  $toObjectId: to(toObjectId),
  $convert: convert,
  $type: unary(typeName),
}

import { BSONRegExp, Decimal128, type Double, type Int32, Long, ObjectId } from 'bson'
import { refused } from '../errors.ts'

/**
 * Values in memory: int32 is a JS integer, other doubles a JS number, a double that looks like an int32 a `Double`,
 * int64 a `Long`. So every document survives decoding and encoding with its number types intact.
 */
export type Doc = { [field: string]: unknown }

/** MongoDB's sort order of types; also the first byte of an encoded key. */
export const TYPE = {
  minKey: 1,
  undefined: 2,
  null: 3,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x40,
  binary: 0x50,
  objectId: 0x58,
  boolean: 0x60,
  date: 0x68,
  timestamp: 0x70,
  regex: 0x78,
  maxKey: 0xf0,
} as const

export type NumberValue = number | bigint | Int32 | Double | Long | Decimal128

const WRAPPED: Record<string, number> = {
  Int32: TYPE.number,
  Double: TYPE.number,
  Long: TYPE.number,
  Decimal128: TYPE.number,
  Binary: TYPE.binary,
  ObjectId: TYPE.objectId,
  Timestamp: TYPE.timestamp,
  BSONRegExp: TYPE.regex,
  MinKey: TYPE.minKey,
  MaxKey: TYPE.maxKey,
}

/** Where the value stands among MongoDB's types. */
export function typeOf(value: unknown): number {
  switch (typeof value) {
    case 'undefined':
      return TYPE.undefined
    case 'number':
    case 'bigint':
      return TYPE.number
    case 'string':
      return TYPE.string
    case 'boolean':
      return TYPE.boolean
  }
  if (value === null) return TYPE.null
  if (Array.isArray(value)) return TYPE.array
  if (value instanceof Date) return TYPE.date
  const bsonType = (value as { _bsontype?: unknown })._bsontype
  if (bsonType === undefined) return TYPE.object
  const type = WRAPPED[String(bsonType)]
  if (type === undefined) throw refused(`a value of type ${String(bsonType)}`)
  return type
}

export const isArray = (value: unknown): value is unknown[] => Array.isArray(value)

export const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  (value as { _bsontype?: unknown })._bsontype === undefined

export const isNumber = (value: unknown): value is NumberValue =>
  typeof value === 'number' ||
  (value !== null && typeof value === 'object' && typeOf(value) === TYPE.number) ||
  typeof value === 'bigint'

export const isRegex = (value: unknown): value is BSONRegExp => value instanceof BSONRegExp
export const isObjectId = (value: unknown): value is ObjectId => value instanceof ObjectId
export const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined

/** MongoDB's truth: everything but false, null, missing and zero. */
export const isTrue = (value: unknown) =>
  !(value === false || isMissing(value) || (isNumber(value) && toNumber(value) === 0))

/** The nearest JS number. */
export function toNumber(value: NumberValue): number {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Long) return value.toNumber()
  if (value instanceof Decimal128) return Number(value.toString())
  return value.value
}

const NAMES: Record<string, string> = {
  Int32: 'int',
  Double: 'double',
  Long: 'long',
  Decimal128: 'decimal',
  Binary: 'binData',
  ObjectId: 'objectId',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
}

export const isInt32 = (value: number) =>
  Number.isInteger(value) && value >= -2147483648 && value <= 2147483647 && !Object.is(value, -0)

/** The `$type` alias of a value. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'missing'
    case 'number':
      return isInt32(value) ? 'int' : 'double'
    case 'bigint':
      return 'long'
    case 'string':
      return 'string'
    case 'boolean':
      return 'bool'
  }
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  const bsonType = (value as { _bsontype?: unknown })._bsontype
  return bsonType === undefined ? 'object' : (NAMES[String(bsonType)] ?? 'object')
}

/** Sets a field as data, whatever its name: `__proto__` too. */
export function setField(doc: Doc, field: string, value: unknown) {
  if (field === '__proto__')
    Object.defineProperty(doc, field, { value, enumerable: true, configurable: true, writable: true })
  else doc[field] = value
}

/** A field's own value; never one inherited. */
export const getField = (doc: Doc, field: string): unknown =>
  Object.hasOwn(doc, field) ? doc[field] : undefined

export function cloneValue(value: unknown): unknown {
  if (isArray(value)) return value.map(cloneValue)
  if (!isDoc(value)) return value
  const copy: Doc = {}
  for (const field of Object.keys(value)) setField(copy, field, cloneValue(value[field]))
  return copy
}

/** The document with this _id as its first field. */
export function idFirst(doc: Doc, id: unknown): Doc {
  const ordered: Doc = { _id: id }
  for (const field of Object.keys(doc)) if (field !== '_id') setField(ordered, field, doc[field])
  return ordered
}

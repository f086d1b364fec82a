import type { Binary, BSONRegExp, ObjectId, Timestamp } from 'bson'
import { compareNumbers } from './numbers.ts'
import { type Doc, type NumberValue, TYPE, typeOf } from './types.ts'

/** MongoDB's total order over values of any type. */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  const type = typeOf(a)
  const other = typeOf(b)
  if (type !== other) return type < other ? -1 : 1
  switch (type) {
    case TYPE.number:
      return compareNumbers(a as NumberValue, b as NumberValue)
    case TYPE.boolean:
      return Number(a) - Number(b)
    case TYPE.date:
      return Number(a) < Number(b) ? -1 : Number(a) > Number(b) ? 1 : 0
    case TYPE.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id)
    case TYPE.binary:
      return compareBinary(a as Binary, b as Binary)
    case TYPE.timestamp:
      return (a as Timestamp).compare(b as Timestamp)
    case TYPE.array:
      return compareArrays(a as unknown[], b as unknown[])
    case TYPE.object:
      return compareDocs(a as Doc, b as Doc)
    case TYPE.regex: {
      const x = a as BSONRegExp
      const y = b as BSONRegExp
      return compareText(x.pattern, y.pattern) || compareText(x.options, y.options)
    }
  }
  return 0
}

export const equal = (a: unknown, b: unknown): boolean => compare(a, b) === 0

/** Code point order, which is the order of the UTF-8 bytes. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return surrogateLast(x) - surrogateLast(y)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above U+FFFF, so they sort behind the units U+E000 to U+FFFF. */
const surrogateLast = (unit: number) =>
  unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit

function compareBinary(a: Binary, b: Binary): number {
  return a.length() - b.length() || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value())
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const order = compare(a[i], b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Field by field in stored order: type, then name, then value. */
function compareDocs(a: Doc, b: Doc): number {
  const names = Object.keys(a)
  const others = Object.keys(b)
  const length = Math.min(names.length, others.length)
  for (let i = 0; i < length; i++) {
    const name = names[i] as string
    const other = others[i] as string
    const order = typeOf(a[name]) - typeOf(b[other]) || compareText(name, other) || compare(a[name], b[other])
    if (order !== 0) return order
  }
  return names.length - others.length
}

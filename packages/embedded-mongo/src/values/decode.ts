import {
  Binary,
  BSONRegExp,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson'
import { badValue, located, refused } from '../errors.ts'
import { type Doc, isInt32, setField } from './types.ts'

export const MAX_DOCUMENT_BYTES = 16_777_216
const MAX_DEPTH = 180

const UNSUPPORTED: Record<number, string> = {
  6: 'undefined',
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
}

/** Decodes one BSON document; with `only`, just these top-level fields. */
export function decode(bytes: Buffer, only?: ReadonlySet<string>): Doc {
  try {
    return readDocument(bytes, 0, 0, only)
  } catch (error) {
    if (error instanceof RangeError) throw located(10334, 'malformed BSON')
    throw error
  }
}

/** Encodes a document; `undefined` fields are left out. */
export function encode(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: true })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function readDocument(bytes: Buffer, start: number, depth: number, only?: ReadonlySet<string>): Doc {
  if (depth > MAX_DEPTH) throw located(15, `document nested deeper than ${MAX_DEPTH} levels`)
  const end = start + bytes.readInt32LE(start)
  if (end > bytes.length || end < start + 5) throw located(10334, 'malformed BSON')
  const doc: Doc = {}
  let at = start + 4
  while (at < end - 1) {
    const type = bytes[at] as number
    const nameEnd = bytes.indexOf(0, at + 1)
    if (nameEnd < 0 || nameEnd >= end) throw located(10334, 'malformed BSON')
    const name = shortText(bytes, at + 1, nameEnd)
    at = nameEnd + 1
    const size = sizeOf(bytes, at, type)
    if (at + size > end - 1) throw located(10334, 'malformed BSON')
    if (only === undefined || only.has(name)) {
      if (name === '_bsontype') throw refused("a field named '_bsontype'")
      setField(doc, name, readValue(bytes, at, type, depth))
    }
    at += size
  }
  return doc
}

function readArray(bytes: Buffer, start: number, depth: number): unknown[] {
  if (depth > MAX_DEPTH) throw located(15, `document nested deeper than ${MAX_DEPTH} levels`)
  const end = start + bytes.readInt32LE(start)
  if (end > bytes.length || end < start + 5) throw located(10334, 'malformed BSON')
  const items: unknown[] = []
  let at = start + 4
  while (at < end - 1) {
    const type = bytes[at] as number
    at = bytes.indexOf(0, at + 1) + 1
    if (at === 0) throw located(10334, 'malformed BSON')
    const size = sizeOf(bytes, at, type)
    if (at + size > end - 1) throw located(10334, 'malformed BSON')
    items.push(readValue(bytes, at, type, depth))
    at += size
  }
  return items
}

/** The number of bytes a value takes, so that fields nobody asks for are skipped unread. */
function sizeOf(bytes: Buffer, at: number, type: number): number {
  switch (type) {
    case 1:
    case 9:
    case 17:
    case 18:
      return 8
    case 2:
      return 4 + lengthAt(bytes, at)
    case 3:
    case 4:
      return lengthAt(bytes, at)
    case 5:
      return 5 + lengthAt(bytes, at)
    case 7:
      return 12
    case 8:
      return 1
    case 10:
    case 127:
    case 255:
      return 0
    case 11:
      return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1 - at
    case 16:
      return 4
    case 19:
      return 16
  }
  throw type in UNSUPPORTED
    ? refused(`the BSON type ${UNSUPPORTED[type]}`)
    : badValue(`unknown BSON type ${type}`)
}

function lengthAt(bytes: Buffer, at: number) {
  const length = bytes.readInt32LE(at)
  if (length < 0) throw located(10334, 'malformed BSON')
  return length
}

function readValue(bytes: Buffer, at: number, type: number, depth: number): unknown {
  switch (type) {
    case 1: {
      const number = bytes.readDoubleLE(at)
      return isInt32(number) ? new Double(number) : number
    }
    case 2:
      return shortText(bytes, at + 4, at + 3 + bytes.readInt32LE(at))
    case 3:
      return readDocument(bytes, at, depth + 1)
    case 4:
      return readArray(bytes, at, depth + 1)
    case 5: {
      const length = bytes.readInt32LE(at)
      return new Binary(Buffer.from(bytes.subarray(at + 5, at + 5 + length)), bytes[at + 4] as number)
    }
    case 7:
      return new ObjectId(Buffer.from(bytes.subarray(at, at + 12)))
    case 8:
      return bytes[at] === 1
    case 9:
      return new Date(Number(bytes.readBigInt64LE(at)))
    case 10:
      return null
    case 11: {
      const middle = bytes.indexOf(0, at)
      const end = bytes.indexOf(0, middle + 1)
      return new BSONRegExp(bytes.toString('utf8', at, middle), bytes.toString('utf8', middle + 1, end))
    }
    case 16:
      return bytes.readInt32LE(at)
    case 17:
      return new Timestamp(bytes.readBigUInt64LE(at))
    case 18:
      return new Long(bytes.readInt32LE(at), bytes.readInt32LE(at + 4))
    case 19:
      return new Decimal128(Buffer.from(bytes.subarray(at, at + 16)))
    case 127:
      return new MaxKey()
    default:
      return new MinKey()
  }
}

/** Short ASCII text is read byte by byte: much quicker than a call into the decoder. */
function shortText(bytes: Buffer, from: number, to: number): string {
  if (to - from > 24) return bytes.toString('utf8', from, to)
  let text = ''
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (byte > 127) return bytes.toString('utf8', from, to)
    text += String.fromCharCode(byte)
  }
  return text
}

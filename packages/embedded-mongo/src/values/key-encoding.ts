import type { Binary, BSONRegExp, ObjectId, Timestamp } from 'bson'
import { isExact } from './numbers.ts'
import { type Doc, type NumberValue, TYPE, toNumber, typeOf } from './types.ts'

/**
 * Encodes values as bytes whose order is `compare`'s order. No encoding is the beginning of another one, so fields may
 * simply follow each other. Numbers are rounded to doubles: `exact` says whether that lost anything.
 */
export class KeyWriter {
  private bytes = Buffer.allocUnsafe(256)
  private length = 0
  exact = true

  finish(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length))
  }

  /** Appends a field; a descending one with all bits flipped. */
  field(value: unknown, descending: boolean) {
    const start = this.length
    this.value(value)
    if (descending) for (let i = start; i < this.length; i++) this.bytes[i] = ~(this.bytes[i] as number) & 255
  }

  value(value: unknown) {
    const type = typeOf(value)
    this.byte(type)
    switch (type) {
      case TYPE.number:
        if (!isExact(value as NumberValue)) this.exact = false
        return this.double(toNumber(value as NumberValue))
      case TYPE.string:
        return this.text(value as string)
      case TYPE.objectId:
        return this.raw((value as ObjectId).id)
      case TYPE.boolean:
        return this.byte(value ? 1 : 0)
      case TYPE.date:
        return this.int64(BigInt(Number(value) || 0))
      case TYPE.timestamp:
        return this.uint64(BigInt.asUintN(64, (value as Timestamp).toBigInt()))
      case TYPE.binary: {
        const binary = value as Binary
        this.uint64(BigInt(binary.length()))
        this.byte(binary.sub_type)
        return this.raw(binary.value())
      }
      case TYPE.array:
        for (const item of value as unknown[]) this.value(item)
        return this.byte(0)
      case TYPE.object:
        for (const [name, item] of Object.entries(value as Doc)) {
          this.byte(typeOf(item))
          this.text(name)
          this.value(item)
        }
        return this.byte(0)
      case TYPE.regex:
        this.text((value as BSONRegExp).pattern)
        return this.text((value as BSONRegExp).options)
    }
  }

  private reserve(count: number) {
    if (this.length + count <= this.bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + count))
    this.bytes.copy(larger, 0, 0, this.length)
    this.bytes = larger
  }

  private byte(value: number) {
    this.reserve(1)
    this.bytes[this.length++] = value
  }

  private raw(value: Uint8Array) {
    this.reserve(value.length)
    this.bytes.set(value, this.length)
    this.length += value.length
  }

  /** Negative doubles are flipped, others get their sign bit set; NaN comes before all. */
  private double(value: number) {
    this.reserve(8)
    const at = this.length
    this.length += 8
    if (Number.isNaN(value)) return void this.bytes.fill(0, at, at + 8)
    this.bytes.writeDoubleBE(value === 0 ? 0 : value, at)
    if (value < 0) for (let i = at; i < at + 8; i++) this.bytes[i] = ~(this.bytes[i] as number) & 255
    else this.bytes[at] = (this.bytes[at] as number) | 0x80
  }

  private int64(value: bigint) {
    this.uint64(BigInt.asUintN(64, value) ^ (1n << 63n))
  }

  private uint64(value: bigint) {
    this.reserve(8)
    this.bytes.writeBigUInt64BE(value, this.length)
    this.length += 8
  }

  /** UTF-8 ended by 00 01; a 00 inside becomes 00 FF, which sorts behind the end. */
  private text(value: string) {
    const utf8 = Buffer.from(value, 'utf8')
    if (!utf8.includes(0)) this.raw(utf8)
    else
      for (const byte of utf8) {
        this.byte(byte)
        if (byte === 0) this.byte(255)
      }
    this.byte(0)
    this.byte(1)
  }
}

export function encodeKey(value: unknown, descending = false): Buffer {
  const writer = new KeyWriter()
  writer.field(value, descending)
  return writer.finish()
}

/** The first key behind every key that begins with this prefix. */
export function prefixSuccessor(prefix: Buffer): Buffer {
  let length = prefix.length
  while (length > 0 && prefix[length - 1] === 255) length--
  if (length === 0) throw new Error('a prefix of only FF has no successor')
  const successor = Buffer.from(prefix.subarray(0, length))
  successor[length - 1] = (successor[length - 1] as number) + 1
  return successor
}

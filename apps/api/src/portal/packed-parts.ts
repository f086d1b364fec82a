import { constants, crc32, deflateRawSync } from 'node:zlib'

/** Method deflate, no name, no time. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** An empty last block. */
const END = Buffer.from([3, 0])
const MOST_STORED = 0xffff

/** A stretch of deflate that ends on a whole byte, so that others may follow; it refers to nothing before it. */
export function packPart(plain: Buffer): Buffer {
  return deflateRawSync(plain, { level: 9, finishFlush: constants.Z_SYNC_FLUSH })
}

/** The same without packing it, for what is written once. */
export function storePart(plain: Buffer): Buffer {
  const blocks: Buffer[] = []
  for (let at = 0; at < plain.length; at += MOST_STORED) {
    const block = plain.subarray(at, at + MOST_STORED)
    const head = Buffer.alloc(5)
    head.writeUInt16LE(block.length, 1)
    head.writeUInt16LE(~block.length & 0xffff, 3)
    blocks.push(head, block)
  }
  return Buffer.concat(blocks)
}

/** One gzip file (RFC 1952) of stretches that were packed before. */
export function gzipOf(parts: readonly { plain: Buffer; packed: Buffer }[]): Buffer {
  let sum = 0
  let length = 0
  for (const { plain } of parts) {
    sum = crc32(plain, sum)
    length += plain.length
  }
  const foot = Buffer.alloc(8)
  foot.writeUInt32LE(sum, 0)
  foot.writeUInt32LE(length >>> 0, 4)
  return Buffer.concat([HEAD, ...parts.map(({ packed }) => packed), END, foot])
}

import { Long } from 'bson'
import { decode, encode } from '../values/decode.ts'
import type { Doc } from '../values/types.ts'

export const MAX_MESSAGE_BYTES = 48_000_000
const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013
const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2
const EXHAUST_ALLOWED = 1 << 16

/** A command as it came in. Documents of its sequences stay as received. */
export type Request = {
  id: number
  legacy: boolean
  wantsReply: boolean
  body: Doc
  sequences: Map<string, Buffer[]>
}

export class ProtocolError extends Error {
  override name = 'ProtocolError'
}

/** Cuts a stream of bytes into messages. */
export class Framer {
  private parts: Buffer[] = []
  private size = 0

  push(chunk: Buffer): Generator<Buffer> {
    this.parts.push(chunk)
    this.size += chunk.length
    return this.messages()
  }

  private *messages(): Generator<Buffer> {
    while (this.size >= 16) {
      if ((this.parts[0] as Buffer).length < 16) this.parts = [Buffer.concat(this.parts)]
      const length = (this.parts[0] as Buffer).readInt32LE(0)
      if (length < 16 || length > MAX_MESSAGE_BYTES) throw new ProtocolError(`message of ${length} bytes`)
      if (this.size < length) return
      const all = this.parts.length > 1 ? Buffer.concat(this.parts) : (this.parts[0] as Buffer)
      this.parts = all.length > length ? [all.subarray(length)] : []
      this.size -= length
      yield all.subarray(0, length)
    }
  }
}

export function parseRequest(message: Buffer): Request {
  try {
    const operation = message.readInt32LE(12)
    if (operation === OP_MSG) return parseMessage(message)
    if (operation === OP_QUERY) return parseQuery(message)
    throw new ProtocolError(`operation ${operation}`)
  } catch (error) {
    if (error instanceof RangeError) throw new ProtocolError('message ends too early')
    throw error
  }
}

/** Only the greeting of older drivers comes this way. */
function parseQuery(message: Buffer): Request {
  const nameEnd = message.indexOf(0, 20)
  const body = decode(message.subarray(nameEnd + 9))
  return { id: message.readInt32LE(4), legacy: true, wantsReply: true, body, sequences: new Map() }
}

function parseMessage(message: Buffer): Request {
  const flags = message.readUInt32LE(16)
  if (flags & 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME))
    throw new ProtocolError(`flags ${flags & ~EXHAUST_ALLOWED}`)
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0)
  const sequences = new Map<string, Buffer[]>()
  let body: Doc | undefined
  let at = 20
  while (at < end) {
    const kind = message[at]
    const length = message.readInt32LE(at + 1)
    if (length < 5 || at + 1 + length > end) throw new ProtocolError('section of wrong length')
    const section = message.subarray(at + 1, at + 1 + length)
    if (kind === 0) body = decode(section)
    else if (kind === 1) readSequence(section, sequences)
    else throw new ProtocolError(`section of kind ${kind}`)
    at += 1 + length
  }
  if (!body) throw new ProtocolError('message without a body')
  return { id: message.readInt32LE(4), legacy: false, wantsReply: !(flags & MORE_TO_COME), body, sequences }
}

function readSequence(section: Buffer, sequences: Map<string, Buffer[]>) {
  const nameEnd = section.indexOf(0, 4)
  if (nameEnd < 0) throw new ProtocolError('sequence without a name')
  const documents: Buffer[] = []
  for (let at = nameEnd + 1; at < section.length; ) {
    const length = section.readInt32LE(at)
    if (length < 5 || at + length > section.length) throw new ProtocolError('document of wrong length')
    documents.push(section.subarray(at, at + length))
    at += length
  }
  sequences.set(section.toString('utf8', 4, nameEnd), documents)
}

/** The message that answers a request with a BSON document. */
export function frameReply(request: Request, body: Buffer): Buffer {
  const headerSize = request.legacy ? 36 : 21
  const header = Buffer.alloc(headerSize)
  header.writeInt32LE(headerSize + body.length, 0)
  header.writeInt32LE(request.id, 8)
  header.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12)
  if (request.legacy) {
    header.writeInt32LE(8, 16)
    header.writeInt32LE(1, 32)
  }
  return Buffer.concat([header, body])
}

/** A command sent from this package itself, as the backup does. */
export function frameRequest(id: number, body: Doc): Buffer {
  const document = encode(body)
  const header = Buffer.alloc(21)
  header.writeInt32LE(21 + document.length, 0)
  header.writeInt32LE(id, 4)
  header.writeInt32LE(OP_MSG, 12)
  return Buffer.concat([header, document])
}

export const parseReply = (message: Buffer): Doc => decode(message.subarray(21))

/** A cursor's reply, put together from documents that are BSON already. */
export function encodeBatch(
  namespace: string,
  cursorId: bigint,
  field: 'firstBatch' | 'nextBatch',
  batch: readonly Buffer[],
): Buffer {
  const items = batch.flatMap((document, i) => [Buffer.from(`\x03${i}\0`, 'latin1'), document])
  const array = document(items)
  const cursor = document([
    fieldsOf({ id: Long.fromBigInt(cursorId), ns: namespace }),
    Buffer.from(`\x04${field}\0`),
    array,
  ])
  return document([Buffer.from('\x03cursor\0'), cursor, fieldsOf({ ok: 1 })])
}

const fieldsOf = (doc: Doc) => encode(doc).subarray(4, -1)

function document(parts: Buffer[]): Buffer {
  const size = Buffer.alloc(4)
  size.writeInt32LE(parts.reduce((sum, part) => sum + part.length, 5))
  return Buffer.concat([size, ...parts, Buffer.from([0])])
}

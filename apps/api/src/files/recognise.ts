import { Readable } from 'node:stream'

/** What is looked at of a file: how it begins and ends; the middle only where its kind asks for it. */
export interface Content {
  head: Buffer
  tail: Buffer
  bytes: number
  /** The whole, from its beginning. */
  read: () => AsyncIterable<Uint8Array>
}

/** How much of a file's beginning and end is kept at hand. */
export const HEAD_BYTES = 64 * 1024
export const TAIL_BYTES = 64 * 1024

/**
 * The media type of a file by what is in it, never by its name; null for what cannot be told, is cut short, or carries a
 * program. What is recognised is not yet accepted.
 */
export async function recognise(content: Content): Promise<string | null> {
  const { fileTypeFromBuffer, fileTypeFromStream } = await import('file-type/node')
  const found = isZip(content.head)
    ? await fileTypeFromStream(Readable.from(content.read(), { objectMode: false }))
    : await fileTypeFromBuffer(content.head)
  if (!found || !isWhole(found.mime, content)) return null
  if (isZip(content.head) && (await holdsProgram(content.read()))) return null
  return found.mime
}

const isZip = (head: Buffer) => head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'

/** Formats that say where they end. Some cameras write behind the end of a picture, so the mark need not stand last. */
function isWhole(type: string, { head, tail, bytes }: Content): boolean {
  switch (type) {
    case 'image/png':
      return tail.includes('IEND')
    case 'image/webp':
      return head.length >= 12 && head.readUInt32LE(4) + 8 <= bytes
    case 'application/pdf':
      return tail.includes('%%EOF')
    default:
      return !isZip(head) || tail.includes('PK\u0005\u0006', 0, 'latin1')
  }
}

/** Where Office keeps macros, under whatever extension. */
const PROGRAM = 'vbaProject'

async function holdsProgram(content: AsyncIterable<Uint8Array>): Promise<boolean> {
  let before = Buffer.alloc(0)
  for await (const chunk of content) {
    const seen = Buffer.concat([before, chunk])
    if (seen.includes(PROGRAM, 0, 'latin1')) return true
    before = seen.subarray(Math.max(0, seen.length - PROGRAM.length))
  }
  return false
}

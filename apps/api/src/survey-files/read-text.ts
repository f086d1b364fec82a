import { fileKind } from '@sixfold/domain/text/decode'
import { SurveyFileRefusal } from './refusal.ts'

/** Encodings that an XML file may declare; everything else is UTF-8, or UTF-16 with its mark. */
const DECLARED = new Set([
  'utf-8',
  'utf8',
  'us-ascii',
  'ascii',
  'iso-8859-1',
  'iso-8859-15',
  'windows-1252',
  'windows-1258',
])

/** The text of a file, by its mark or its own declaration; a file whose bytes are no letters of that encoding is refused. */
export function readText(bytes: Uint8Array): string {
  const kind = fileKind(bytes)
  if (kind !== 'text') throw new SurveyFileRefusal(`file_${kind}`)
  const encoding = encodingOf(bytes)
  if (encoding === null) throw new SurveyFileRefusal('encoding')
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new SurveyFileRefusal('encoding')
  }
}

function encodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/
    .exec(head)?.[1]
    ?.toLowerCase()
  if (declared === undefined) return 'utf-8'
  return DECLARED.has(declared) ? declared : null
}

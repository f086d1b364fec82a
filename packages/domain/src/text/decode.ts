/** Browsers and Node.js have it alike; the language's own library does not name it. */
declare const TextDecoder: new (
  encoding: string,
  options?: { fatal?: boolean },
) => { decode(bytes: Uint8Array): string }

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252'

export type FileKind = 'text' | 'empty' | 'pdf' | 'spreadsheet' | 'binary'

const SAMPLE = 64 * 1024

/** What a file is by its content, whatever its name says. */
export function fileKind(bytes: Uint8Array): FileKind {
  const begins = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (bytes.every(byte => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)) return 'empty'
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'pdf'
  // Packed (xlsx, ods, numbers) and the older compound files (xls).
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)) return 'spreadsheet'
  if (unicodeMark(bytes) || looksLikeUtf16(bytes)) return 'text'
  const sample = bytes.subarray(0, SAMPLE)
  const control = sample.filter(byte => byte < 0x09 || (byte > 0x0d && byte < 0x20)).length
  return control > sample.length / 100 ? 'binary' : 'text'
}

/** Reads a text whatever it was saved as; letters come out composed (NFC), line ends as \n. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const encoding =
    unicodeMark(bytes) ?? looksLikeUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : legacyEncoding(bytes))
  const text = new TextDecoder(encoding).decode(bytes)
  return { text: text.normalize('NFC').replace(/\r\n?/g, '\n'), encoding }
}

function unicodeMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Without a mark: in Latin text nearly every second byte of UTF-16 is zero, on one side. */
function looksLikeUtf16(bytes: Uint8Array): TextEncoding | null {
  const sample = bytes.subarray(0, 2048)
  let even = 0
  let odd = 0
  sample.forEach((byte, index) => {
    if (byte === 0 && index % 2 === 0) even += 1
    if (byte === 0 && index % 2 === 1) odd += 1
  })
  const half = sample.length / 2
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be'
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const VOWELS = new Set([...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'])

/**
 * Windows-1258 writes Vietnamese tones as marks of their own behind a vowel; the same bytes are letters in Windows-1252, which
 * hardly ever follow one (ì, ò, Þ).
 */
function legacyEncoding(bytes: Uint8Array): TextEncoding {
  const text = new TextDecoder('windows-1258').decode(bytes.subarray(0, SAMPLE * 4))
  let toned = 0
  let odd = 0
  let before = ''
  for (const character of text) {
    if (/\p{M}/u.test(character)) {
      if (VOWELS.has(before)) toned += 1
      else odd += 1
    }
    before = character
  }
  return toned > odd * 3 ? 'windows-1258' : 'windows-1252'
}

import type { Language } from '../local-text.ts'

/** Scripts that run from right to left (ISO 15924). */
const RIGHT_TO_LEFT = new Set([
  'Arab',
  'Hebr',
  'Syrc',
  'Thaa',
  'Nkoo',
  'Adlm',
  'Rohg',
  'Samr',
  'Mand',
  'Aran',
])

/**
 * The direction in which a language is written, as HTML's `dir` wants it. A tag that names no language reads from left to right.
 *
 * @example
 * directionOf('ar') // 'rtl'
 * directionOf('az-Arab') // 'rtl'
 * directionOf('vi') // 'ltr'
 */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  const script = localeOf(language)?.maximize().script
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr'
}

function localeOf(language: Language): Intl.Locale | null {
  try {
    return new Intl.Locale(language)
  } catch {
    return null
  }
}

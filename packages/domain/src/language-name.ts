import type { Language } from './local-text.ts'

/**
 * A language by its own name, as those who read it call it; a tag that is none stands for itself.
 *
 * @example ownName('vi') // 'Tiếng Việt'
 * @example ownName('en-US-US') // 'en-US-US'
 */
export function ownName(language: Language): string {
  const name = displayName(language, language)
  return name === language ? name : name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

/**
 * A language as readers of another call it; a tag that is none stands for itself.
 *
 * @example displayName('vi', 'en') // 'Vietnamese'
 */
export function displayName(language: Language, reader: Language): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language
  } catch (error) {
    if (error instanceof RangeError) return language
    throw error
  }
}

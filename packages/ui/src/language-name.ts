import type { UiLanguage } from '@sixfold/contract/words'
import type { Language } from '@sixfold/domain/local-text'

/**
 * A language by its own name, as those who read it call it.
 *
 * @example ownName('vi') // 'Tiếng Việt'
 */
export function ownName(language: Language): string {
  const name = displayName(language, language)
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

/**
 * A language as the screens call it within a sentence.
 *
 * @example
 * languageName('vi', 'en') // 'Vietnamese'
 * languageName('vi', 'vi') // 'tiếng Việt'
 */
export function languageName(language: Language, screens: UiLanguage): string {
  const name = displayName(language, screens)
  return screens === 'vi' ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name
}

function displayName(language: Language, screens: string): string {
  return new Intl.DisplayNames([screens], { type: 'language' }).of(language) ?? language
}

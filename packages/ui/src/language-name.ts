import type { UiLanguage } from '@sixfold/contract/words'
import { displayName } from '@sixfold/domain/language-name'
import type { Language } from '@sixfold/domain/local-text'

export { ownName } from '@sixfold/domain/language-name'

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

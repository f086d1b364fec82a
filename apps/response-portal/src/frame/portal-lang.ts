import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'

/** The `lang` of the portal's own words in a page of another language, so that they are read out in their own. */
export function portalLang(language: string): UiLanguage | undefined {
  const ui = uiLanguageFor(language)
  return language.toLowerCase().split('-')[0] === ui ? undefined : ui
}

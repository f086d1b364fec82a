import { type UiLanguage, uiLanguageFor, uiLanguages } from '@sixfold/contract/words'

const key = 'sixfold.language'

function stored(): UiLanguage | undefined {
  try {
    const value = localStorage.getItem(key)
    return uiLanguages.find(language => language === value)
  } catch {
    return undefined // Storage may be forbidden; the browser's language serves then.
  }
}

let current: UiLanguage | undefined

/** The language of the screens: the one chosen here before, else the browser's. */
export function currentLanguage(): UiLanguage {
  current ??= stored() ?? uiLanguageFor(navigator.language)
  return current
}

/** Whether somebody chose a language in this browser. */
export function languageWasChosen(): boolean {
  return stored() !== undefined
}

export function rememberLanguage(language: UiLanguage, choice: 'chosen' | 'assumed'): void {
  current = language
  document.documentElement.lang = language
  if (choice === 'assumed') return
  try {
    localStorage.setItem(key, language)
  } catch {
    // The choice then lasts as long as the page.
  }
}

import type { createWords, Say, UiLanguage } from '@sixfold/contract/words'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import { currentLanguage, languageWasChosen, rememberLanguage } from '../chosen-language.ts'

interface Language {
  language: UiLanguage
  /** `assumed`: from the person's profile, not kept in this browser. */
  setLanguage: (language: UiLanguage, choice?: 'chosen' | 'assumed') => void
}

const LanguageContext = createContext<Language | undefined>(undefined)

/** Holds the language of the screens. Changing it redraws the words in place. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setState] = useState(currentLanguage)

  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])

  const setLanguage = useCallback((next: UiLanguage, choice: 'chosen' | 'assumed' = 'chosen') => {
    rememberLanguage(next, choice)
    setState(next)
  }, [])
  const value = useMemo<Language>(() => ({ language, setLanguage }), [language, setLanguage])
  return <LanguageContext value={value}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  const value = useContext(LanguageContext)
  if (!value) throw new Error('useLanguage needs a LanguageProvider above it')
  return value
}

/** Says the texts of one catalogue in the current language: `const say = useSay(words)`. */
export function useSay<Id extends string>(words: ReturnType<typeof createWords<Id>>): Say<Id> {
  return words(useLanguage().language)
}

/** Goes on in a person's own language, where nobody chose another one in this browser; before anything is painted. */
export function useOwnLanguage(own: UiLanguage | undefined): void {
  const { setLanguage } = useLanguage()
  useLayoutEffect(() => {
    if (own && !languageWasChosen()) setLanguage(own, 'assumed')
  }, [own, setLanguage])
}

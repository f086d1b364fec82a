import type { LetterHead } from '@sixfold/contract/portal'

export type SampleLanguage = 'vi' | 'en'

/** A long name, as many have. */
export const letterHead = (language: SampleLanguage): LetterHead => ({
  organisation: 'Công ty Cổ phần Máy Việt',
  language,
  languages: [
    { tag: 'vi', name: 'Tiếng Việt' },
    { tag: 'en', name: 'English' },
  ],
})

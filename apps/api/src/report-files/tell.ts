import { formatChange, formatNumber, formatShare } from '@sixfold/contract/number-text'
import type { UiLanguage } from '@sixfold/contract/words'
import type { SayReport } from './words.ts'
import { reportWords } from './words.ts'

/** A language with its words and its way of writing numbers. */
export interface Tell {
  language: UiLanguage
  say: SayReport
  whole: (value: number) => string
  /** A share between 0 and 1 as whole percent. */
  percent: (share: number) => string
  /** With its sign, a true minus. */
  signed: (value: number) => string
}

export function tellIn(language: UiLanguage): Tell {
  return {
    language,
    say: reportWords(language),
    whole: value => formatNumber(value, language),
    percent: share => formatShare(share, language),
    signed: value => formatChange(value, language),
  }
}

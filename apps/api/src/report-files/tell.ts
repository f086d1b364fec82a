import type { UiLanguage } from '@sixfold/contract/words'
import type { SayReport } from './words.ts'
import { reportWords } from './words.ts'

/** A language with its words and its way of writing numbers. */
export interface Tell {
  language: UiLanguage
  say: SayReport
  whole: (value: number) => string
  /** With its sign, a true minus. */
  signed: (value: number) => string
}

export function tellIn(language: UiLanguage): Tell {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 0, signDisplay: 'exceptZero' })
  return {
    language,
    say: reportWords(language),
    whole: value => whole.format(value),
    signed: value => signed.format(value).replace('-', '−'),
  }
}

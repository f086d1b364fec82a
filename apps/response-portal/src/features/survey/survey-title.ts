import type { SurveyPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { LocalText } from '@sixfold/domain/local-text'
import { textIn } from '@sixfold/domain/local-text'
import { pipe } from '@sixfold/domain/survey/logic/pipe'
import { surveyWords } from '../../words/survey.ts'

type Shown = Pick<SurveyPage, 'definition' | 'language' | 'step'>

/** Of the browser's tab: where the reader is, then the survey. */
export function surveyTitle(
  { definition, language, step }: Shown,
  text: (words: LocalText | undefined) => string,
  faulty: boolean,
): string {
  const say = surveyWords(uiLanguageFor(language))
  const part =
    typeof step === 'number'
      ? text(definition.pages[step]?.title)
      : { welcome: '', review: say('review.tab'), thanks: say('thanks.title') }[step]
  const words = [part, text(definition.title)].filter(Boolean).join(' · ')
  return tabTitle(language, faulty, words)
}

/** Says first of all that something on the page needs a correction. */
export function tabTitle(language: string, faulty: boolean, words: string): string {
  return faulty ? `${surveyWords(uiLanguageFor(language))('faults.tab')}: ${words}` : words
}

/** The same before anything runs in the browser: where a title repeats an answer, its words for want of one. */
export function titleOfPage(page: Pick<SurveyPage, 'definition' | 'language' | 'step' | 'faults'>): string {
  const { definition, language, faults } = page
  const text = (words: LocalText | undefined) =>
    pipe(textIn(words, language, definition.defaultLanguage), {
      definition,
      answers: {},
      facts: {},
      language,
    })
  return surveyTitle(page, text, Object.keys(faults).length > 0)
}

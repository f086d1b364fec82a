import { uiLanguageFor } from '@sixfold/contract/words'
import { portalLang } from '../frame/portal-lang.ts'
import { surveyWords } from '../words/survey.ts'

/** A button of the survey's form, so that what stands on the page is kept first. */
export function Talk({ language }: { language: string }) {
  return (
    <button className="talk" type="submit" name="go" value="call" lang={portalLang(language)}>
      {surveyWords(uiLanguageFor(language))('talk')}
    </button>
  )
}

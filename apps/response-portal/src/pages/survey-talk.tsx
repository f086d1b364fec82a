import { uiLanguageFor } from '@sixfold/contract/words'
import { portalLang } from '../frame/portal-lang.ts'
import { surveyWords } from '../words/survey.ts'

/** A button of the survey's form, so that what stands on the page is kept first. */
export function Talk({ language }: { language: string }) {
  return (
    <p className="talk" lang={portalLang(language)}>
      <button type="submit" name="go" value="call">
        {surveyWords(uiLanguageFor(language))('talk')}
      </button>
    </p>
  )
}

import type { BlindSurveyPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { Letter } from '../frame/letter.tsx'
import { blindWords } from '../words/blind.ts'

/** What the server sends: the questions come alive in the browser, which alone has the ballot. */
export function BlindWaiting(page: BlindSurveyPage) {
  const say = blindWords(uiLanguageFor(page.language))
  return (
    <Letter head={page}>
      <h1>{textIn(page.definition.title, page.language, page.definition.defaultLanguage)}</h1>
      <noscript>
        <div className="waiting">
          <h2>{say('script.title')}</h2>
          <p>{say('script.text')}</p>
        </div>
      </noscript>
      <p className="lead">{say('loading')}</p>
    </Letter>
  )
}

import type { BlindSurveyPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { Letter } from '../frame/letter.tsx'
import { blindWords } from '../words/blind.ts'

/** What the server sends: the questions come alive in the browser, which alone has the ballot. */
export function BlindWaiting(page: BlindSurveyPage) {
  const say = blindWords(uiLanguageFor(page.language))
  return (
    <Letter head={page}>
      <noscript>
        <h1>{say('script.title')}</h1>
        <p className="lead">{say('script.text')}</p>
      </noscript>
      <p className="lead">{say('loading')}</p>
    </Letter>
  )
}

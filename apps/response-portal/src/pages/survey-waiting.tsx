import { uiLanguageFor } from '@sixfold/contract/words'
import { portalLang } from '../frame/portal-lang.ts'
import { surveyWords } from '../words/survey.ts'

/** The answers were sent off, and there is no line. Where nothing else is on the page, this is what it is about. */
export function SurveyWaiting({ language, alone = false }: { language: string; alone?: boolean }) {
  const say = surveyWords(uiLanguageFor(language))
  const title = say('waiting.title')
  return (
    <div className="waiting" role="status" lang={portalLang(language)}>
      {alone ? (
        <h1 id="title" tabIndex={-1}>
          {title}
        </h1>
      ) : (
        <h2>{title}</h2>
      )}
      <p>{say('waiting.lead')}</p>
    </div>
  )
}

import type { SurveyPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { SurveyInUse } from '../features/survey/use-survey.ts'
import { FactorMark } from '../frame/icons.tsx'
import { portalLang } from '../frame/portal-lang.ts'
import { problemText } from '../words/answer.ts'
import { surveyWords } from '../words/survey.ts'
import { SurveyWaiting } from './survey-waiting.tsx'

/** What is still missing or has to be corrected, each with the way to it. */
export function SurveyReview({ page, survey }: { page: SurveyPage; survey: SurveyInUse }) {
  const { definition, language, factors } = page
  const ui = uiLanguageFor(language)
  const say = surveyWords(ui)
  const lang = portalLang(language)
  const { open, state, text } = survey
  if (state.sending && state.status === 'waiting') return <SurveyWaiting language={language} alone />
  if (open.length === 0)
    return (
      <>
        <h1 id="title" tabIndex={-1} lang={lang}>
          {say('review.done.title')}
        </h1>
        <p className="lead" lang={lang}>
          {say('review.done.lead')}
        </p>
      </>
    )
  return (
    <>
      <h1 id="title" tabIndex={-1} lang={lang}>
        {say('review.title', { count: open.length })}
      </h1>
      <p className="lead" lang={lang}>
        {say('review.lead')}
      </p>
      <ul className="missing">
        {open.map(one => (
          <li key={one.question.id}>
            <a {...survey.wayTo(one)}>
              <FactorMark index={factors.indexOf(definition.pages[one.page]?.factor ?? '')} />
              <span>
                {text(one.question.text)}
                {one.problem === 'required' ? null : (
                  <span className="muted small" lang={lang}>
                    {problemText(one.problem, one.question, ui)}
                  </span>
                )}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

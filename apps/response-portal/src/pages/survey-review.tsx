import type { SurveyPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import type { SurveyInUse } from '../features/survey/use-survey.ts'
import { FactorMark } from '../frame/icons.tsx'
import { surveyWords } from '../words/survey.ts'
import { SurveyWaiting } from './survey-waiting.tsx'

/** What is still missing, each with the way to it. */
export function SurveyReview({ page, survey }: { page: SurveyPage; survey: SurveyInUse }) {
  const { definition, language, factors } = page
  const say = surveyWords(uiLanguageFor(language))
  const { missing, state } = survey
  if (state.sending && state.status === 'waiting') return <SurveyWaiting say={say} />
  if (missing.length === 0)
    return (
      <>
        <h1 id="title" tabIndex={-1}>
          {say('review.done.title')}
        </h1>
        <p className="lead">{say('review.done.lead')}</p>
      </>
    )
  return (
    <>
      <h1 id="title" tabIndex={-1}>
        {say('review.title', { count: missing.length })}
      </h1>
      <p className="lead">{say('review.lead')}</p>
      <ul className="missing">
        {missing.map(({ page: index, question }) => (
          <li key={question.id}>
            <a {...survey.wayTo({ page: index, question })}>
              <FactorMark index={factors.indexOf(definition.pages[index]?.factor ?? '')} />
              <span>{textIn(question.text, language, definition.defaultLanguage)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

import type { SurveyPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { answeringProgress } from '@sixfold/domain/survey/progress'
import { dayText } from '@sixfold/ui/day-text'
import type { SurveyInUse } from '../features/survey/use-survey.ts'
import { surveyWords } from '../words/survey.ts'

/** Who asks, why, how long it takes, who sees it. */
export function SurveyWelcome({ page, survey }: { page: SurveyPage; survey: SurveyInUse }) {
  const { definition, language, organisation } = page
  const ui = uiLanguageFor(language)
  const say = surveyWords(ui)
  const { text, way } = survey
  const { total, minutesLeft } = answeringProgress(definition, {}, way)
  return (
    <>
      <h1 id="title" tabIndex={-1}>
        {text(definition.title)}
      </h1>
      {page.contactName ? <p className="lead">{say('dear', { name: page.contactName })}</p> : null}
      <p className="lead">{text(definition.welcome)}</p>
      <dl className="facts part">
        <div>
          <dt>{say('fact.who')}</dt>
          <dd>{organisation}</dd>
        </div>
        <div>
          <dt>{say('fact.length')}</dt>
          <dd>{say('fact.length.value', { minutes: minutesLeft, questions: total })}</dd>
        </div>
        <div>
          <dt>{say('fact.readers')}</dt>
          <dd>{say('fact.readers.value', { organisation })}</dd>
        </div>
        <div>
          <dt>{say('fact.until')}</dt>
          <dd>{dayText(page.closesOn, ui)}</dd>
        </div>
      </dl>
      {page.preview || page.anonymous ? null : (
        <p className="end">
          <a href={`${page.address}/opt-out?language=${language}`}>{say('optOut')}</a>
        </p>
      )}
    </>
  )
}

import type { SurveyPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { dayText } from '@sixfold/ui/day-text'
import type { SurveyInUse } from '../features/survey/use-survey.ts'
import { surveyWords } from '../words/survey.ts'

/** The end of the way; it names nobody, because a used link may be in other hands. */
export function SurveyThanks({ page, survey }: { page: SurveyPage; survey: SurveyInUse }) {
  const { definition, language } = page
  const ui = uiLanguageFor(language)
  const say = surveyWords(ui)
  return (
    <>
      <h1 id="title" tabIndex={-1}>
        {say('thanks.title')}
      </h1>
      <p className="lead">{survey.text(definition.thanks)}</p>
      <section className="part">
        <h2>{say('thanks.next')}</h2>
        <dl className="facts">
          <div>
            <dt>{dayText(page.closesOn, ui)}</dt>
            <dd>{say('thanks.close.text')}</dd>
          </div>
          {page.anonymous ? null : (
            <div>
              <dt>{say('thanks.again')}</dt>
              <dd>{say('thanks.again.text')}</dd>
            </div>
          )}
        </dl>
      </section>
      <p className="end">
        {say('thanks.end')}
        {page.preview || page.anonymous ? null : (
          <>
            <br />
            <a href={`${page.address}/opt-out?language=${language}`}>{say('optOut')}</a>
          </>
        )}
      </p>
    </>
  )
}

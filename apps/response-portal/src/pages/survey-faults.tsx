import type { SurveyPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { SurveyInUse } from '../features/survey/use-survey.ts'
import { portalLang } from '../frame/portal-lang.ts'
import { surveyWords } from '../words/survey.ts'

/** What must be corrected before the page can be left, each with the way to it. */
export function SurveyFaults({
  page,
  index,
  survey,
}: {
  page: SurveyPage
  index: number
  survey: SurveyInUse
}) {
  const { faulty, text, wayTo, faultOf } = survey
  const { language } = page
  if (faulty.length === 0) return null
  return (
    <section className="faults" aria-labelledby="faults">
      <h2 id="faults" lang={portalLang(language)}>
        {surveyWords(uiLanguageFor(language))('faults.title', { count: faulty.length })}
      </h2>
      <ul className="missing">
        {faulty.map(question => (
          <li key={question.id}>
            <a {...wayTo({ page: index, question })}>
              <span>
                {text(question.text)}
                <span className="small" lang={portalLang(language)}>
                  {faultOf(question.id)}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { SurveyPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { answeringProgress } from '@sixfold/domain/survey/progress'
import { dayText } from '@sixfold/ui/day-text'
import type { SurveyInUse } from '../features/survey/use-survey.ts'
import { AccessibilityLink } from '../frame/accessibility-link.tsx'
import { portalLang } from '../frame/portal-lang.ts'
import { surveyWords } from '../words/survey.ts'
import { Talk } from './survey-talk.tsx'

/** Who asks, why, how long it takes, who sees it. */
export function SurveyWelcome({ page, survey }: { page: SurveyPage; survey: SurveyInUse }) {
  const { definition, language, organisation } = page
  const ui = uiLanguageFor(language)
  const say = surveyWords(ui)
  const { text, way } = survey
  const purpose = text(page.notice?.purpose)
  const months = page.notice?.retentionMonths
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
        {purpose ? (
          <div>
            <dt>{say('fact.why')}</dt>
            <dd>{purpose}</dd>
          </div>
        ) : null}
        <div>
          <dt>{say('fact.length')}</dt>
          <dd>{say('fact.length.value', { minutes: minutesLeft, questions: total })}</dd>
        </div>
        <div>
          <dt>{say('fact.readers')}</dt>
          <dd>
            {sentence(text(page.notice?.readers)) || say('fact.readers.value', { organisation })}{' '}
            {say('fact.readers.groups')}
          </dd>
        </div>
        {months ? (
          <div>
            <dt>{say('fact.kept')}</dt>
            <dd>{say('fact.kept.value', { months })}</dd>
          </div>
        ) : null}
        <div>
          <dt>{say('fact.until')}</dt>
          <dd>{dayText(page.closesOn, ui)}</dd>
        </div>
      </dl>
      {page.preview ? null : (
        <p className="ways part" lang={portalLang(language)}>
          <a href={`${page.address}/about?language=${language}`}>{say('about')}</a>
          {page.talk ? <Talk language={language} /> : null}
          <AccessibilityLink language={language} />
        </p>
      )}
      {page.preview || page.anonymous ? null : (
        <p className="end" lang={portalLang(language)}>
          {say('personal')}
          <span className="ways">
            <a href={`${page.address}/not-me?language=${language}`}>{say('notMe')}</a>
            <a href={`${page.address}/opt-out?language=${language}`}>{say('optOut')}</a>
          </span>
        </p>
      )}
    </>
  )
}

/** Another one follows. */
const sentence = (words: string) => (words === '' ? '' : `${words.replace(/[.\s]+$/, '')}.`)

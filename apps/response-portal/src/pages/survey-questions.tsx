import type { SurveyPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { answerWords } from '@sixfold/ui/words/answers'
import type { Kept as KeptPart } from '../features/survey/kept.tsx'
import { Progress } from '../features/survey/progress-bar.tsx'
import { Question } from '../features/survey/question.tsx'
import type { SurveyInUse } from '../features/survey/use-survey.ts'
import { FactorMark } from '../frame/icons.tsx'
import { portalLang } from '../frame/portal-lang.ts'
import { surveyWords } from '../words/survey.ts'
import { SurveyFaults } from './survey-faults.tsx'
import { Talk } from './survey-talk.tsx'
import { SurveyWaiting } from './survey-waiting.tsx'

interface SurveyQuestionsProps {
  page: SurveyPage
  index: number
  survey: SurveyInUse
  Kept: typeof KeptPart
}

/** One page of questions, mostly one factor. */
export function SurveyQuestions({ page, index, survey, Kept }: SurveyQuestionsProps) {
  const { definition, language, factors } = page
  const { way, text, alive, files } = survey
  const say = surveyWords(uiLanguageFor(language))
  const sayOfKind = answerWords(uiLanguageFor(language))
  const asked = definition.pages[index]
  if (!asked) return null
  const before = new Map(page.answers.map(({ question, value }) => [question, value]))
  return (
    <>
      <Progress
        definition={definition}
        answers={survey.answers}
        way={way}
        say={say}
        lang={portalLang(language)}
      >
        <Kept status={shownStatus(page, survey)} say={say} />
      </Progress>
      <h1 className="page-title" id="title" tabIndex={-1}>
        {asked.factor ? <FactorMark index={factors.indexOf(asked.factor)} /> : null}
        <span>{text(asked.title)}</span>
      </h1>
      {text(asked.intro) ? <p className="page-lead">{text(asked.intro)}</p> : null}
      {survey.state.sending && survey.state.status === 'waiting' ? (
        <SurveyWaiting language={language} />
      ) : null}
      <SurveyFaults page={page} index={index} survey={survey} />
      {page.grew && !alive ? (
        <p className="note" role="status" lang={portalLang(language)}>
          {say('grew')}
        </p>
      ) : null}
      {asked.questions
        .filter(({ id }) => way.asked.has(id))
        .map(question => {
          const { drawing, ...fields } = survey.fieldsOf(question.id)
          return (
            <Question
              key={`${question.id} ${drawing}`}
              {...fields}
              question={question}
              language={language}
              text={text}
              say={sayOfKind}
              alive={alive}
              required={way.required.has(question.id)}
              files={files}
              earlier={before.get(question.id)}
              fault={survey.faultOf(question.id)}
            />
          )
        })}
      {page.talk ? (
        <p className="other-way">
          <Talk language={language} />
        </p>
      ) : null}
    </>
  )
}

/** Without script, what was answered before is what the server keeps. */
function shownStatus(page: SurveyPage, { state }: SurveyInUse) {
  return state.status === 'untouched' && page.answers.length > 0 ? 'saved' : state.status
}

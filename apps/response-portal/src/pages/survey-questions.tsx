import type { SurveyPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { answerToText } from '@sixfold/domain/survey/answer-text'
import { Kept } from '../features/survey/kept.tsx'
import { Progress } from '../features/survey/progress-bar.tsx'
import { Question } from '../features/survey/question.tsx'
import type { SurveyInUse } from '../features/survey/use-survey.ts'
import { FactorMark } from '../frame/icons.tsx'
import { surveyWords } from '../words/survey.ts'
import { SurveyWaiting } from './survey-waiting.tsx'

interface SurveyQuestionsProps {
  page: SurveyPage
  index: number
  survey: SurveyInUse
}

/** One page of questions, mostly one factor. */
export function SurveyQuestions({ page, index, survey }: SurveyQuestionsProps) {
  const { definition, language, factors } = page
  const say = surveyWords(uiLanguageFor(language))
  const asked = definition.pages[index]
  if (!asked) return null
  const text = (texts: Parameters<typeof textIn>[0]) => textIn(texts, language, definition.defaultLanguage)
  const before = new Map(page.answers.map(({ question, value }) => [question, value]))
  const now = survey.state.answers
  return (
    <>
      <Progress definition={definition} answers={survey.answers} say={say}>
        <Kept status={shownStatus(page, survey)} say={say} />
      </Progress>
      {survey.state.sending && survey.state.status === 'waiting' ? <SurveyWaiting say={say} /> : null}
      <h1 className="page-title" id="title" tabIndex={-1}>
        {asked.factor ? <FactorMark index={factors.indexOf(asked.factor)} /> : null}
        <span>{text(asked.title)}</span>
      </h1>
      {text(asked.intro) ? <p className="page-lead">{text(asked.intro)}</p> : null}
      {asked.questions.map(question => (
        <Question
          key={question.id}
          question={question}
          text={text(question.text)}
          help={text(question.help)}
          current={page.posted[question.id] ?? answerToText(now[question.id]?.value)}
          earlier={answerToText(before.get(question.id))}
          fault={survey.faultOf(question.id)}
          say={say}
          field={survey.field(question.id)}
        />
      ))}
    </>
  )
}

/** Without script, what was answered before is what the server keeps. */
function shownStatus(page: SurveyPage, { state }: SurveyInUse) {
  return state.status === 'untouched' && page.answers.length > 0 ? 'saved' : state.status
}

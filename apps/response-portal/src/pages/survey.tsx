import type { SurveyPage } from '@sixfold/contract/portal'
import { stepToText } from '@sixfold/contract/portal-steps'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { ComponentType } from 'react'
import { Kept } from '../features/survey/kept.tsx'
import type { OpenKeeper } from '../features/survey/use-keeper.ts'
import { openKeeper, usePageTimer } from '../features/survey/use-keeper.ts'
import type { SurveyInUse } from '../features/survey/use-survey.ts'
import { useSurvey } from '../features/survey/use-survey.ts'
import { BackIcon } from '../frame/icons.tsx'
import { Letter } from '../frame/letter.tsx'
import { frameWords } from '../words/frame.ts'
import { surveyWords } from '../words/survey.ts'
import { SurveyQuestions } from './survey-questions.tsx'
import { SurveyReview } from './survey-review.tsx'
import { SurveyWelcome } from './survey-welcome.tsx'

/** What differs between an ordinary survey and a blind one. */
export interface SurveyParts {
  openKeeper: OpenKeeper
  Kept: typeof Kept
  Welcome: ComponentType<{ page: SurveyPage; survey: SurveyInUse }>
  /** Absent: the server has a page for it. */
  Thanks?: ComponentType<{ page: SurveyPage; survey: SurveyInUse }>
}

const ordinary: SurveyParts = { openKeeper, Kept, Welcome: SurveyWelcome }

/** A survey from welcome to thanks: one form, whose buttons say where to go next. */
export function Survey({ parts = ordinary, ...page }: SurveyPage & { parts?: SurveyParts }) {
  const { Welcome, Thanks } = parts
  const survey = useSurvey(page, parts.openKeeper, Thanks !== undefined)
  const shown = { ...page, language: survey.language }
  const ui = uiLanguageFor(survey.language)
  const say = surveyWords(ui)
  const banner = page.preview ? say('previewBanner') : undefined
  const shownPage = typeof survey.step === 'number' ? page.definition.pages[survey.step] : undefined
  usePageTimer(survey.keeper, shownPage?.id ?? null)
  if (survey.step === 'thanks')
    return (
      <Letter head={shown} banner={banner} onLanguage={survey.onLanguage}>
        {Thanks ? <Thanks page={shown} survey={survey} /> : null}
      </Letter>
    )

  const { step } = survey
  const asked = (typeof step === 'number' && page.definition.pages[step]?.questions) || []
  const last = step === 'review' || step === survey.shown.at(-1)
  const started = page.answers.length > 0
  const forward = last
    ? say('send')
    : step === 'welcome'
      ? say(started ? 'resume' : 'start')
      : say('continue')
  const isSending =
    survey.state.end === 'finished' || (survey.state.sending && survey.state.status === 'saving')
  const firstMissing = step === 'review' ? survey.open[0] : undefined
  const foot = (
    <>
      {step === 'welcome' ? null : (
        <button className="btn" type="submit" name="go" value="back" aria-label={frameWords(ui)('back')}>
          <BackIcon />
        </button>
      )}
      {firstMissing ? (
        <a className="btn primary" {...survey.wayTo(firstMissing)}>
          {say('review.first')}
        </a>
      ) : (
        <button
          className="btn primary"
          type="submit"
          name="go"
          value={last ? 'send' : 'next'}
          formAction={last && !page.preview ? `${page.address}/submit` : undefined}
          disabled={isSending}
        >
          {isSending ? say('sending') : forward}
        </button>
      )}
    </>
  )
  return (
    <Letter
      head={shown}
      banner={banner}
      foot={foot}
      wide={asked.some(({ kind }) => kind === 'grid')}
      form={{
        action: page.address,
        files: asked.some(({ kind }) => kind === 'upload'),
        onSubmit: survey.onSubmit,
      }}
      onLanguage={survey.onLanguage}
    >
      <input type="hidden" name="page" value={stepToText(step)} />
      <input type="hidden" name="shown" value={survey.language} />
      {shownPage && page.times ? (
        <input type="hidden" name="since" value={page.times.madeAt - (page.times.pages[shownPage.id] ?? 0)} />
      ) : null}
      {step === 'welcome' ? <Welcome page={shown} survey={survey} /> : null}
      {step === 'review' ? <SurveyReview page={shown} survey={survey} /> : null}
      {typeof step === 'number' ? (
        <SurveyQuestions key={step} page={shown} index={step} survey={survey} Kept={parts.Kept} />
      ) : null}
    </Letter>
  )
}

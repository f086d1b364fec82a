import type { BlindSurveyPage, SurveyPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { asSeenBy } from '@sixfold/domain/survey/as-seen-by'
import { answersOnWay, walk } from '@sixfold/domain/survey/logic/walk'
import { answeringProgress } from '@sixfold/domain/survey/progress'
import { dayText } from '@sixfold/ui/day-text'
import { createRoot } from 'react-dom/client'
import type { KeptBallot } from '../features/survey/blind/ballot-store.ts'
import { keepBallot, readBallot } from '../features/survey/blind/ballot-store.ts'
import { createBlindKeeper } from '../features/survey/blind/blind-keeper.ts'
import { castAnswers } from '../features/survey/blind/cast.ts'
import { deviceStorage, openDeviceStore } from '../features/survey/device-store.ts'
import { Kept } from '../features/survey/kept.tsx'
import { callLater } from '../features/survey/use-keeper.ts'
import type { SurveyInUse } from '../features/survey/use-survey.ts'
import { Letter } from '../frame/letter.tsx'
import { blindWords } from '../words/blind.ts'
import { surveyWords } from '../words/survey.ts'
import type { SurveyParts } from './survey.tsx'
import { Survey } from './survey.tsx'

/** Draws the questions on a device that has a ballot; on any other it says where one is to be had. */
export function openBlindSurvey(root: HTMLElement, { waveId, ...page }: BlindSurveyPage): void {
  const kept = readBallot(waveId)
  const drawn = createRoot(root)
  if (!kept || 'blank' in kept) {
    drawn.render(<NoBallot {...page} waveId={waveId} />)
    return
  }
  // Options stand in an order that only this device knows.
  const seed = 'ballot' in kept ? kept.ballot.message : ''
  const shown: SurveyPage = {
    ...page,
    kind: 'survey',
    definition: asSeenBy(page.definition, { facts: {}, seed }),
    step: 'ballot' in kept ? page.step : 'thanks',
  }
  drawn.render(<Survey {...shown} parts={partsFor(waveId, kept)} />)
}

function partsFor(waveId: string, kept: KeptBallot): SurveyParts {
  return {
    Kept: KeptHere,
    Welcome,
    Thanks,
    openKeeper: ({ definition, deviceKey }) =>
      createBlindKeeper({
        device: openDeviceStore(deviceKey, deviceStorage()),
        later: callLater,
        onTaken: () => void keepBallot(waveId, { cast: true }),
        cast(answers) {
          const ballot = 'ballot' in kept ? kept.ballot : { message: '', signature: '' }
          const given = Object.fromEntries(
            answers.flatMap(({ question, value }) => (value === null ? [] : [[question, value]])),
          )
          // What was answered on a way that was left again stays here.
          const onWay = answersOnWay(given, walk(definition, given, {}))
          const sent = Object.entries(onWay).map(([question, value]) => ({ question, value: value ?? null }))
          return castAnswers(waveId, ballot, sent, (url, options) => fetch(url, options))
        },
      }),
  }
}

interface PartProps {
  page: SurveyPage
  survey: SurveyInUse
}

/** Says on every page that the answers are on this device alone. */
const KeptHere: typeof Kept = ({ status, say }) => {
  const language = document.documentElement.lang
  const words = blindWords(uiLanguageFor(language))
  return (
    <Kept
      status={status}
      say={id =>
        id === 'saved.saved'
          ? words('kept')
          : id === 'saved.saving'
            ? words('kept.saving')
            : id === 'saved.waiting'
              ? words('kept.waiting')
              : id === 'saved.failed'
                ? words('kept.failed')
                : say(id)
      }
    />
  )
}

function Welcome({ page, survey }: PartProps) {
  const ui = uiLanguageFor(page.language)
  const say = blindWords(ui)
  const { total, minutesLeft } = answeringProgress(page.definition, {}, survey.way)
  return (
    <>
      <h1 id="title" tabIndex={-1}>
        {survey.text(page.definition.title)}
      </h1>
      <p className="lead">{survey.text(page.definition.welcome)}</p>
      <p className="lead">{say('welcome.lead')}</p>
      <dl className="facts part">
        <div>
          <dt>{say('fact.who')}</dt>
          <dd>{page.organisation}</dd>
        </div>
        <div>
          <dt>{say('fact.length')}</dt>
          <dd>{say('fact.length.value', { minutes: minutesLeft, questions: total })}</dd>
        </div>
        <div>
          <dt>{say('fact.readers')}</dt>
          <dd>{say('welcome.readers.value')}</dd>
        </div>
        <div>
          <dt>{say('fact.until')}</dt>
          <dd>{dayText(page.closesOn, ui)}</dd>
        </div>
      </dl>
    </>
  )
}

function Thanks({ page }: PartProps) {
  const ui = uiLanguageFor(page.language)
  const say = blindWords(ui)
  return (
    <>
      <h1 id="title" tabIndex={-1}>
        {surveyWords(ui)('thanks.title')}
      </h1>
      <p className="lead">{say('thanks.text')}</p>
      <section className="part">
        <h2>{surveyWords(ui)('thanks.next')}</h2>
        <dl className="facts">
          <div>
            <dt>{dayText(page.closesOn, ui)}</dt>
            <dd>{say('thanks.close')}</dd>
          </div>
          <div>
            <dt>{say('thanks.device')}</dt>
            <dd>{say('thanks.device.text')}</dd>
          </div>
        </dl>
      </section>
      <p className="end">{say('thanks.end')}</p>
    </>
  )
}

function NoBallot(page: BlindSurveyPage) {
  const say = blindWords(uiLanguageFor(page.language))
  return (
    <Letter head={page}>
      <h1>{say('none.title')}</h1>
      <p className="lead">{say('none.text')}</p>
    </Letter>
  )
}

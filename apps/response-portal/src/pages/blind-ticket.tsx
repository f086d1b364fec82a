import type { BlindTicketPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { dayText } from '@sixfold/ui/day-text'
import type { ReactNode } from 'react'
import type { TicketState } from '../features/survey/blind/ticket-state.ts'
import { TICKET } from '../features/survey/blind/ticket-state.ts'
import { Letter } from '../frame/letter.tsx'
import { blindWords } from '../words/blind.ts'

/**
 * The personal link of a blind survey. Everything that its script may have to say is written here already, and hidden: the
 * script only shows what is the case.
 */
export function BlindTicket(page: BlindTicketPage) {
  const ui = uiLanguageFor(page.language)
  const say = blindWords(ui)
  const { waveId, address, questionsAt, earned, language } = page
  const ticket = { waveId, token: address.split('/').at(-1) ?? '', questionsAt, earned, language }
  const asLine = (state: TicketState, hidden = true) => (
    <p className="lead" data-state={state} hidden={hidden}>
      {say(state as 'loading' | 'working')}
    </p>
  )
  const asNote = (state: 'elsewhere' | 'insecure' | 'storage' | 'offline', foot?: ReactNode) => (
    <div className="part" data-state={state} hidden>
      <div className="waiting">
        <h2>{say(`${state}.title`)}</h2>
        <p>{say(`${state}.text`)}</p>
      </div>
      {foot}
    </div>
  )
  return (
    <Letter head={page}>
      <h1 id="title">{page.title}</h1>
      <p className="lead">{say('lead', { carrier: page.organisation })}</p>
      <dl className="facts part">
        <div>
          <dt>{say('fact.who')}</dt>
          <dd>{page.organisation}</dd>
        </div>
        <div>
          <dt>{say('fact.length')}</dt>
          <dd>{say('fact.length.value', { minutes: page.minutes, questions: page.questions })}</dd>
        </div>
        <div>
          <dt>{say('fact.readers')}</dt>
          <dd>{say('fact.readers.value', { minimum: page.minimum })}</dd>
        </div>
        <div>
          <dt>{say('fact.until')}</dt>
          <dd>{dayText(page.closesOn, ui)}</dd>
        </div>
      </dl>
      <section className="part">
        <h2>{say('how')}</h2>
        <ol className="steps">
          {(['how.1', 'how.2', 'how.3'] as const).map(step => (
            <li key={step}>{say(step)}</li>
          ))}
        </ol>
      </section>
      <noscript>
        <div className="part">
          <div className="waiting">
            <h2>{say('script.title')}</h2>
            <p>{say('script.text')}</p>
          </div>
        </div>
      </noscript>
      <div className="part" role="status" {...{ [TICKET]: JSON.stringify(ticket) }}>
        {asLine('loading')}
        {asLine('working')}
        <div data-state="ready" hidden>
          <button className="btn primary full" type="button" data-start>
            {say('start')}
          </button>
          <p className="muted small">{say('here')}</p>
        </div>
        <div data-state="resume" hidden>
          <a className="btn primary full" href={questionsAt}>
            {say('resume')}
          </a>
        </div>
        {asNote('elsewhere')}
        {asNote('insecure')}
        {asNote('storage')}
        {asNote(
          'offline',
          <button className="btn primary full" type="button" data-start>
            {say('again')}
          </button>,
        )}
      </div>
      <p className="end">
        <a href={`${address}/opt-out?language=${language}`}>{say('optOut')}</a>
      </p>
    </Letter>
  )
}

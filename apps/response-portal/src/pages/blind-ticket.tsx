import type { BlindTicketPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { dayText } from '@sixfold/ui/day-text'
import type { TicketState } from '../features/survey/blind/ticket-state.ts'
import { TICKET } from '../features/survey/blind/ticket-state.ts'
import { AccessibilityLink } from '../frame/accessibility-link.tsx'
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
  const asNote = (state: 'elsewhere' | 'insecure' | 'storage' | 'offline') => (
    <div className="waiting" data-state={state} hidden>
      <h2>{say(`${state}.title`)}</h2>
      <p>{say(`${state}.text`)}</p>
    </div>
  )
  const asButton = (state: TicketState, words: 'start' | 'again') => (
    <button className="btn primary full" type="button" data-start data-state={state} hidden>
      {say(words)}
    </button>
  )
  const foot = (
    <div>
      <p className="muted small" data-state="loading">
        {say('loading')}
      </p>
      <button className="btn primary full" type="button" data-state="working" disabled hidden>
        {say('working')}
      </button>
      {asButton('ready', 'start')}
      {asButton('offline', 'again')}
      <a className="btn primary full" href={questionsAt} data-state="resume" hidden>
        {say('resume')}
      </a>
    </div>
  )
  return (
    <Letter head={page} foot={foot}>
      <h1 id="title">{page.title}</h1>
      <p className="lead">{say('lead', { carrier: page.organisation })}</p>
      <noscript>
        <div className="waiting">
          <h2>{say('script.title')}</h2>
          <p>{say('script.text')}</p>
        </div>
      </noscript>
      <div role="status" {...{ [TICKET]: JSON.stringify(ticket) }}>
        {asNote('elsewhere')}
        {asNote('insecure')}
        {asNote('storage')}
        {asNote('offline')}
      </div>
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
        <p className="muted small">{say('here')}</p>
      </section>
      <p className="end">
        <span className="ways">
          <a href={`${address}/about?language=${language}`}>{say('about')}</a>
          <a href={`${address}/opt-out?language=${language}`}>{say('optOut')}</a>
          <AccessibilityLink language={language} />
        </span>
      </p>
    </Letter>
  )
}

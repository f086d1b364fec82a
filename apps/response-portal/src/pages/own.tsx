import type { OwnPage, OwnRequest, OwnRoundtable } from '@sixfold/contract/portal'
import type { Say, UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import { dayText } from '@sixfold/ui/day-text'
import { AccessibilityLink } from '../frame/accessibility-link.tsx'
import { CheckIcon } from '../frame/icons.tsx'
import { Letter } from '../frame/letter.tsx'
import { ownWords } from '../words/own.ts'
import { Asked } from './asked.tsx'
import { OwnCases } from './own-cases.tsx'
import { Replies } from './replies.tsx'

export type Word = typeof ownWords extends (language: never) => Say<infer Id> ? Id : never
export interface PartProps {
  say: Say<Word>
  language: UiLanguage
}

/** A customer's own page: plain forms, each of which leads back here. */
export function Own(page: OwnPage) {
  const language = uiLanguageFor(page.language)
  const say = ownWords(language)
  const { usualMonths } = page.asking
  const to = (path: string) => `${page.address}/${path}?language=${language}`
  // What waits for the customer's word comes first: it is why the link was opened.
  const waits = page.cases.some(({ state, asksAgain }) => state === 'resolved' || asksAgain)
  const cases = page.cases.length > 0 ? <OwnCases page={page} say={say} language={language} /> : null
  return (
    <Letter head={page}>
      <h1 id="title">{say('dear', { name: page.name })}</h1>
      <p className="lead">{say('lead', { organisation: page.organisation })}</p>
      {page.done ? (
        <p className="told" role="status">
          <CheckIcon />
          <span>{doneText(page, say)}</span>
        </p>
      ) : null}
      {waits ? cases : null}
      <section className="part">
        <h2>{say('complaint')}</h2>
        <p className="muted">{say('complaint.text')}</p>
        <a className="btn full" href={to('complaint')}>
          {say('complaint.open')}
        </a>
      </section>
      {waits ? null : cases}
      {page.requests.length > 0 ? <Requests requests={page.requests} say={say} language={language} /> : null}
      <Asked asked={page.asked} whose="own" language={language} />
      <Replies done={page.replies} language={language} />
      {page.roundtable ? <Roundtable event={page.roundtable} action={to('round-table')} say={say} /> : null}
      <form className="part" method="post" action={to('asking')}>
        <fieldset>
          <legend>
            <h2>{say('asking')}</h2>
          </legend>
          {page.asking.held ? <p className="muted">{say('asking.held')}</p> : null}
          <div className="options">
            {page.asking.offered.map(choice => (
              <label key={choice} className="option">
                <input
                  type="radio"
                  name="asking"
                  value={choice}
                  defaultChecked={choice === page.asking.choice}
                />
                <span>
                  {say(`asking.${choice}`)}
                  {choice === 'usual' && usualMonths > 0 ? (
                    <small>{say('asking.usual.text', { months: usualMonths })}</small>
                  ) : null}
                  {choice === 'never' ? <small>{say('asking.never.text')}</small> : null}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <button className="btn full" type="submit">
          {say('asking.save')}
        </button>
      </form>
      <form className="part" method="post" action={to('data')}>
        <h2>{say('data')}</h2>
        <p className="muted">{say('data.text')}</p>
        <button className="btn full" type="submit">
          {say('data.send')}
        </button>
      </form>
      <p className="end">
        {say('end')}
        <span className="ways">
          <AccessibilityLink language={page.language} />
        </span>
      </p>
    </Letter>
  )
}

function doneText({ done, receipt }: OwnPage, say: Say<Word>): string {
  if (done !== 'complaint') return done ? say(`done.${done}`) : ''
  return receipt ? say('done.complaint', { receipt }) : say('done.complaint.plain')
}

function Requests({ requests, say, language }: PartProps & { requests: readonly OwnRequest[] }) {
  return (
    <section className="part">
      <h2>{say('requests')}</h2>
      <ul className="things">
        {requests.map(({ kind, state, askedOn, promisedBy }) => {
          const day = dayText(askedOn, language)
          const promised = kind === 'call' ? 'request.promised.call' : 'request.promised'
          return (
            <li key={`${kind} ${askedOn} ${state}`}>
              <strong>{say(`request.${kind}`)}</strong>
              <span>{say(`request.state.${state}`)}</span>
              <span className="muted">
                {promisedBy
                  ? say(promised, { day, by: dayText(promisedBy, language) })
                  : say('request.asked', { day })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Roundtable({ event, action, say }: { event: OwnRoundtable; action: string; say: Say<Word> }) {
  const { title, venue, times, standing } = event
  return (
    <section className="part">
      <h2>{say('roundtable')}</h2>
      <div className="event">
        <strong>{title}</strong>
        <span>{times.date}</span>
        <span>{times.time}</span>
        <span className="muted">{times.zone}</span>
        <span>{venue}</span>
      </div>
      <p className="muted">{say(`roundtable.${standing}`)}</p>
      {standing === 'none' ? (
        <form method="post" action={action}>
          <button className="btn full" type="submit">
            {say('roundtable.wish')}
          </button>
        </form>
      ) : null}
    </section>
  )
}

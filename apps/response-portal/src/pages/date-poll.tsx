import { LONGEST_POLL_NOTE } from '@sixfold/contract/date-polls'
import type { DatePollPage } from '@sixfold/contract/portal'
import type { Say } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import { POLL_VOTES } from '@sixfold/domain/roundtables/date-poll'
import { AccessibilityLink } from '../frame/accessibility-link.tsx'
import { CheckIcon, ProblemIcon } from '../frame/icons.tsx'
import { Letter } from '../frame/letter.tsx'
import { datePollWords } from '../words/date-poll.ts'

type Word = typeof datePollWords extends (language: never) => Say<infer Id> ? Id : never
type Parts = DatePollPage & { say: Say<Word> }

/** Which dates of a round table suit: plain radios of a posted form, each date on the voter's own clock. */
export function DatePoll(page: DatePollPage) {
  const language = uiLanguageFor(page.language)
  const say = datePollWords(language)
  const { view, address, saved, answerBy } = page
  const parts = { ...page, say }
  const chosen = view.state === 'decided' ? view.dates.find(({ decided }) => decided) : undefined
  const fixed = chosen && page.times[chosen.id]
  if (view.state !== 'open')
    return (
      <Letter head={page}>
        <h1 id="title">{view.title}</h1>
        {page.late && (
          <section className="part told" role="alert">
            <ProblemIcon />
            <p>{say('late')}</p>
          </section>
        )}
        <section className="part" role="status">
          <h2>{say(view.state, { date: fixed ? `${fixed.date}, ${fixed.time}` : '' })}</h2>
          <p>{say(chosen?.vote === 'no' ? 'decided.unable' : `${view.state}.text`)}</p>
        </section>
        <Answers {...parts} />
        <Facts {...parts} />
        <End {...parts} />
      </Letter>
    )
  return (
    <Letter
      head={page}
      form={{ action: address, files: false }}
      foot={
        <button className="btn primary full" type="submit" name="go" value="next">
          {say(view.votedAt === null ? 'send' : 'change')}
        </button>
      }
    >
      <input type="hidden" name="shown" value={language} />
      <h1 id="title">{view.title}</h1>
      {saved ? (
        <section className="told" role="status">
          <CheckIcon />
          <div>
            <p>{say('saved')}</p>
            <p className="plain">{say('saved.text', { answerBy })}</p>
          </div>
        </section>
      ) : (
        <>
          <p className="lead">{say('dear', { name: view.contactName })}</p>
          {view.votedAt === null ? (
            <p className="lead">{say('asks', { organisation: view.organisation })}</p>
          ) : (
            <p className="lead" role="status">
              {say('answered')}. {say('answered.text', { answerBy })}
            </p>
          )}
        </>
      )}
      {view.description && view.votedAt === null && <p className="lead">{view.description}</p>}
      <Facts {...parts} />
      <div className="part">
        {page.fault === 'nothing_chosen' && (
          <p className="lamp" role="alert">
            <ProblemIcon />
            <span>{say('nothing_chosen')}</span>
          </p>
        )}
        <Clock {...parts} />
        {view.dates.map(({ id }) => (
          <DateChoice key={id} {...parts} dateId={id} />
        ))}
      </div>
      <Note {...parts} />
      <button className="btn full" type="submit" name="go" value="none">
        {say('none')}
      </button>
      <End {...parts} />
    </Letter>
  )
}

function Facts({ view, answerBy, say }: Parts) {
  return (
    <dl className="facts part">
      <div>
        <dt>{say('where')}</dt>
        <dd>{view.venue}</dd>
      </div>
      {view.state === 'open' && (
        <div>
          <dt>{say('answerBy')}</dt>
          <dd>{answerBy}</dd>
        </div>
      )}
    </dl>
  )
}

/** On whose clock the times are. */
function Clock({ zones, say }: Parts) {
  const { own: zone, event } = zones
  return (
    <p className="muted clock">
      {event === null ? say('clockHere', { zone }) : say('clock', { zone, there: event })}
    </p>
  )
}

function DateChoice({ view, times, chosen, say, dateId }: Parts & { dateId: string }) {
  const time = times[dateId]
  if (!time) return null
  return (
    <fieldset className="question dates">
      <legend>
        <span className="day">{time.date}</span>
        <span className="hours">{time.time}</span>
        {time.event !== null && <span className="must">{say('there', { time: time.event })}</span>}
      </legend>
      <input
        type="hidden"
        name={`was.${dateId}`}
        value={view.dates.find(({ id }) => id === dateId)?.vote ?? ''}
      />
      <div className="nps n3">
        {POLL_VOTES.map(vote => (
          <label key={vote}>
            <input
              type="radio"
              name={`vote.${dateId}`}
              value={vote}
              defaultChecked={chosen[dateId] === vote}
            />
            <span className="face">{say(vote)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Note({ view, note, fault, say }: Parts) {
  const tooLong = fault === 'too_long'
  return (
    <div className="question">
      <input type="hidden" name="was.note" value={view.note} />
      <label className="label" htmlFor="note">
        {say('note')} <span className="must">{say('optional')}</span>
      </label>
      <p className="help" id="note-help">
        {say('note.help')}
      </p>
      {tooLong && (
        <p className="lamp" id="note-fault">
          <ProblemIcon />
          <span>{say('too_long', { most: LONGEST_POLL_NOTE })}</span>
        </p>
      )}
      <textarea
        id="note"
        className="field short"
        name="note"
        rows={2}
        defaultValue={note}
        aria-invalid={tooLong ? true : undefined}
        aria-describedby={tooLong ? 'note-help note-fault' : 'note-help'}
      />
    </div>
  )
}

/** What was said, once it can no longer be changed; the date that was chosen stands out. */
function Answers(parts: Parts) {
  const { view, times, say } = parts
  return (
    <section className="part">
      <h2>{say('own')}</h2>
      <Clock {...parts} />
      <ul className="things">
        {view.dates.map(({ id, vote, decided }) => (
          <li key={id}>
            <span>
              {times[id]?.date}, {times[id]?.time}
            </span>
            {times[id]?.event != null && (
              <span className="muted">{say('there', { time: times[id]?.event ?? '' })}</span>
            )}
            <span className="muted">{say(vote ?? 'noAnswer')}</span>
            {decided && <span className="badge good">{say('chosen')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function End({ say, language }: Parts) {
  return (
    <p className="end">
      {say('end')}
      <span className="ways">
        <AccessibilityLink language={language} />
      </span>
    </p>
  )
}

import type { OwnCase, OwnPage } from '@sixfold/contract/portal'
import { dayText } from '@sixfold/ui/day-text'
import type { PartProps } from './own.tsx'

/** What was not right, where it stands, and the customer's word on what was done. */
export function OwnCases({ page, say, language }: PartProps & { page: OwnPage }) {
  return (
    <section className="part">
      <h2>{say('cases')}</h2>
      <ul className="things">
        {page.cases.map(one => {
          const { id, receipt, state, factor, openedOn, told } = one
          const day = dayText(openedOn, language)
          return (
            <li key={id}>
              <strong>{receipt}</strong>
              <span>{say(`case.state.${state}`)}</span>
              <span className="muted">
                {factor ? say('case.about', { day, factor }) : say('case.opened', { day })}
              </span>
              {told ? <p className="case-told">{told}</p> : null}
              <VerdictForm page={page} one={one} say={say} language={language} />
              {one.asksAgain ? <AgainForm page={page} one={one} say={say} language={language} /> : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type FormProps = PartProps & { page: OwnPage; one: OwnCase }

function VerdictForm({ page, one: { id, state, round, told }, say, language }: FormProps) {
  const closed = state === 'closed' && told !== ''
  if (state !== 'resolved' && !closed) return null
  return (
    <form
      className="case-verdict"
      method="post"
      action={`${page.address}/cases/${id}/verdict?language=${language}`}
    >
      <input type="hidden" name="round" value={round} />
      {closed ? null : (
        <button className="btn primary full" type="submit" name="verdict" value="solved">
          {say('case.solved')}
        </button>
      )}
      <details>
        <summary>{say(closed ? 'case.notAnyMore' : 'case.notSolved')}</summary>
        <label className="label" htmlFor={`why-${id}`}>
          {say('case.why')}
        </label>
        <textarea id={`why-${id}`} className="field" name="words" rows={3} maxLength={4000} />
        <button className="btn full" type="submit" name="verdict" value="not_solved">
          {say('case.takeUp')}
        </button>
      </details>
    </form>
  )
}

function AgainForm({ page, one: { id }, say, language }: FormProps) {
  return (
    <form
      className="case-verdict"
      method="post"
      action={`${page.address}/cases/${id}/judgement?language=${language}`}
    >
      <fieldset>
        <legend>{say('case.again')}</legend>
        <p className="muted">{say('case.again.ends')}</p>
        <div className="case-scores">
          {[1, 2, 3, 4, 5].map(score => (
            <label key={score} className="option">
              <input type="radio" name="score" value={score} required />
              <span>{score}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <button className="btn full" type="submit">
        {say('case.again.send')}
      </button>
    </form>
  )
}

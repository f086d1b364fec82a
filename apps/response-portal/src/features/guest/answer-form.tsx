import type { GuestView } from '@sixfold/contract/guests'
import type { Say } from '@sixfold/contract/words'
import { choicesOf, type GuestWord } from './choices.ts'

/** What a guest can do now: one thing first, the others below it. Plain buttons of a form that is posted. */
export function AnswerForm({
  view,
  address,
  say,
}: {
  view: GuestView
  address: string
  say: Say<GuestWord>
}) {
  const choices = choicesOf(view)
  const asks = view.answer === 'none' || view.answer === 'offered'
  const accepted = view.answer === 'accepted'
  const party = view.largestParty > 1 && (accepted || choices.some(({ value }) => value !== 'decline'))
  return (
    <div className="part">
      {accepted && (
        <a className="btn primary full" href={`${address}/calendar.ics?language=${view.language}`}>
          {say('calendar')}
        </a>
      )}
      <form method="post" action={`${address}?language=${view.language}`}>
        {party && (
          <div className="party">
            <label htmlFor="seats">{say('party')}</label>
            <select id="seats" name="seats" className="field" defaultValue={view.seats}>
              {Array.from({ length: Math.max(view.largestParty, view.seats) }, (_, at) => at + 1).map(
                size => (
                  <option key={size} value={size}>
                    {size === 1 ? say('partyAlone') : say('partyOf', { size })}
                  </option>
                ),
              )}
            </select>
            {accepted && (
              <button className="btn full" type="submit" name="answer" value="accept">
                {say('changeParty')}
              </button>
            )}
          </div>
        )}
        {choices.map(({ value, word }, at) => (
          <button
            key={value}
            className={asks && at === 0 && value !== 'decline' ? 'btn primary full' : 'btn full'}
            type="submit"
            name="answer"
            value={value}
          >
            {say(word)}
          </button>
        ))}
      </form>
    </div>
  )
}

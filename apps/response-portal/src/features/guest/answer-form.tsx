import type { GuestView } from '@sixfold/contract/roundtables'
import type { Say } from '@sixfold/contract/words'
import type { guestWords } from '../../words/guest.ts'

type Word = typeof guestWords extends (language: never) => Say<infer Id> ? Id : never

/** What a guest can do now: one thing first, the other beside it. Plain buttons of a form that is posted. */
export function AnswerForm({ view, address, say }: { view: GuestView; address: string; say: Say<Word> }) {
  const { first, second } = choices(view)
  return (
    <div className="part">
      {view.answer === 'accepted' && (
        <a className="btn primary full" href={`${address}/calendar.ics?language=${view.language}`}>
          {say('calendar')}
        </a>
      )}
      <form method="post" action={`${address}?language=${view.language}`}>
        {first && (
          <button
            className={view.answer === 'none' ? 'btn primary full' : 'btn full'}
            type="submit"
            name="answer"
            value="accept"
          >
            {say(first)}
          </button>
        )}
        {second && (
          <button className="btn full" type="submit" name="answer" value="decline">
            {say(second)}
          </button>
        )}
      </form>
    </div>
  )
}

function choices({ answer, full, closed }: GuestView): { first: Word | null; second: Word | null } {
  if (answer === 'accepted') return { first: null, second: 'withdraw' }
  if (answer === 'waitlisted') return { first: null, second: 'leave' }
  if (answer === 'declined')
    return { first: closed ? null : full ? 'joinAfterAll' : 'acceptAfterAll', second: null }
  return { first: closed ? null : full ? 'join' : 'accept', second: 'decline' }
}

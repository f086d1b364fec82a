import type { GuestView } from '@sixfold/contract/guests'
import type { GuestPage } from '@sixfold/contract/portal'
import type { Say } from '@sixfold/contract/words'
import { ProblemIcon } from '../../frame/icons.tsx'
import type { GuestWord } from './choices.ts'

/** Where the guest stands, in words; nothing before an answer to an open invitation. */
export function Standing({ page, say }: { page: GuestPage; say: Say<GuestWord> }) {
  const { view, noSeat, times } = page
  const words = wordsOf(view)
  const values = { position: view.waitlistPosition ?? 0, until: times.heldUntil ?? '' }
  return (
    <>
      {noSeat && view.state === 'open' && (
        <section className="part told" role="alert">
          <ProblemIcon />
          <p>{say('noSeat')}</p>
        </section>
      )}
      {words && (
        <section className="part" role="status">
          <h2>{say(words.title, values)}</h2>
          <p>{say(words.text, values)}</p>
        </section>
      )}
    </>
  )
}

function wordsOf(view: GuestView): { title: GuestWord; text: GuestWord } | null {
  const { state, answer, closed, full, side, lapsed, remote } = view
  if (state === 'cancelled') return { title: 'cancelled', text: 'cancelled.text' }
  if (state === 'started') return { title: 'started', text: 'started.text' }
  if (answer === 'offered') return { title: 'offered', text: 'offered.text' }
  if (answer === 'accepted' && side === 'remote') return { title: 'remote', text: 'remote.text' }
  if (answer === 'accepted') return { title: 'accepted', text: closed ? 'closed.accepted' : 'accepted.text' }
  if (answer === 'waitlisted')
    return { title: side === 'remote' ? 'waitlistedRemote' : 'waitlisted', text: 'waitlisted.text' }
  const fullEverywhere = full && (!remote || remote.full || remote.closed)
  if (answer === 'declined')
    return {
      title: 'declined',
      text: closed ? 'declined.final' : fullEverywhere ? 'declined.full' : 'declined.text',
    }
  if (lapsed) return { title: 'lapsed', text: closed ? 'closed.text' : 'lapsed.text' }
  if (closed && (!remote || remote.closed)) return { title: 'closed', text: 'closed.text' }
  if (!full && !closed) return null
  return remote && !remote.full && !remote.closed
    ? { title: 'roomFull', text: 'roomFull.text' }
    : { title: 'full', text: 'full.text' }
}

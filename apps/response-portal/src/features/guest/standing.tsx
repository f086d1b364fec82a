import type { GuestView } from '@sixfold/contract/roundtables'
import type { Say } from '@sixfold/contract/words'
import type { guestWords } from '../../words/guest.ts'

type Word = typeof guestWords extends (language: never) => Say<infer Id> ? Id : never

/** Where the guest stands, in words; nothing before an answer to an open invitation. */
export function Standing({ view, say }: { view: GuestView; say: Say<Word> }) {
  const words = wordsOf(view)
  if (!words) return null
  return (
    <section className="part" role="status">
      <h2>{say(words.title, { position: view.waitlistPosition ?? 0 })}</h2>
      <p>{say(words.text)}</p>
    </section>
  )
}

function wordsOf({ state, answer, closed, full }: GuestView): { title: Word; text: Word } | null {
  if (state === 'cancelled') return { title: 'cancelled', text: 'cancelled.text' }
  if (state === 'started') return { title: 'started', text: 'started.text' }
  if (answer === 'accepted') return { title: 'accepted', text: closed ? 'closed.accepted' : 'accepted.text' }
  if (answer === 'waitlisted') return { title: 'waitlisted', text: 'waitlisted.text' }
  if (answer === 'declined') return { title: 'declined', text: closed ? 'declined.final' : 'declined.text' }
  if (closed) return { title: 'closed', text: 'closed.text' }
  return full ? { title: 'full', text: 'full.text' } : null
}

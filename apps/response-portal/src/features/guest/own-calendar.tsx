import type { GuestPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { ownCalendarWords } from '../../words/own-calendar.ts'

/** Asks for a calendar of the own events, or ends it. The address itself goes by mail: this page may have been forwarded. */
export function OwnCalendar({ feed, address, language }: Pick<GuestPage, 'feed' | 'address' | 'language'>) {
  const say = ownCalendarWords(uiLanguageFor(language))
  return (
    <section className="part" id="calendar">
      <h2>{say('title')}</h2>
      {feed.done ? <p role="status">{say(`done.${feed.done}`)}</p> : <p>{say(feed.on ? 'on' : 'text')}</p>}
      <form method="post" action={`${address}/feed?language=${language}`}>
        <button className="btn full" type="submit" name="feed" value="send">
          {say(feed.on ? 'again' : 'send')}
        </button>
        {feed.on && (
          <button className="btn full" type="submit" name="feed" value="end">
            {say('end')}
          </button>
        )}
      </form>
    </section>
  )
}

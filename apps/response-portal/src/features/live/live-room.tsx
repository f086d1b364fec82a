import type { ErrorCode } from '@sixfold/contract/errors'
import { LIVE_LIMITS } from '@sixfold/contract/live-limits'
import type { LiveEntry, LiveItemView } from '@sixfold/contract/live-rooms'
import type { LivePage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { meanRating, SMALLEST_SHOWN_ROOM, topWords } from '@sixfold/domain/live-room/live-tally'
import { textIn } from '@sixfold/domain/local-text'
import type { MouseEvent } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { FactorMark, UpIcon, WaitingIcon } from '../../frame/icons.tsx'
import { liveWords } from '../../words/live.ts'
import type { LiveSay } from './item-form.tsx'
import { ItemForm } from './item-form.tsx'
import { useLiveRoom } from './use-live-room.ts'

type Room = ReturnType<typeof useLiveRoom>
interface Parts {
  room: Room
  say: LiveSay
  language: string
}

/** A live room in one hand: what is asked just now, the questions of the room, and a place to ask. */
export function LiveRoom(page: LivePage) {
  const [tag, setTag] = useState(page.language)
  const language = uiLanguageFor(tag)
  const say = liveWords(language)
  const room = useLiveRoom(page)
  // In place, so that what is typed and not sent stays; a reload comes back in the same language.
  function speak(event: MouseEvent, to: string) {
    event.preventDefault()
    history.replaceState(null, '', `?language=${to}`)
    document.documentElement.lang = to
    setTag(to)
  }
  const { connected, view } = room.state
  const parts = { room, say, language }
  return (
    <div className="live">
      <header className="live-top">
        <h1>{textIn(view.title, tag, 'en')}</h1>
        <p>
          <span>{say('people', { n: view.people })}</span>
          <span className="live-langs">
            {page.languages.map(one => (
              <a
                key={one.tag}
                href={`?language=${one.tag}`}
                lang={one.tag}
                aria-current={one.tag === tag ? 'true' : undefined}
                onClick={event => speak(event, one.tag)}
              >
                {one.name}
              </a>
            ))}
          </span>
        </p>
      </header>
      <p className="live-line" role="status" hidden={connected}>
        {connected ? '' : say('connecting')}
      </p>
      <main>
        {!view.open ? (
          <p className="live-card">{say('closed')}</p>
        ) : view.item ? (
          <Item {...parts} item={view.item} key={view.item.id} />
        ) : (
          <p className="live-card muted">{say('nothing')}</p>
        )}
        <Board {...parts} itemId={null} />
      </main>
      {view.open && <AskBar {...parts} />}
    </div>
  )
}

const RATING_SETTLES_MS = 350

function Item({ room, say, language, item }: Parts & { item: LiveItemView }) {
  const given = room.state.own.answers[item.id] ?? null
  const [moving, setMoving] = useState<number | null>(null)
  const [missing, setMissing] = useState(false)
  const answer = useRef(room.answer)
  answer.current = room.answer
  useEffect(() => {
    if (moving === null) return
    const settled = setTimeout(() => {
      answer.current(item.id, moving)
      setMoving(null)
    }, RATING_SETTLES_MS)
    return () => clearTimeout(settled)
  }, [moving, item.id])
  const { kind } = item.input
  if (kind === 'ideas')
    return (
      <section className="live-card">
        <p className="live-kind">{say('ideas')}</p>
        <h2 className="live-ask">{item.input.title}</h2>
        <Board room={room} say={say} language={language} itemId={item.id} />
        {item.open && <Idea room={room} say={say} itemId={item.id} />}
      </section>
    )
  const told = (
    <p className="live-told" role="status">
      {missing ? (
        say('choose')
      ) : (
        <Standing room={room} say={say} id={`answer:${item.id}`} sent={given !== null && item.open} />
      )}
    </p>
  )
  const results = <Results item={item} say={say} language={language} />
  const rated = moving ?? (typeof given === 'number' ? given : null)
  return (
    <form
      className="live-card"
      onSubmit={event => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        const chosen = [...data.getAll('choice'), ...data.getAll('word')]
          .map(String)
          .filter(text => text.trim())
        setMissing(chosen.length === 0)
        if (chosen.length > 0) room.answer(item.id, chosen)
      }}
    >
      <ItemForm
        // Fields take what was answered elsewhere, once it is known.
        key={JSON.stringify(kind === 'rating' ? null : given)}
        item={item}
        answer={kind === 'rating' ? rated : given}
        say={say}
        {...(kind === 'rating'
          ? {
              onRate: setMoving,
              rated: (
                <div className="live-rated">
                  <output className="live-value">{rated ?? '–'}</output>
                  <div>
                    {told}
                    {results}
                  </div>
                </div>
              ),
            }
          : {})}
      />
      {kind !== 'rating' && item.open && (
        <button className="btn primary full" type="submit">
          {say(given === null ? 'send' : 'change')}
        </button>
      )}
      {kind !== 'rating' && told}
      {kind !== 'rating' && results}
    </form>
  )
}

function Standing({ room, say, id, sent }: Pick<Parts, 'room' | 'say'> & { id: string; sent: boolean }) {
  const refused = room.state.refused.get(id)
  if (refused) return refusalText(refused, say)
  if (room.state.waiting.has(id))
    return (
      <>
        <WaitingIcon /> {say('sending')}
      </>
    )
  return sent ? say('sent') : null
}

const refusalText = (code: ErrorCode | undefined, say: LiveSay) =>
  say(code === 'wrong_state' ? 'late' : 'refused')

/** What the whole room answered, once it may be seen. */
function Results({ item, say, language }: { item: LiveItemView; say: LiveSay; language: string }) {
  const { tally, revealed, input, before } = item
  if (tally.answers === 0) return null
  if (!revealed) return <p className="muted">{say('hidden', { n: tally.answers })}</p>
  if (tally.answers < SMALLEST_SHOWN_ROOM) return <p className="muted">{say('few', { n: tally.answers })}</p>
  if (input.kind === 'rating') {
    const oneDigit = (mean: number) => mean.toLocaleString(language, { maximumFractionDigits: 1 })
    return (
      <>
        <p>{say('average', { mean: oneDigit(meanRating(tally) ?? 0), n: tally.answers })}</p>
        {before && (
          <p className="muted">
            {say('before', {
              date: dayIn(language, before.date),
              mean: oneDigit(before.mean),
              n: before.answers,
            })}
          </p>
        )}
      </>
    )
  }
  const rows =
    input.kind === 'poll'
      ? input.options.map(option => ({ word: option, people: tally.counts[option] ?? 0 }))
      : topWords(tally, 8)
  return (
    <dl className="live-results" aria-label={say('results')}>
      {rows.map(({ word, people }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{people}</dd>
        </div>
      ))}
    </dl>
  )
}

/** In English with the month in letters: the order of figures differs between countries. */
const dayIn = (language: string, date: string) =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(language === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: language === 'vi' ? 'numeric' : 'short',
    year: 'numeric',
  })

/** Questions of the room, or the ideas of one board; one's own that nobody sees yet stand below. */
function Board({ room, say, language, itemId }: Parts & { itemId: string | null }) {
  const { entries, own, waiting, refused } = room.state
  const shown = entries.filter(entry => entry.itemId === itemId)
  const unseen = own.said.filter(
    said =>
      said.itemId === itemId &&
      !shown.some(({ id }) => id === said.id) &&
      (waiting.has(`say:${said.key}`) ||
        refused.has(`say:${said.key}`) ||
        (said.waiting && said.id !== said.key)),
  )
  return (
    <section className="live-board">
      {itemId === null && (
        <h2>
          {say('questions')} <span>{say('order')}</span>
        </h2>
      )}
      {shown.length + unseen.length === 0 && (
        <p className="live-none">{say(itemId === null ? 'noQuestions' : 'noIdeas')}</p>
      )}
      <ol>
        {shown.map(entry => (
          <EntryRow key={entry.id} entry={entry} room={room} say={say} language={language} />
        ))}
        {unseen.map(said => (
          <li key={said.key}>
            <div>
              <p lang="">{said.text}</p>
              <p className="live-by" role="status">
                {refused.has(`say:${said.key}`) ? (
                  refusalText(refused.get(`say:${said.key}`), say)
                ) : (
                  <>
                    <WaitingIcon /> {say(waiting.has(`say:${said.key}`) ? 'sending' : 'waiting')}
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function EntryRow({ entry, room, say, language }: Parts & { entry: LiveEntry }) {
  const { own, waiting } = room.state
  const wanted = own.votes.includes(entry.id)
  const mine = own.said.some(({ id }) => id === entry.id)
  const by = [
    entry.topic && textIn(entry.topic.name, language, 'en'),
    entry.name || say('anonymous'),
    mine && say('own'),
    entry.state !== 'shown' && say(entry.state === 'live' ? 'live' : 'answered'),
    waiting.has(`vote:${entry.id}`) && say('sending'),
  ]
  return (
    <li data-state={entry.state}>
      <div>
        <p>{entry.text}</p>
        <p className="live-by">
          {entry.topic && <FactorMark index={entry.topic.index} />} {by.filter(Boolean).join(', ')}
        </p>
      </div>
      <button
        type="button"
        className="live-up"
        aria-pressed={wanted || mine}
        aria-label={say('want', { n: entry.votes, text: entry.text })}
        disabled={mine || entry.state === 'answered' || !room.state.view.open}
        onClick={() => room.vote(entry.id, !wanted)}
      >
        <UpIcon />
        {entry.votes}
      </button>
    </li>
  )
}

function Idea({ room, say, itemId }: Pick<Parts, 'room' | 'say'> & { itemId: string }) {
  const [text, setText] = useState('')
  return (
    <form
      className="live-idea"
      onSubmit={event => {
        event.preventDefault()
        if (!text.trim()) return
        room.say(text, '', itemId)
        setText('')
      }}
    >
      <input
        className="live-field"
        aria-label={say('idea')}
        placeholder={say('idea')}
        maxLength={LIVE_LIMITS.text}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <button className="btn" type="submit">
        {say('send')}
      </button>
    </form>
  )
}

const NAME_KEY = 'live:name'

function AskBar({ room, say }: Pick<Parts, 'room' | 'say'>) {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(() => localStorageItem(NAME_KEY))
  const help = useId()
  return (
    <form
      className="live-ask-bar"
      onSubmit={event => {
        event.preventDefault()
        if (!text.trim()) return
        try {
          localStorage.setItem(NAME_KEY, name)
        } catch {
          // Then it is typed again.
        }
        room.say(text, name, null)
        setText('')
        setOpen(false)
      }}
    >
      {open && (
        <div className="live-name">
          <label>
            {say('name')}
            <input
              className="live-field"
              autoComplete="name"
              maxLength={LIVE_LIMITS.name}
              value={name}
              aria-describedby={help}
              onChange={event => setName(event.target.value)}
            />
          </label>
          <p className="muted" id={help}>
            {say('nameHelp')} {room.state.view.moderated && say('moderated')}
          </p>
        </div>
      )}
      <input
        className="live-field"
        aria-label={say('ask')}
        placeholder={say('ask')}
        maxLength={LIVE_LIMITS.text}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={event => setText(event.target.value)}
      />
      <button className="btn primary" type="submit">
        {say('send')}
      </button>
    </form>
  )
}

function localStorageItem(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

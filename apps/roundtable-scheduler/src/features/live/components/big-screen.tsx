import type { LiveRoom } from '@sixfold/contract/live-rooms'
import { textIn } from '@sixfold/domain/local-text'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { liveWords } from '../../../words/live.ts'
import { useShownRoom } from '../queries.ts'
import { ItemResults } from './item-results.tsx'
import styles from './live.module.css'
import { QrCode } from './qr-code.tsx'

const SHOWN_QUESTIONS = 5

/** The big screen: the questions at the left, what is asked just now at the right, and the way in for everybody. */
export function BigScreen({ room }: { room: LiveRoom }) {
  const say = useSay(liveWords)
  const { language } = useLanguage()
  const { connected, view, entries } = useShownRoom(room.code)
  const item = view?.item ?? null
  const board = item?.input.kind === 'ideas' ? item.id : null
  const shown = entries.filter(entry => entry.itemId === board && entry.state !== 'answered')
  const address = room.address.replace(/^https?:\/\//, '').replace(/\/[^/]+$/, '')
  return (
    <div className={styles.screen}>
      <header>
        <h1>{view && textIn(view.title, language, 'en')}</h1>
        <p role="status">
          {!connected
            ? say('connecting')
            : view?.open === false
              ? say('ended')
              : say('people', { n: view?.people ?? 0 })}
        </p>
      </header>
      <main>
        <section>
          <h2>{board ? item?.input.title : say('questions')}</h2>
          {shown.length === 0 && <p className={styles.count}>{say('noEntries')}</p>}
          <ol>
            {shown.slice(0, SHOWN_QUESTIONS).map(({ id, text, name, votes, state, topic }) => (
              <li key={id} data-state={state}>
                <b>
                  {votes} <small>{say('vote', { n: votes })}</small>
                </b>
                <div>
                  <p>{text}</p>
                  <small>
                    {topic && (
                      <span className={styles.topic}>
                        <FactorMark index={topic.index} />
                      </span>
                    )}
                    {[topic && textIn(topic.name, language, 'en'), name || say('anonymous')]
                      .filter(Boolean)
                      .join(', ')}
                  </small>
                </div>
              </li>
            ))}
          </ol>
        </section>
        <aside>
          {item && !board && (
            <div>
              <h2>{say(item.input.kind)}</h2>
              <p className={styles.ask}>{item.input.title}</p>
              <ItemResults item={item} />
            </div>
          )}
          {view?.open !== false && (
            <div className={styles.join}>
              <QrCode text={room.address} label={say('qr', { address: room.address })} />
              <div>
                <p className={styles.ask}>{say('scan')}</p>
                <p>{say('orOpen', { address })}</p>
                <p className={styles.code}>{room.code}</p>
              </div>
            </div>
          )}
        </aside>
      </main>
    </div>
  )
}

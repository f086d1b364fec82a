import type { Agenda, AgendaItem } from '@sixfold/contract/agendas'
import type { Roundtable } from '@sixfold/contract/roundtables'
import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { resolveWallTime, wallTimeIn } from '@sixfold/domain/wall-time'
import { formatInstant } from '@sixfold/ui/format'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { agendaWords } from '../../../words/agenda.ts'
import { dayText, hoursText } from '../../../words/event-text.ts'
import styles from './agenda.module.css'

interface AgendaReadingProps {
  agenda: Agenda
  event: Roundtable
  fallbackZone: string
}

const LANGUAGES = ['en', 'vi'] as const

/** The agenda in both languages side by side, as it is also printed. */
export function AgendaReading({ agenda, event, fallbackZone }: AgendaReadingProps) {
  return (
    <div className={styles.print}>
      <header className={styles.printHead}>
        {LANGUAGES.map(language => (
          <h1 key={language} lang={language}>
            {textIn(event.title, language, 'en')}
          </h1>
        ))}
        <p>
          {dayText(event.date, 'en', 'full')} · {dayText(event.date, 'vi', 'full')} ·{' '}
          {hoursText(event, fallbackZone)}
          <br />
          {event.venue}
        </p>
      </header>
      <ol className={styles.list}>
        {agenda.items.map(item => (
          <li key={item.id} className={styles.item}>
            <ItemTime item={item} event={event} fallbackZone={fallbackZone} />
            {LANGUAGES.map(language => (
              <div key={language} className={styles.text} lang={language}>
                <ItemText item={item} language={language} />
              </div>
            ))}
            <Standing item={item} event={event} fallbackZone={fallbackZone} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function ItemTime({
  item,
  event,
  fallbackZone,
}: {
  item: AgendaItem
  event: Roundtable
  fallbackZone: string
}) {
  const say = useSay(agendaWords)
  const clock = (instant: string) => wallTimeIn(new Date(instant), event.zone, fallbackZone).time
  return (
    <span className={styles.time}>
      {clock(item.startsAt)}–{clock(item.endsAt)}
      <small>{say('duration', { minutes: item.minutes })}</small>
    </span>
  )
}

/** In the language of its column, whatever the reader's own is. */
function ItemText({ item, language }: { item: AgendaItem; language: UiLanguage }) {
  const say = agendaWords(language)
  const note = item.note[language]
  const people = item.speakers.map(({ name, about }) => (about ? `${name}, ${about}` : name))
  const about = [item.productName, ...item.receipts].filter(one => one !== '')
  return (
    <>
      <p className={styles.name}>
        {item.factorIndex !== null && <FactorMark index={item.factorIndex} />}
        {item.title[language] || textIn(item.title, language, 'en') || say(`kind.${item.kind}`)}
      </p>
      {people.length > 0 && <p className={styles.quiet}>{people.join('; ')}</p>}
      {about.length > 0 && <p className={styles.quiet}>{about.join(' · ')}</p>}
      {note && <p>{note}</p>}
    </>
  )
}

function Standing({
  item,
  event,
  fallbackZone,
}: {
  item: AgendaItem
  event: Roundtable
  fallbackZone: string
}) {
  const { language } = useLanguage()
  const say = useSay(agendaWords)
  if (!item.embargo && item.materials.length === 0) return <span className={styles.buttons} />
  const { zone } = wallTimeIn(new Date(event.startsAt), event.zone, fallbackZone)
  const until =
    item.embargo &&
    formatInstant(resolveWallTime({ ...item.embargo, zone }).instant.toISOString(), language, { zone })
  return (
    <div className={styles.text}>
      {until && (
        <Lamp tone={item.released ? 'none' : 'attention'}>
          {say(item.released ? 'released' : 'embargoed', { time: until })}
        </Lamp>
      )}
      {item.materials.map(({ id, name }) => (
        <p key={id}>
          <a href={`/api/roundtables/${event.id}/materials/${id}`} download>
            {name}
          </a>
        </p>
      ))}
    </div>
  )
}

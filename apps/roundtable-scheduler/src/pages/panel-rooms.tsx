import type { Roundtable } from '@sixfold/contract/roundtables'
import { textIn } from '@sixfold/domain/local-text'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { agendaQuery } from '../features/agenda/queries.ts'
import { MixGauge } from '../features/guests/components/mix-gauge.tsx'
import { choiceQuery } from '../features/guests/queries.ts'
import { TableFigure } from '../features/tables/components/table-figure.tsx'
import { tablesQuery } from '../features/tables/queries.ts'
import { useFactors } from '../parts/factors.ts'
import { agendaWords } from '../words/agenda.ts'
import { yearWords } from '../words/year.ts'
import styles from './panel-rooms.module.css'

/** So many points of an agenda stand beside the year; the rest is on its own page. */
const SHOWN = 4

/** What an event's rooms hold, beside the year: only what is there already. */
export function PanelRooms({ event }: { event: Roundtable }) {
  return (
    <>
      <Mix id={event.id} />
      <Tables id={event.id} />
      <Agenda id={event.id} />
    </>
  )
}

function Mix({ id }: { id: string }) {
  const say = useSay(yearWords)
  const { mix } =
    useQuery(
      choiceQuery({ id, search: '', kind: undefined, segment: undefined, reason: undefined, limit: 1 }),
    ).data ?? {}
  if (!mix || mix.total === 0) return null
  return (
    <section className={styles.part}>
      <header>
        <h3>{say('mix')}</h3>
        <span>{say('mixAim')}</span>
      </header>
      <MixGauge mix={mix} />
    </section>
  )
}

/** Beside the year a table shows its name and its dots; who sits there stands on the tables' own page. */
function Tables({ id }: { id: string }) {
  const say = useSay(yearWords)
  const factors = useFactors()
  const { tables = [], people = [] } = useQuery(tablesQuery(id)).data ?? {}
  if (tables.length === 0) return null
  return (
    <section className={styles.part}>
      <header>
        <h3>{say('tables')}</h3>
      </header>
      <ul className={styles.tables}>
        {tables.map(table => {
          const seated = people.filter(person => person.table === table.id)
          const taken = seated.reduce((sum, { seats }) => sum + seats, 0)
          return (
            <li key={table.id}>
              <TableFigure
                table={table}
                people={seated}
                factorIndex={factors.findIndex(({ value }) => value === table.factor)}
              />
              <span>{table.name}</span>
              <small>{say('ofTable', { taken, seats: table.seats })}</small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Agenda({ id }: { id: string }) {
  const { language } = useLanguage()
  const say = useSay(yearWords)
  const sayAgenda = useSay(agendaWords)
  const { items = [] } = useQuery(agendaQuery(id)).data ?? {}
  const topics = items.filter(({ kind }) => kind === 'topic' || kind === 'introduction')
  if (topics.length === 0) return null
  return (
    <section className={styles.part}>
      <header>
        <h3>{say('agenda')}</h3>
      </header>
      <ul className={styles.topics}>
        {topics.slice(0, SHOWN).map(({ id: key, kind, title, factorIndex, receipts, productName }) => (
          <li key={key}>
            <FactorMark index={factorIndex ?? -1} />
            <span>
              {textIn(title, language, language === 'en' ? 'vi' : 'en') || sayAgenda(`kind.${kind}`)}
            </span>
            <small>{receipts.length > 0 ? receipts.join(', ') : productName}</small>
          </li>
        ))}
      </ul>
      {topics.length > SHOWN && (
        <Link to="/events/$id" params={{ id }}>
          {say('moreTopics', { count: topics.length - SHOWN })}
        </Link>
      )}
    </section>
  )
}

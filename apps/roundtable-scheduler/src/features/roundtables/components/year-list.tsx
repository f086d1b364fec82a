import type { YearLane } from '@sixfold/contract/event-year'
import type { Roundtable } from '@sixfold/contract/roundtables'
import type { Region } from '@sixfold/contract/staff'
import type { LocalDate } from '@sixfold/domain/local-date'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { dayText, titleOf } from '../../../words/event-text.ts'
import { yearWords } from '../../../words/year.ts'
import { LaneName } from './lane-name.tsx'
import { openMarks } from './lane-row.tsx'
import { DueRing, SeatRing } from './seat-ring.tsx'
import styles from './year-list.module.css'

interface YearListProps {
  year: number
  today: LocalDate
  lanes: readonly YearLane[]
  events: readonly Roundtable[]
  regions: readonly Region[]
  mayPlan: (regionId: string) => boolean
}

/** The year on a phone: each region with what comes and what is due; what was held is folded away. */
export function YearList({ year, today, lanes, events, regions, mayPlan }: YearListProps) {
  const say = useSay(yearWords)
  return (
    <div className={styles.lanes}>
      {lanes.map(lane => {
        const name = regions.find(({ id }) => id === lane.regionId)?.name ?? ''
        const own = events.filter(({ regionId }) => regionId === lane.regionId)
        const held = own.filter(({ date }) => date < today)
        const ahead = own.filter(({ date }) => date >= today)
        const due = openMarks(lane, year)
        return (
          <section key={lane.regionId} className={styles.lane} aria-label={name}>
            <LaneName lane={lane} name={name} today={today} mayPlan={mayPlan(lane.regionId)} />
            <ul>
              {due.map(({ date, kind }) => (
                <li key={`${kind} ${date}`}>
                  <Due date={date} kind={kind} overdue={date < today} regionId={lane.regionId} name={name} />
                </li>
              ))}
              {ahead.map(event => (
                <li key={event.id}>
                  <Held event={event} />
                </li>
              ))}
            </ul>
            {due.length + ahead.length === 0 && <p className={styles.none}>{say('nothingAhead')}</p>}
            {held.length > 0 && (
              <details>
                <summary>{say('heldCount', { count: held.length, year: String(year) })}</summary>
                <ul>
                  {held.map(event => (
                    <li key={event.id}>
                      <Held event={event} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </section>
        )
      })}
    </div>
  )
}

function Held({ event }: { event: Roundtable }) {
  const { language } = useLanguage()
  const say = useSay(yearWords)
  const { id, seats, state, kind, date } = event
  return (
    <Link to="/events/$id" params={{ id }} className={styles.mark ?? ''}>
      <SeatRing taken={seats.taken} capacity={seats.capacity} />
      <span>
        <strong>
          {dayText(date, language, 'day')}
          {kind === 'conference' && `, ${say('conference')}`}
        </strong>
        <small>
          {titleOf(event, language)}
          {' · '}
          {state === 'cancelled'
            ? say('cancelled')
            : seats.capacity === null
              ? `${seats.taken} ${say('takenOpen')}`
              : `${seats.taken} ${say('taken', { capacity: seats.capacity })}`}
        </small>
      </span>
    </Link>
  )
}

interface DueProps {
  date: LocalDate
  kind: Roundtable['kind']
  overdue: boolean
  regionId: string
  name: string
}

function Due({ date, kind, overdue, regionId, name }: DueProps) {
  const { language } = useLanguage()
  const say = useSay(yearWords)
  return (
    <Link
      to="/plan"
      search={{ region: regionId, date, ...(kind === 'conference' ? { kind } : {}) }}
      className={styles.mark ?? ''}
      data-due={overdue ? 'overdue' : 'at_risk'}
    >
      <DueRing overdue={overdue} />
      <span>
        <strong>
          {say(kind)}, {say(overdue ? 'wasDue' : 'due')} {dayText(date, language, 'short')}
        </strong>
        <small>
          {say('plan')}
          <span className={styles.unseen}> {say('decideFor', { region: name })}</span>
        </small>
      </span>
    </Link>
  )
}

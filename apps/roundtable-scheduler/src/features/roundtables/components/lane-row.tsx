import type { YearLane } from '@sixfold/contract/event-year'
import type { Roundtable } from '@sixfold/contract/roundtables'
import type { LocalDate } from '@sixfold/domain/local-date'
import type { EventKind } from '@sixfold/domain/roundtables/event-kind'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { dayText, titleOf } from '../../../words/event-text.ts'
import { yearWords } from '../../../words/year.ts'
import { percent, placeInYear, rowsOf } from '../year-scale.ts'
import { LaneGround } from './lane-ground.tsx'
import { LaneName } from './lane-name.tsx'
import { DueRing, SeatRing } from './seat-ring.tsx'
import styles from './year.module.css'

interface LaneRowProps {
  lane: YearLane
  name: string
  year: number
  today: LocalDate
  events: readonly Roundtable[]
  /** Where the months begin. */
  lines: readonly string[]
  todayPlace: string | null
  chosen: string | undefined
  mayPlan: boolean
}

/** Height of one row of marks, and where the first begins. */
const ROW = 92
const TOP = 16

/** One region's year. */
export function LaneRow({ lane, name, year, events, chosen, ...rest }: LaneRowProps) {
  const { today, lines, todayPlace, mayPlan } = rest
  const say = useSay(yearWords)
  const due = openMarks(lane, year)
  const { styleOf, height } = placesOf([...events, ...due], year)
  return (
    <section className={styles.lane} aria-label={say('lane', { region: name, year: String(year) })}>
      <LaneName lane={lane} name={name} today={today} mayPlan={mayPlan} />
      <div className={styles.field} style={{ minHeight: height }}>
        <LaneGround lane={lane} year={year} lines={lines} todayPlace={todayPlace} />
        {events.map((event, index) => (
          <EventMark
            key={event.id}
            event={event}
            year={year}
            chosen={event.id === chosen}
            style={styleOf(index)}
          />
        ))}
        {due.map((mark, index) => (
          <DueMark
            key={`${mark.kind} ${mark.date}`}
            {...mark}
            overdue={mark.date < today}
            regionId={lane.regionId}
            name={name}
            style={styleOf(events.length + index)}
          />
        ))}
      </div>
    </section>
  )
}

interface Mark {
  date: LocalDate
  kind: EventKind
}

/** Due dates of the year that wait for an event. */
export function openMarks(lane: YearLane, year: number): Mark[] {
  const inYear = (date: LocalDate) => date.startsWith(`${year}-`)
  return [
    ...lane.openDates.filter(inYear).map(date => ({ date, kind: 'round_table' as const })),
    ...(lane.conference?.openDates ?? []).filter(inYear).map(date => ({ date, kind: 'conference' as const })),
  ]
}

/** Where each mark stands: marks that would touch stand below each other. */
function placesOf(marks: readonly Mark[], year: number) {
  const order = marks.map((_, index) => index).toSorted((a, b) => (dateAt(a) < dateAt(b) ? -1 : 1))
  const rows = rowsOf(order.map(index => placeInYear(dateAt(index), year)))
  return {
    height: TOP + ROW * Math.max(1, ...rows.map(row => row + 1)) + 12,
    styleOf: (index: number) => ({
      left: percent(Math.min(0.965, Math.max(0.04, placeInYear(dateAt(index), year)))),
      top: TOP + ROW * (rows[order.indexOf(index)] ?? 0),
    }),
  }
  function dateAt(index: number): LocalDate {
    return marks[index]?.date ?? `${year}-01-01`
  }
}

interface EventMarkProps {
  event: Roundtable
  year: number
  chosen: boolean
  style: { left: string; top: number }
}

function EventMark({ event, year, chosen, style }: EventMarkProps) {
  const { language } = useLanguage()
  const say = useSay(yearWords)
  const { seats, state, kind, date } = event
  const day = dayText(date, language, 'short')
  return (
    <Link
      className={styles.mark ?? ''}
      style={style}
      to="/"
      search={{ year, event: event.id }}
      aria-current={chosen ? 'true' : undefined}
      data-cancelled={state === 'cancelled' || undefined}
      resetScroll={false}
    >
      <SeatRing taken={seats.taken} capacity={seats.capacity} chosen={chosen} />
      <span className={styles.unseen}>
        {say('mark', { title: titleOf(event, language), taken: seats.taken })}{' '}
      </span>
      {kind === 'conference' && <span className={styles.unseen}>{day} </span>}
      <span>{kind === 'conference' ? say('conference') : day}</span>
      <small>
        {state === 'cancelled'
          ? say('cancelled')
          : seats.capacity === null
            ? say('seats', { count: seats.taken })
            : say('of', { capacity: seats.capacity })}
      </small>
    </Link>
  )
}

interface DueMarkProps extends Mark {
  overdue: boolean
  regionId: string
  name: string
  style: { left: string; top: number }
}

function DueMark({ date, kind, overdue, regionId, name, style }: DueMarkProps) {
  const { language } = useLanguage()
  const say = useSay(yearWords)
  return (
    <Link
      className={styles.mark ?? ''}
      style={style}
      to="/plan"
      search={{ region: regionId, date, ...(kind === 'conference' ? { kind } : {}) }}
      data-due={overdue ? 'overdue' : 'at_risk'}
    >
      <DueRing overdue={overdue} />
      <span className={styles.unseen}>{name}: </span>
      {kind === 'conference' && <span>{say('conference')}</span>}
      <span>{say(overdue ? 'wasDue' : 'due')}</span>
      <small>{dayText(date, language, 'short')}</small>
      <span className={styles.unseen}> {say('dueMark')}</span>
    </Link>
  )
}

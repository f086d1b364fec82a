import type { Roundtable } from '@sixfold/contract/roundtables'
import type { LocalDate } from '@sixfold/domain/local-date'
import { localDaysBetween } from '@sixfold/domain/local-date'
import { Lamp, type Tone } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { yearWords } from '../../../words/year.ts'
import { dayText, titleOf } from '../event-text.ts'
import { holidayRuns, percent, placeInYear, rowsOf } from '../year-scale.ts'
import { DueRing, SeatRing } from './seat-ring.tsx'
import styles from './year.module.css'

export interface Lane {
  regionId: string
  everyMonths: number
  dueDates: LocalDate[]
  openDates: LocalDate[]
  lamp: 'on_cadence' | 'at_risk' | 'overdue'
  holidays: { date: LocalDate; name: string }[]
}

interface LaneRowProps {
  lane: Lane
  name: string
  year: number
  today: LocalDate
  events: readonly Roundtable[]
  /** Where the months begin. */
  lines: readonly string[]
  todayPlace: string | null
  chosen: string | undefined
}

const tones: Record<Lane['lamp'], Tone> = { on_cadence: 'good', at_risk: 'attention', overdue: 'problem' }

/** Height of one row of marks, and where the first begins. */
const ROW = 92
const TOP = 16

/** A name is written over a holiday that is at least this many days long. */
const NAMED_DAYS = 4

/** One region's year. */
export function LaneRow({ lane, name, year, today, events, lines, todayPlace, chosen }: LaneRowProps) {
  const { language } = useLanguage()
  const say = useSay(yearWords)
  const due = lane.openDates.filter(date => date.startsWith(String(year)))
  const dates = [...events.map(({ date }) => date), ...due]
  const order = dates
    .map((_, index) => index)
    .toSorted((a, b) => ((dates[a] ?? '') < (dates[b] ?? '') ? -1 : 1))
  const rows = rowsOf(order.map(index => placeInYear(dates[index] ?? today, year)))
  const rowOf = (index: number) => rows[order.indexOf(index)] ?? 0
  const styleOf = (date: LocalDate, index: number) => ({
    left: percent(Math.min(0.965, Math.max(0.04, placeInYear(date, year)))),
    top: TOP + ROW * rowOf(index),
  })
  const height = TOP + ROW * Math.max(1, ...rows.map(row => row + 1)) + 12
  const [firstOpen] = lane.openDates
  const late = firstOpen === undefined ? 0 : Math.max(0, localDaysBetween(firstOpen, today))
  return (
    <section className={styles.lane} aria-label={say('lane', { region: name, year: String(year) })}>
      <div className={styles.name}>
        <h3>{name}</h3>
        <span className={styles.rule}>{say('everyMonths', { months: lane.everyMonths })}</span>
        <Lamp tone={tones[lane.lamp]}>{say(lane.lamp, { days: late })}</Lamp>
      </div>
      <div className={styles.field} style={{ height }}>
        <LaneGround lane={lane} year={year} lines={lines} todayPlace={todayPlace} />
        {events.map((event, index) => (
          <Link
            key={event.id}
            className={styles.mark ?? ''}
            style={styleOf(event.date, index)}
            to="/"
            search={{ year, event: event.id }}
            aria-current={event.id === chosen ? 'true' : undefined}
            data-cancelled={event.state === 'cancelled' || undefined}
            resetScroll={false}
          >
            <SeatRing
              taken={event.seats.taken}
              capacity={event.seats.capacity}
              chosen={event.id === chosen}
            />
            <span className={styles.unseen}>{markText(event)} </span>
            <span>{dayText(event.date, language, 'short')}</span>
            <small>
              {event.state === 'cancelled'
                ? say('cancelled')
                : event.seats.capacity === null
                  ? say('seats', { count: event.seats.taken })
                  : say('of', { capacity: event.seats.capacity })}
            </small>
          </Link>
        ))}
        {due.map((date, index) => (
          <Link
            key={date}
            className={styles.mark ?? ''}
            style={styleOf(date, events.length + index)}
            to="/plan"
            search={{ region: lane.regionId, date }}
            data-due={date < today ? 'overdue' : 'at_risk'}
          >
            <DueRing overdue={date < today} />
            <span className={styles.unseen}>{name}: </span>
            <span>{say(date < today ? 'wasDue' : 'due')}</span>
            <small>{dayText(date, language, 'short')}</small>
            <span className={styles.unseen}> {say('dueMark')}</span>
          </Link>
        ))}
      </div>
    </section>
  )

  function markText(event: Roundtable): string {
    return say('mark', { title: titleOf(event, language), taken: event.seats.taken })
  }
}

function LaneGround({
  lane,
  year,
  lines,
  todayPlace,
}: Pick<LaneRowProps, 'lane' | 'year' | 'lines' | 'todayPlace'>) {
  return (
    <div aria-hidden="true">
      {holidayRuns(lane.holidays).map(({ from, until, name }) => {
        const [start, end] = [placeInYear(from, year), placeInYear(until, year)]
        return (
          <span key={from}>
            <span
              className={styles.holiday}
              style={{ left: percent(start), width: percent(end - start) }}
              title={name}
            />
            {localDaysBetween(from, until) >= NAMED_DAYS && (
              <span className={styles.holidayName} style={{ left: percent((start + end) / 2) }}>
                {name}
              </span>
            )}
          </span>
        )
      })}
      {lines.map(left => (
        <span key={left} className={styles.monthLine} style={{ left }} />
      ))}
      {todayPlace && <span className={styles.today} style={{ left: todayPlace }} />}
      {lane.dueDates.map(date => (
        <span key={date} className={styles.cadence} style={{ left: percent(placeInYear(date, year)) }} />
      ))}
    </div>
  )
}

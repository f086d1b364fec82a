import type { YearLane } from '@sixfold/contract/event-year'
import { localDaysBetween } from '@sixfold/domain/local-date'
import { holidayRuns, inOneYear, percent, placeInYear, type Run } from '../year-scale.ts'
import styles from './year.module.css'

interface LaneGroundProps {
  lane: YearLane
  year: number
  /** Where the months begin. */
  lines: readonly string[]
  todayPlace: string | null
}

/** A name is written over a run of days that is at least this long. */
const NAMED_DAYS = 4

/** What lies below a region's marks: days off hatched, quiet weeks shaded, months, today, and when events are due. */
export function LaneGround({ lane, year, lines, todayPlace }: LaneGroundProps) {
  const holidays = holidayRuns(lane.holidays)
  const quiet = holidayRuns(lane.quiet)
  // A quiet time names what lies in it: its name is the region's own.
  const named = [...quiet, ...holidays.filter(run => !quiet.some(one => overlap(one, run)))]
  return (
    <div aria-hidden="true">
      {quiet.map(run => (
        <span key={run.from} className={styles.quiet} style={widthOf(run, year)} title={run.name} />
      ))}
      {holidays.map(run => (
        <span key={run.from} className={styles.holiday} style={widthOf(run, year)} title={run.name} />
      ))}
      {named
        .filter(({ from, until }) => localDaysBetween(from, until) >= NAMED_DAYS)
        .map(run => (
          <span key={run.from} className={styles.holidayName} style={{ left: middleOf(run, year) }}>
            {run.name}
          </span>
        ))}
      {lines.map(left => (
        <span key={left} className={styles.monthLine} style={{ left }} />
      ))}
      {todayPlace && <span className={styles.today} style={{ left: todayPlace }} />}
      {lane.dueDates.map(date => (
        <span key={date} className={styles.cadence} style={{ left: percent(placeInYear(date, year)) }} />
      ))}
      {lane.conference?.dueDates.map(date => (
        <span
          key={date}
          className={styles.cadence}
          data-kind="conference"
          style={{ left: percent(placeInYear(date, year)) }}
        />
      ))}
    </div>
  )
}

const overlap = (a: Run, b: Run) => a.from < b.until && b.from < a.until

function widthOf({ from, until }: Run, year: number) {
  const [start, end] = inOneYear(placeInYear(from, year), placeInYear(until, year))
  return { left: percent(start), width: percent(end - start) }
}

function middleOf({ from, until }: Run, year: number): string {
  const [start, end] = inOneYear(placeInYear(from, year), placeInYear(until, year))
  return percent(Math.min(0.97, Math.max(0.03, (start + end) / 2)))
}

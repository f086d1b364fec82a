import type { YearLane } from '@sixfold/contract/event-year'
import { localDaysBetween } from '@sixfold/domain/local-date'
import type { CSSProperties } from 'react'
import { holidayRuns, inOneYear, percent, placeInYear, type Run } from '../year-scale.ts'
import styles from './year.module.css'

interface LaneGroundProps {
  lane: YearLane
  year: number
  /** Where the months begin. */
  lines: readonly string[]
  todayPlace: string | null
}

/** Half of a long name, as a share of the year. */
const NAME_ROOM = 0.07

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
          <span key={run.from} className={styles.holidayName} style={nameAt(run, year)}>
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

/** Over the middle of its days; at either end of the year it rests on the edge, where nothing of it is cut. */
function nameAt({ from, until }: Run, year: number): CSSProperties {
  const [start, end] = inOneYear(placeInYear(from, year), placeInYear(until, year))
  const middle = (start + end) / 2
  if (middle > 1 - NAME_ROOM) return { right: 0, transform: 'none' }
  if (middle < NAME_ROOM) return { left: 0, transform: 'none' }
  return { left: percent(middle) }
}

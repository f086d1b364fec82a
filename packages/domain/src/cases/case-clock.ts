import type { WorkingPlan } from '../calendar/working-clock.ts'
import { addWorkingTime, workingTimeBetween } from '../calendar/working-clock.ts'
import { requireInstant, requireWhole } from '../checks.ts'

/**
 * A promise to act within some working time of the customer's region. It stands still while we wait for the customer, and
 * goes on where it stood when a case is reopened.
 */
export interface CaseClock {
  /** Working milliseconds promised. */
  promised: number
  /** Working milliseconds of the spans that have ended. They stay as they were counted, whatever calendars become. */
  spent: number
  /** The beginning of the span that runs; null: it stands still. */
  runsSince: Date | null
}

export interface ClockReading {
  running: boolean
  /** Working milliseconds, counted to `now`. */
  spent: number
  /** Below 0: so much too late. */
  left: number
  /** When the promise runs out if nothing stops the clock; null: it stands still, or its calendar never works. */
  dueAt: Date | null
  late: boolean
}

/** @throws RangeError for a promise that is no whole number of milliseconds from 0. */
export function startClock(at: Date, promised: number): CaseClock {
  requireInstant('at', at)
  requireWhole('promised', promised)
  return { promised, spent: 0, runsSince: at }
}

/** Ends the span that runs. An instant before its beginning, as of a wrong clock, counts nothing. */
export function stopClock(clock: CaseClock, at: Date, plan: WorkingPlan): CaseClock {
  return clock.runsSince === null ? clock : { ...clock, spent: spentAt(clock, at, plan), runsSince: null }
}

/** Begins another span. A clock that runs goes on as it does. */
export function goOn(clock: CaseClock, at: Date): CaseClock {
  requireInstant('at', at)
  return clock.runsSince === null ? { ...clock, runsSince: at } : clock
}

/**
 * How a clock stands. While it runs it follows the region's calendar as it is known now: a new holiday moves the due time.
 *
 * @example readClock(startClock(friday16h, 2 * HOUR), friday16h, plan).dueAt // Monday 10:00
 */
export function readClock(clock: CaseClock, now: Date, plan: WorkingPlan): ClockReading {
  const spent = spentAt(clock, now, plan)
  const left = clock.promised - spent
  const rest = Math.max(0, clock.promised - clock.spent)
  const dueAt = clock.runsSince === null ? null : addWorkingTime(clock.runsSince, rest, plan)
  // Once all of it is spent it is late, also in a night or on a Sunday that spends nothing more.
  const late = left < 0 || (dueAt !== null && now > dueAt)
  return { running: clock.runsSince !== null, spent, left, dueAt, late }
}

function spentAt({ spent, runsSince }: CaseClock, at: Date, plan: WorkingPlan): number {
  requireInstant('at', at)
  return runsSince === null || at < runsSince ? spent : spent + workingTimeBetween(runsSince, at, plan)
}

import type { Quarter } from '@sixfold/domain/quarter'
import { addQuarters, calendarYear, quarterOf, quarterRange } from '@sixfold/domain/quarter'
import { addDays } from 'date-fns'

/** Quarters of history that the demonstration shows. */
export const HISTORY = 5

const LAUNCH_AFTER_DAYS = 20
export const OPEN_DAYS = 30
/** A wave of the current quarter needs some days to have answers to show. */
const RUNNING_DAYS = 9

export interface PlannedWave {
  quarter: Quarter
  /** 0 is the first of the history; the wave that still runs comes after the last. */
  index: number
  launchAt: Date
  closesAt: Date
}

/** The waves up to `now`: five closed ones, and the current quarter's once the quarter is old enough. */
export function planWaves(now: Date): PlannedWave[] {
  const current = quarterOf(now.toISOString().slice(0, 10), calendarYear)
  const planned = Array.from({ length: HISTORY + 1 }, (_, index) => {
    const quarter = addQuarters(current, index - HISTORY)
    const starts = new Date(`${quarterRange(quarter, calendarYear).from}T00:00:00Z`)
    const latest = index === HISTORY ? addDays(now, -RUNNING_DAYS) : null
    const usual = morning(addDays(starts, LAUNCH_AFTER_DAYS))
    const launchAt = latest && latest < usual ? morning(latest) : usual
    return { quarter, index, launchAt, closesAt: addDays(launchAt, OPEN_DAYS), starts }
  })
  return planned
    .filter(({ index, launchAt, starts }) => index < HISTORY || launchAt > starts)
    .map(({ starts: _starts, ...wave }) =>
      wave.index === HISTORY && wave.closesAt <= now ? { ...wave, closesAt: addDays(now, 7) } : wave,
    )
}

/** 10:00 in Vietnam on the first Tuesday on or after the day. */
export function morning(day: Date): Date {
  const date = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 3))
  return addDays(date, (2 - date.getUTCDay() + 7) % 7)
}

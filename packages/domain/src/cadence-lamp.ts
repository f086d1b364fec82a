import { addLocalDays, type LocalDate, localDaysBetween } from './local-date.ts'

/** Six weeks: what it takes to find a date, a room and guests. A due date nearer than this without an event is at risk. */
export const LEAD_DAYS = 42

export type CadenceLamp = 'on_cadence' | 'at_risk' | 'overdue'

/**
 * Where a region stands against its standing plan. An event answers the due date that is nearest to it, so one held
 * a week early or late counts. A date that was missed is forgiven once a later one is answered.
 *
 * @example cadenceStanding({ dueDates: ['2026-11-05'], eventDates: [], today: '2026-11-19' })
 *   // { lamp: 'overdue', open: ['2026-11-05'] }
 * @example cadenceStanding({ dueDates: ['2026-11-30'], eventDates: [], today: '2026-11-19' }) // { lamp: 'at_risk', ... }
 * @example cadenceStanding({ dueDates: ['2026-11-30'], eventDates: ['2026-12-02'], today: '2026-11-19' })
 *   // { lamp: 'on_cadence', open: [] }
 */
export function cadenceStanding(region: {
  /** In order. */
  dueDates: readonly LocalDate[]
  /** Days of events that were not cancelled, past and to come, in any order. */
  eventDates: readonly LocalDate[]
  today: LocalDate
  /** Days from which on a due date without an event is at risk. */
  leadDays?: number
}): {
  lamp: CadenceLamp
  /** Due dates that no event answers and that are still to be answered, up to the lead time from today. */
  open: LocalDate[]
} {
  const { dueDates, eventDates, today, leadDays = LEAD_DAYS } = region
  const answered = answeredDates(dueDates, eventDates)
  const lastAnswered = dueDates.findLastIndex(date => answered.has(date))
  const horizon = addLocalDays(today, leadDays)
  const open = dueDates.slice(lastAnswered + 1).filter(date => date <= horizon)
  const [first] = open
  return { lamp: first === undefined ? 'on_cadence' : first < today ? 'overdue' : 'at_risk', open }
}

/** The due dates that have their event. */
export function answeredDates(
  dueDates: readonly LocalDate[],
  eventDates: readonly LocalDate[],
): Set<LocalDate | undefined> {
  return new Set(eventDates.map(event => nearestTo(event, dueDates)))
}

/** @example nearestTo('2026-11-20', ['2026-11-05', '2027-02-05']) // '2026-11-05' */
export function nearestTo(event: LocalDate, dueDates: readonly LocalDate[]): LocalDate | undefined {
  return dueDates.toSorted(
    (a, b) => Math.abs(localDaysBetween(event, a)) - Math.abs(localDaysBetween(event, b)),
  )[0]
}

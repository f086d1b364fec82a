import { addLocalDays } from '@sixfold/domain/local-date'
import { marginOfError } from '@sixfold/domain/statistics/sample-size'
import { resolveWallTime, wallTimeIn } from '@sixfold/domain/wall-time'

/** A wave stays open three weeks unless somebody says otherwise. */
const USUAL_DAYS = 21
/** What business surveys among existing customers usually reach; the page says that it is assumed. */
const ASSUMED_RESPONSE_RATE = 0.3

/** The usual last day to answer, in the organisation's zone. */
export function usualLastDay(now: string, zone: string): string {
  return addLocalDays(wallTimeIn(new Date(now), zone).date, USUAL_DAYS)
}

/** The end of a day in a zone: the first instant of the next. */
export function endOfDay(date: string, zone: string): string {
  const next = resolveWallTime({ date: addLocalDays(date, 1), time: '00:00', zone })
  return next.instant.toISOString()
}

/** Answers to expect from so many invitations, and within how many points a percentage is then right (95 %). */
export function expectation(invited: number): { answers: number; marginPoints: number } | null {
  const answers = Math.round(invited * ASSUMED_RESPONSE_RATE)
  if (answers < 1) return null
  return {
    answers,
    marginPoints: 100 * marginOfError({ sample: answers, population: invited, confidence: 0.95 }),
  }
}

import type { IsoWeekday, LocalDate } from '@sixfold/domain/local-date'
import { addLocalDays, isoWeekday, localDaysBetween } from '@sixfold/domain/local-date'

/** What is known of a region when a date is looked for. */
export interface DateFacts {
  today: LocalDate
  /** Due dates that nothing answers yet. */
  openDates: readonly LocalDate[]
  holidays: readonly { date: LocalDate; name: string }[]
  weekend: readonly IsoWeekday[]
  /** Events on any lane that were not cancelled. */
  events: readonly { date: LocalDate; title: string }[]
}

export type DateReason =
  | { kind: 'due' }
  | { kind: 'before' | 'after'; days: number }
  | { kind: 'holiday' | 'bridge'; name: string }
  | { kind: 'weekend' | 'past' }
  | { kind: 'other'; title: string }

/** A due date farther away than this says nothing about a date. */
const NEAR_DAYS = 45

/**
 * What speaks for and against a date. Nothing is decided by it: a person is.
 *
 * @example reasonsFor('2027-02-08', facts) // { for: [], against: [{ kind: 'holiday', name: 'Tết' }] }
 */
export function reasonsFor(date: LocalDate, facts: DateFacts): { for: DateReason[]; against: DateReason[] } {
  const holiday = facts.holidays.find(one => one.date === date)
  const against: DateReason[] = []
  if (date < facts.today) against.push({ kind: 'past' })
  if (holiday) against.push({ kind: 'holiday', name: holiday.name })
  else if (facts.weekend.includes(isoWeekday(date))) against.push({ kind: 'weekend' })
  else {
    const beside = facts.holidays.find(one => Math.abs(localDaysBetween(one.date, date)) === 1)
    if (beside) against.push({ kind: 'bridge', name: beside.name })
  }
  for (const { date: day, title } of facts.events) if (day === date) against.push({ kind: 'other', title })
  return { for: dueReason(date, facts.openDates), against }
}

/**
 * Up to `count` dates near a due date against which nothing speaks, the nearest first.
 *
 * @example proposedDates('2026-11-30', facts, 3) // ['2026-11-30', '2026-12-01', '2026-11-27']
 */
export function proposedDates(due: LocalDate, facts: DateFacts, count: number): LocalDate[] {
  const start = due < facts.today ? facts.today : due
  const found: LocalDate[] = []
  for (let distance = 0; distance <= NEAR_DAYS && found.length < count; distance += 1)
    for (const date of distance === 0
      ? [start]
      : [addLocalDays(start, distance), addLocalDays(start, -distance)])
      if (found.length < count && date > facts.today && reasonsFor(date, facts).against.length === 0)
        found.push(date)
  return found
}

function dueReason(date: LocalDate, openDates: readonly LocalDate[]): DateReason[] {
  const distances = openDates.map(due => localDaysBetween(due, date))
  const nearest = distances.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0]
  if (nearest === undefined || Math.abs(nearest) > NEAR_DAYS) return []
  if (nearest === 0) return [{ kind: 'due' }]
  return [{ kind: nearest < 0 ? 'before' : 'after', days: Math.abs(nearest) }]
}

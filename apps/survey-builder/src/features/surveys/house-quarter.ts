import type { Quarter } from '@sixfold/domain/quarter'
import { addQuarters, quarterOf, quarterRange } from '@sixfold/domain/quarter'
import { wallTimeIn } from '@sixfold/domain/wall-time'

interface House {
  zone: string
  fiscalStartMonth: number
}

/** The organisation's quarter at an instant, and its first and last day. */
export function quarterAt(now: string, { zone, fiscalStartMonth }: House) {
  const calendar = { startMonth: fiscalStartMonth, yearNaming: 'start' } as const
  const quarter = quarterOf(wallTimeIn(new Date(now), zone).date, calendar)
  const next = addQuarters(quarter, 1)
  return {
    quarter,
    from: quarterRange(quarter, calendar).from,
    next,
    nextFrom: quarterRange(next, calendar).from,
  }
}

/** The quarters a new survey may be for: this one and the next three. */
export function quartersAhead(quarter: Quarter): Quarter[] {
  return [0, 1, 2, 3].map(count => addQuarters(quarter, count))
}

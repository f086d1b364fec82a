import { addLocalDays, type LocalDate, localDaysBetween } from '@sixfold/domain/local-date'

const firstDay = (year: number): LocalDate => `${String(year).padStart(4, '0')}-01-01`

/**
 * Where a day stands in its year, from 0 on 1 January to nearly 1 on 31 December; outside of 0 to 1: another year.
 *
 * @example placeInYear('2026-07-02', 2026) // about 0.5
 */
export function placeInYear(date: LocalDate, year: number): number {
  const start = firstDay(year)
  return localDaysBetween(start, date) / localDaysBetween(start, firstDay(year + 1))
}

/** A span cut to one year, so that a run over New Year's Eve stays in its field. */
export const inOneYear = (start: number, end: number): [number, number] => [
  Math.max(0, start),
  Math.min(1, end),
]

/** As a length for a style sheet. */
export const percent = (share: number): string => `${(100 * share).toFixed(3)}%`

export interface Run {
  from: LocalDate
  /** The day after the last one. */
  until: LocalDate
  /** Of its longest part. */
  name: string
}

/**
 * Holidays that follow each other as one run each.
 *
 * @example holidayRuns([{ date: '2026-02-16', name: 'Tết' }, { date: '2026-02-17', name: 'Tết' }])
 *   // [{ from: '2026-02-16', until: '2026-02-18', name: 'Tết' }]
 */
export function holidayRuns(holidays: readonly { date: LocalDate; name: string }[]): Run[] {
  const runs: { from: LocalDate; until: LocalDate; names: string[] }[] = []
  for (const { date, name } of holidays.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = runs.at(-1)
    if (last && date <= last.until) {
      last.until = addLocalDays(date, 1)
      last.names.push(name)
    } else runs.push({ from: date, until: addLocalDays(date, 1), names: [name] })
  }
  return runs.map(({ from, until, names }) => ({ from, until, name: mostFrequent(names) }))
}

function mostFrequent(names: readonly string[]): string {
  const count = (name: string) => names.filter(one => one === name).length
  return names.toSorted((a, b) => count(b) - count(a))[0] ?? ''
}

/** Marks nearer than this share of the year would touch each other. */
const NEAREST = 0.075

/**
 * The row of each mark, so that no two in one row touch: the first that has room.
 *
 * @example rowsOf([0.1, 0.12, 0.5]) // [0, 1, 0]
 */
export function rowsOf(places: readonly number[]): number[] {
  const ends: number[] = []
  return places.map(place => {
    const free = ends.findIndex(end => place - end >= NEAREST)
    const row = free === -1 ? ends.length : free
    ends[row] = place
    return row
  })
}

import { requireThat, requireWhole } from './checks.ts'
import { addLocalMonths, type LocalDate, localDate, localDateParts } from './local-date.ts'

/** A quarter of the organisation's fiscal calendar. */
export interface Quarter {
  year: number
  quarter: 1 | 2 | 3 | 4
}

/**
 * `startMonth` (1 to 12) begins the fiscal year. A fiscal year that spans two calendar years is named after the one in
 * which it starts or the one in which it ends; one that starts in January is its calendar year either way.
 */
export interface FiscalCalendar {
  startMonth: number
  yearNaming: 'start' | 'end'
}

export const calendarYear: FiscalCalendar = { startMonth: 1, yearNaming: 'start' }

const SHAPE = /^(\d{4})-Q([1-4])$/

/** @example formatQuarter({ year: 2026, quarter: 3 }) // '2026-Q3' */
export function formatQuarter({ year, quarter }: Quarter): string {
  requireWhole('year', year, 1, 9999)
  requireWhole('quarter', quarter, 1, 4)
  return `${String(year).padStart(4, '0')}-Q${quarter}`
}

/**
 * The quarter of a text as `formatQuarter` writes it; null for any other text.
 *
 * @example parseQuarter('2026-Q3') // { year: 2026, quarter: 3 }
 * @example parseQuarter('Q3 2026') // null
 */
export function parseQuarter(text: string): Quarter | null {
  const [, year, quarter] = SHAPE.exec(text) ?? []
  return Number(year) > 0 ? { year: Number(year), quarter: Number(quarter) as Quarter['quarter'] } : null
}

/**
 * The quarter that a day belongs to.
 *
 * @example quarterOf('2026-08-15', { startMonth: 1, yearNaming: 'start' }) // { year: 2026, quarter: 3 }
 * @example quarterOf('2026-08-15', { startMonth: 4, yearNaming: 'end' }) // { year: 2027, quarter: 2 }
 */
export function quarterOf(date: LocalDate, calendar: FiscalCalendar): Quarter {
  const { year, month } = localDateParts(date)
  const months = year * 12 + (month - 1) - firstMonth(calendar)
  return quarterAt(Math.floor(months / 3))
}

/**
 * The days of a quarter, half-open: `until` is the first day of the next one.
 *
 * @example quarterRange({ year: 2026, quarter: 3 }, calendarYear) // { from: '2026-07-01', until: '2026-10-01' }
 */
export function quarterRange(
  quarter: Quarter,
  calendar: FiscalCalendar,
): { from: LocalDate; until: LocalDate } {
  const months = indexOf(quarter) * 3 + firstMonth(calendar)
  const from = localDate(Math.floor(months / 12), (months % 12) + 1, 1)
  return { from, until: addLocalMonths(from, 3) }
}

/** @example addQuarters({ year: 2026, quarter: 4 }, 1) // { year: 2027, quarter: 1 } */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  requireWhole('count of quarters', count, -40_000, 40_000)
  return quarterAt(indexOf(quarter) + count)
}

/** Below 0 if the first is earlier, 0 if they are the same: for sorting. */
export function compareQuarters(first: Quarter, second: Quarter): number {
  return indexOf(first) - indexOf(second)
}

/**
 * How many quarters the second lies after the first; negative if before.
 *
 * @example quartersBetween({ year: 2025, quarter: 3 }, { year: 2026, quarter: 3 }) // 4
 */
export function quartersBetween(first: Quarter, second: Quarter): number {
  return indexOf(second) - indexOf(first)
}

/** Quarters since the first of year 0, so that arithmetic is that of whole numbers. */
function indexOf({ year, quarter }: Quarter): number {
  requireWhole('year', year, 1, 9999)
  requireWhole('quarter', quarter, 1, 4)
  return year * 4 + quarter - 1
}

function quarterAt(index: number): Quarter {
  const year = Math.floor(index / 4)
  requireWhole('year', year, 1, 9999)
  return { year, quarter: (index - year * 4 + 1) as Quarter['quarter'] }
}

/** The month in which fiscal year 0 begins, counted from January of calendar year 0. */
function firstMonth({ startMonth, yearNaming }: FiscalCalendar): number {
  requireWhole('startMonth', startMonth, 1, 12)
  requireThat(
    yearNaming === 'start' || yearNaming === 'end',
    `yearNaming must be start or end, not ${yearNaming}`,
  )
  return startMonth - 1 - (yearNaming === 'end' && startMonth > 1 ? 12 : 0)
}

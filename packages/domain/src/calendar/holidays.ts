import Holidays from 'date-holidays'
import { requireThat } from '../checks.ts'
import { isLocalDate } from '../is-local-date.ts'
import { addLocalDays, type LocalDate } from '../local-date.ts'
import type { Holiday } from './working-days.ts'

/**
 * What a region knows better than the base list. `add`: a full day off; `half`: only the morning is worked, also where
 * the base says the whole day is off; `remove`: an ordinary day after all. `source` says who announced it, and when.
 */
export interface HolidayOverride {
  date: LocalDate
  kind: 'add' | 'remove' | 'half'
  name: string
  source: string
}

const DAY = 86_400_000

/**
 * The public holidays of a country, and of a region in it, from `from` until the day before `until`, by date.
 *
 * The base is the `date-holidays` library, which misses substitute days in some countries and dates set by sighting the
 * moon; the override list has the last word. An unknown country has no holidays but those of the list.
 * Loading this module costs about 150 ms: only what needs the base list should import it.
 *
 * @throws RangeError for days that do not exist or a range that ends before it begins.
 * @example holidaysFor({ country: 'VN', from: '2026-04-01', until: '2026-05-01', overrides: vietnamHolidays })
 *   // [{ date: '2026-04-26', name: 'Giỗ tổ Hùng Vương' }, { date: '2026-04-27', name: 'Nghỉ bù Giỗ tổ Hùng Vương' },
 *   //  { date: '2026-04-30', name: 'Ngày Giải phóng miền Nam' }]
 */
export function holidaysFor(query: {
  country: string
  /** ISO 3166-2 part after the country, such as `BY` for Bavaria. */
  region?: string
  from: LocalDate
  until: LocalDate
  overrides?: readonly HolidayOverride[]
}): Holiday[] {
  const { country, region, from, until, overrides = [] } = query
  for (const date of [from, until, ...overrides.map(one => one.date)])
    requireThat(isLocalDate(date), `not a calendar day (YYYY-MM-DD): ${date}`)
  requireThat(from <= until, `the range ends before it begins: ${from} to ${until}`)

  const corrected = new Set(overrides.filter(one => one.kind !== 'add').map(one => one.date))
  const base = publicHolidays(
    country.toUpperCase(),
    region?.toUpperCase(),
    Number(from.slice(0, 4)),
    Number(until.slice(0, 4)),
  )
  const added = overrides
    .filter(one => one.kind !== 'remove')
    .map(({ date, name, kind }) => ({ date, name, ...(kind === 'half' && { half: true }) }))
  // An added day carries the region's own name, so it stands in place of the same day of the base.
  const named = new Set(added.map(one => one.date))
  return [...base.filter(({ date }) => !corrected.has(date) && !named.has(date)), ...added]
    .filter(({ date }) => from <= date && date < until)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

const known = new Map<string, Holidays>()

function publicHolidays(country: string, region: string | undefined, first: number, last: number): Holiday[] {
  const key = `${country}-${region ?? ''}`
  const list = known.get(key) ?? (region ? new Holidays(country, region) : new Holidays(country))
  known.set(key, list)
  const found = new Map<LocalDate, Holiday>()
  // A holiday of several days can begin at the end of the year before.
  for (let year = first - 1; year <= last; year += 1)
    for (const holiday of list.getHolidays(year))
      if (holiday.type === 'public')
        // A day of its own names itself, whatever longer holiday it lies in.
        for (const [index, date] of daysOf(holiday).entries())
          if (index === 0 || !found.has(date)) found.set(date, { date, name: holiday.name })
  return [...found.values()]
}

/** `date` names the day also where the holiday starts at sunset of the day before; start and end are instants of the host. */
function daysOf(holiday: { date: string; start: Date; end: Date }): LocalDate[] {
  const first = holiday.date.slice(0, 10)
  // A day in the host's zone can have 23 or 25 hours.
  const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY))
  return Array.from({ length }, (_, day) => addLocalDays(first, day))
}

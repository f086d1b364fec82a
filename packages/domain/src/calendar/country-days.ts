import type { LocalDate } from '../local-date.ts'
import { type HolidayOverride, holidaysFor } from './holidays.ts'
import { vietnamHolidays } from './vietnam-holidays.ts'
import type { Holiday } from './working-days.ts'

/** A holiday of a country; `source` is set where the product knows better than the public list, and says from whom. */
export interface CountryDay extends Holiday {
  source: string | null
}

const shippedLists: Readonly<Record<string, readonly HolidayOverride[]>> = { VN: vietnamHolidays }

/**
 * The holidays of a country from `from` until the day before `until`, with what the product ships to correct them.
 * Loading this module costs about 150 ms, as the list of all countries comes with it.
 *
 * @example countryDays({ country: 'VN', from: '2026-04-01', until: '2026-05-01' })[1]
 *   // { date: '2026-04-27', name: 'Nghỉ bù Giỗ tổ Hùng Vương', source: 'Bộ luật Lao động 2019, ...' }
 */
export function countryDays(query: { country: string; from: LocalDate; until: LocalDate }): CountryDay[] {
  const overrides = shippedLists[query.country.toUpperCase()] ?? []
  const sources = new Map(overrides.map(({ date, source }) => [date, source]))
  return holidaysFor({ ...query, overrides }).map(holiday => ({
    ...holiday,
    source: sources.get(holiday.date) ?? null,
  }))
}

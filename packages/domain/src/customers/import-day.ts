import { isLocalDate } from '../is-local-date.ts'
import type { LocalDate } from '../local-date.ts'
import type { Read } from './import-values.ts'

/**
 * A day: year first (`2026-02-17`), or day first with points (`17.2.2026`). With slashes or dashes day and month are read only
 * where they cannot be mistaken for one another; others are refused rather than guessed.
 *
 * @example readDay('17/02/2026') // { ok: true, value: '2026-02-17' }
 * @example readDay('02/03/2026') // { ok: false, fault: 'ambiguous_day' }
 * @example readDay('2026-02-30') // { ok: false, fault: 'not_a_day' }
 */
export function readDay(text: string): Read<LocalDate> {
  // Spreadsheets write midnight behind a day.
  const day = text.trim().replace(/[T ]0?0:00(:00(\.0+)?)?Z?$/, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const [, first, separator, second, year] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(day) ?? []
  if (first === undefined || second === undefined) return { ok: false, fault: 'not_a_day' }
  if (separator === '.' || first === second || Number(first) > 12) return dayOf(year, second, first)
  return Number(second) > 12 ? dayOf(year, first, second) : { ok: false, fault: 'ambiguous_day' }
}

function dayOf(year = '', month = '', day = ''): Read<LocalDate> {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? { ok: true, value: date } : { ok: false, fault: 'not_a_day' }
}

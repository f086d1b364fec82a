import { isLocalDate } from '../is-local-date.ts'
import { addLocalDays, type LocalDate, localDaysBetween } from '../local-date.ts'
import type { Holiday, WorkingCalendar } from './working-days.ts'
import { weekendOf } from './working-days.ts'

/** `working`: worked after all, also on a weekend. `half`: the morning only. `quiet`: worked, but customers are left alone. */
export const calendarEntryKinds = ['holiday', 'half', 'working', 'quiet'] as const
export type CalendarEntryKind = (typeof calendarEntryKinds)[number]

/** What a region knows better than its country's list. */
export interface CalendarEntry {
  from: LocalDate
  /** The last day, the same as `from` for a single one. */
  until: LocalDate
  kind: CalendarEntryKind
  name: string
  /** Who announced it, and when. */
  source: string
}

export type CalendarEntryFault =
  | 'no_such_day'
  | 'ends_before_it_begins'
  | 'too_long'
  | 'too_far'
  | 'unknown_kind'
  | 'no_name'
  | 'no_source'
  | 'text_too_long'

/** Longer spans are a slip of the year: nothing would be sent for months. */
const MOST_DAYS = 62
const FIRST_YEAR = 2000
const LAST_YEAR = 2100
const MOST_CHARACTERS = 300

/**
 * The first thing that is wrong with an entry, and the field it is in; null: nothing.
 *
 * @example calendarEntryFault({ from: '2027-02-30', until: '2027-02-30', kind: 'holiday', name: 'Tết', source: 'x' })
 *   // { field: 'from', fault: 'no_such_day' }
 */
export function calendarEntryFault(
  entry: Omit<CalendarEntry, 'kind'> & { kind: string },
): { field: keyof CalendarEntry; fault: CalendarEntryFault } | null {
  const { from, until, kind, name, source } = entry
  for (const field of ['from', 'until'] as const) {
    const date = entry[field]
    if (!isLocalDate(date)) return { field, fault: 'no_such_day' }
    const year = Number(date.slice(0, 4))
    if (year < FIRST_YEAR || year > LAST_YEAR) return { field, fault: 'too_far' }
  }
  if (until < from) return { field: 'until', fault: 'ends_before_it_begins' }
  if (localDaysBetween(from, until) >= MOST_DAYS) return { field: 'until', fault: 'too_long' }
  if (!calendarEntryKinds.some(known => known === kind)) return { field: 'kind', fault: 'unknown_kind' }
  if (name.trim() === '') return { field: 'name', fault: 'no_name' }
  if (source.trim() === '') return { field: 'source', fault: 'no_source' }
  if (name.length > MOST_CHARACTERS) return { field: 'name', fault: 'text_too_long' }
  if (source.length > MOST_CHARACTERS) return { field: 'source', fault: 'text_too_long' }
  return null
}

/**
 * The calendar that decides for people in a country who are looked after by a region: the country's holidays, then the
 * region's entries. Where entries overlap the shortest one has the last word, and of equal ones the later.
 *
 * For people in another country than the region's own (`own: false`) the region's days off and quiet times count as well,
 * but its working days do not: what is made up for in Hà Nội is still a Saturday in Berlin.
 *
 * @example regionCalendar({ country: 'VN', holidays, entries: [{ from: '2026-01-10', until: '2026-01-10', kind: 'working', ... }], own: true })
 *   // 10 January 2026, a Saturday, is worked
 */
export function regionCalendar({
  country,
  holidays,
  entries,
  own,
}: {
  country: string
  holidays: readonly Holiday[]
  entries: readonly CalendarEntry[]
  own: boolean
}): WorkingCalendar {
  const decided = new Map<LocalDate, { kind: CalendarEntryKind; name: string }>()
  const quiet: Holiday[] = []
  const broadestFirst = [...entries].sort(
    (a, b) => localDaysBetween(b.from, b.until) - localDaysBetween(a.from, a.until),
  )
  for (const { from, until, kind, name } of broadestFirst) {
    if (kind === 'working' && !own) continue
    for (let date = from; date <= until; date = addLocalDays(date, 1))
      if (kind === 'quiet') quiet.push({ date, name })
      else decided.set(date, { kind, name })
  }
  const added: Holiday[] = []
  const worked: LocalDate[] = []
  for (const [date, { kind, name }] of decided)
    if (kind === 'working') worked.push(date)
    else added.push({ date, name, ...(kind === 'half' && { half: true }) })
  return {
    weekend: weekendOf(country),
    holidays: [...holidays.filter(({ date }) => !isCorrected(decided.get(date)?.kind, own)), ...added].sort(
      (a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0),
    ),
    worked,
    quiet,
  }
}

/** A half day of the region opens no full holiday of somebody else's country. */
function isCorrected(kind: CalendarEntryKind | undefined, own: boolean): boolean {
  return kind === 'holiday' || ((kind === 'working' || kind === 'half') && own)
}

import { foldText } from '../text/fold.ts'
import type { CalendarEntry, CalendarEntryFault, CalendarEntryKind } from './region-calendar.ts'
import { calendarEntryFault } from './region-calendar.ts'

const columns = ['from', 'until', 'kind', 'name', 'source'] as const
export type CalendarColumn = (typeof columns)[number]

/** Headings people use, folded. */
const headings: Readonly<Record<CalendarColumn, readonly string[]>> = {
  from: ['from', 'date', 'day', 'start', 'tu ngay', 'ngay', 'tu'],
  until: ['until', 'to', 'end', 'den ngay', 'den'],
  kind: ['kind', 'type', 'loai'],
  name: ['name', 'holiday', 'ten', 'ten ngay le', 'ngay le'],
  source: ['source', 'nguon', 'can cu'],
}

const kinds: Readonly<Record<CalendarEntryKind, readonly string[]>> = {
  holiday: ['holiday', 'ngay le', 'nghi le', 'nghi'],
  half: ['half', 'half day', 'nua ngay'],
  working: ['working', 'working day', 'ngay lam viec', 'lam viec', 'lam bu'],
  quiet: ['quiet', 'quiet day', 'khong lien he'],
}

export interface CalendarListFault {
  line: number
  column: CalendarColumn | ''
  value: string
  fault:
    | CalendarEntryFault
    | 'column_missing'
    | 'column_repeated'
    | 'cell_without_heading'
    | 'repeated'
    | 'open_quote'
}

/** @example calendarColumnOf('Từ ngày') // 'from' */
export function calendarColumnOf(heading: string): CalendarColumn | null {
  const folded = foldText(heading).trim()
  return columns.find(column => headings[column].includes(folded)) ?? null
}

/**
 * Reads a list of days off: `from` and `name` are needed; without `until` it is one day, without `kind` a holiday, without
 * `source` the one given for the whole list. Days are written 2027-02-06 or 06/02/2027.
 *
 * @param rows the lines of the list with their number, the headings first
 * @example readCalendarList([{ line: 1, cells: ['date', 'name'] }, { line: 2, cells: ['2027-02-06', 'Tết'] }], 'Decree 1')
 *   // { entries: [{ line: 2, entry: { from: '2027-02-06', until: '2027-02-06', kind: 'holiday', ... } }], faults: [] }
 */
export function readCalendarList(
  rows: readonly { line: number; cells: readonly string[] }[],
  source: string,
): { entries: { line: number; entry: CalendarEntry }[]; faults: CalendarListFault[] } {
  const [head, ...body] = rows
  const named = (head?.cells ?? []).map(calendarColumnOf)
  const faults = headingFaults(named, head?.line ?? 1)
  if (faults.length > 0) return { entries: [], faults }
  const entries: { line: number; entry: CalendarEntry }[] = []
  const seen = new Set<string>()
  for (const { line, cells } of body) {
    const cell = (column: CalendarColumn) => cells[named.indexOf(column)]?.trim() ?? ''
    const stray = cells.slice(named.length).find(value => value.trim() !== '')
    const entry = {
      from: dayOf(cell('from')),
      until: dayOf(cell('until') || cell('from')),
      kind: kindOf(cell('kind')),
      name: cell('name'),
      source: cell('source') || source,
    }
    const found = calendarEntryFault(entry)
    const key = `${entry.from} ${entry.until} ${entry.kind}`
    if (stray !== undefined) faults.push({ line, column: '', value: stray, fault: 'cell_without_heading' })
    else if (found) faults.push({ line, column: found.field, value: cell(found.field), fault: found.fault })
    else if (seen.has(key)) faults.push({ line, column: 'from', value: cell('from'), fault: 'repeated' })
    else entries.push({ line, entry: entry as CalendarEntry })
    seen.add(key)
  }
  return { entries, faults }
}

function headingFaults(named: readonly (CalendarColumn | null)[], line: number): CalendarListFault[] {
  const missing = (['from', 'name'] as const).filter(column => !named.includes(column))
  const repeated = columns.filter(column => named.filter(one => one === column).length > 1)
  return [
    ...missing.map(column => ({ line, column, value: '', fault: 'column_missing' as const })),
    ...repeated.map(column => ({ line, column, value: '', fault: 'column_repeated' as const })),
  ]
}

/** The day before the month, as it is written wherever months have numbers; what is no day is left as it stands. */
function dayOf(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  if (day === undefined || month === undefined || year === undefined) return text
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function kindOf(text: string): string {
  if (text === '') return 'holiday'
  const folded = foldText(text).trim()
  const known = Object.entries(kinds).find(([, words]) => words.includes(folded))
  return known?.[0] ?? text
}

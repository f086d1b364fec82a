import type { CalendarDay, RegionCalendar } from '@sixfold/contract/region-calendars'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import type { CalendarListFault } from '@sixfold/domain/calendar/calendar-list'
import { calendarColumnOf, readCalendarList } from '@sixfold/domain/calendar/calendar-list'
import type { CountryDay } from '@sixfold/domain/calendar/country-days'
import type { CalendarEntry } from '@sixfold/domain/calendar/region-calendar'
import { calendarEntryFault, regionCalendar } from '@sixfold/domain/calendar/region-calendar'
import type { WorkingCalendar } from '@sixfold/domain/calendar/working-days'
import { can } from '@sixfold/domain/permissions'
import { guessDelimiter, splitNamedDelimiter } from '@sixfold/domain/text/csv-delimiter'
import type { Context } from '../../../context.ts'
import { OpenQuoteError, readRows } from '../../../csv/rows.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { record } from '../../house/audit/service.ts'
import type { RegionRow } from '../../house/organisation/service.ts'
import { listRegions, toRegion } from '../../house/organisation/service.ts'
import type { RegionCalendarRow } from './store.ts'
import { findCalendars, storeCalendar } from './store.ts'
import { calendarWords } from './words.ts'

/** The calendar that decides for people in a country (empty: the region's own) whom a region looks after. */
export type CalendarOf = (regionId: string, country?: string) => Promise<WorkingCalendar>

/** Every decision reads days off through this: one reading of the regions' lists serves many people. */
export async function readCalendars(ctx: Context): Promise<CalendarOf> {
  const [regions, lists] = await Promise.all([listRegions(ctx), findCalendars(ctx)])
  const countryOf = new Map(regions.map(({ _id, country }) => [_id, country]))
  const year = ctx.clock.now().getUTCFullYear()
  return (regionId, country) => {
    const home = countryOf.get(regionId) ?? ''
    return effectiveCalendar({ home, country: country || home, list: lists.get(regionId), year })
  }
}

/** Calendars in use, by everything that they are made from. */
const made = new Map<string, Promise<WorkingCalendar>>()
const MOST_MADE = 1000

interface CalendarParts {
  /** The region's country. */
  home: string
  country: string
  list: RegionCalendarRow | undefined
  year: number
}

function effectiveCalendar(parts: CalendarParts): Promise<WorkingCalendar> {
  const { home, country, list, year } = parts
  const key = JSON.stringify([country, home === country, year, list?._id, list?.revision])
  const known = made.get(key) ?? makeCalendar(parts)
  if (made.size >= MOST_MADE) made.clear()
  made.set(key, known)
  return known
}

/** From last year until the end of the year after next. */
async function makeCalendar({ home, country, list, year }: CalendarParts): Promise<WorkingCalendar> {
  const holidays = await daysOfCountry(country, year - 1, year + 3)
  return regionCalendar({ country, holidays, entries: list?.entries ?? [], own: home === country })
}

/** The list of all countries takes a while to load, so it is loaded with the first question about it. */
async function daysOfCountry(country: string, from: number, until: number): Promise<CountryDay[]> {
  const { countryDays } = await import('@sixfold/domain/calendar/country-days')
  return countryDays({ country, from: `${from}-01-01`, until: `${until}-01-01` })
}

/** Regions that the caller may see, with how much each has changed. */
export async function listCalendars(ctx: Context, actor: StaffMember) {
  const [regions, lists] = await Promise.all([listRegions(ctx), findCalendars(ctx)])
  return regions
    .filter(({ _id }) => can(actor, 'calendar.read', { regionId: _id }))
    .map(region => {
      const list = lists.get(region._id)
      return {
        region: toRegion(region),
        revision: list?.revision ?? 0,
        entries: list?.entries.length ?? 0,
        savedAt: list?.savedAt.toISOString() ?? null,
      }
    })
}

/** A region's own list and what a year looks like with it. */
export async function readCalendar(
  ctx: Context,
  actor: StaffMember,
  { id, year }: { id: string; year?: number | undefined },
): Promise<RegionCalendar> {
  const region = await regionFor(ctx, actor, id, 'calendar.read')
  return describe(ctx, region, (await findCalendars(ctx, [id])).get(id), year)
}

export interface CalendarSave {
  id: string
  revision: number
  entries: readonly CalendarEntry[]
  year?: number | undefined
}

export async function saveCalendar(
  ctx: Context,
  actor: StaffMember,
  { id, revision, entries, year }: CalendarSave,
  language: UiLanguage,
): Promise<RegionCalendar> {
  const region = await regionFor(ctx, actor, id, 'calendar.edit')
  const say = calendarWords(language)
  const fields = entries.flatMap((entry, at) => {
    const found = calendarEntryFault(entry)
    return found ? [{ path: `entries.${at}.${found.field}`, message: say(found.fault) }] : []
  })
  if (fields.length > 0) throw new AppError('invalid_input', { fields })
  return describe(ctx, region, await keep(ctx, actor, { id, revision, entries }), year)
}

/** Adds a pasted list. With a fault nothing is added, unless the faulty lines may be left out. */
export async function addList(
  ctx: Context,
  actor: StaffMember,
  input: {
    id: string
    revision: number
    text: string
    source: string
    skipFaulty: boolean
    year?: number | undefined
  },
  language: UiLanguage,
) {
  const region = await regionFor(ctx, actor, input.id, 'calendar.edit')
  const say = calendarWords(language)
  const { entries, faults } = await readList(input.text, input.source)
  const list = (await findCalendars(ctx, [input.id])).get(input.id)
  if ((list?.revision ?? 0) !== input.revision) throw new AppError('revision_conflict')
  const before = list?.entries ?? []
  const known = new Set(before.map(entry => JSON.stringify(wordForWord(entry))))
  const fresh = entries.filter(({ entry }) => !known.has(JSON.stringify(wordForWord(entry))))
  const refused = faults.length > 0 && !input.skipFaulty
  const added = refused ? [] : fresh.map(({ entry }) => entry)
  const kept =
    added.length === 0 ? list : await keep(ctx, actor, { ...input, entries: [...before, ...added] })
  return {
    added: added.length,
    known: entries.length - fresh.length,
    faults: faults.map(fault => ({ ...fault, reason: say(fault.fault) })),
    calendar: await describe(ctx, region, kept, input.year),
  }
}

async function readList(text: string, source: string) {
  const { body, named, lines } = splitNamedDelimiter(text.replaceAll(/\r\n?/g, '\n'))
  const delimiter = named ?? guessDelimiter(body, cell => calendarColumnOf(cell) !== null)
  const rows: { line: number; cells: string[] }[] = []
  try {
    for await (const { line, cells } of readRows(body, delimiter)) rows.push({ line: line + lines, cells })
  } catch (error) {
    if (!(error instanceof OpenQuoteError)) throw error
    const fault: CalendarListFault = { line: error.line + lines, column: '', value: '', fault: 'open_quote' }
    return { entries: [], faults: [fault] }
  }
  return readCalendarList(rows, source)
}

const MOST_ENTRIES = 1000

async function keep(
  ctx: Context,
  actor: StaffMember,
  { id, revision, entries }: CalendarSave,
): Promise<RegionCalendarRow> {
  if (entries.length > MOST_ENTRIES) throw new AppError('invalid_input')
  const sorted = [...entries].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const row: RegionCalendarRow = {
    _id: id,
    revision,
    entries: sorted.map(wordForWord),
    savedAt: ctx.clock.now(),
    savedBy: actor.name,
  }
  if (!(await storeCalendar(ctx, row))) throw new AppError('revision_conflict')
  // Promised times of cases run in this calendar.
  await enqueue(ctx, {
    kind: 'case.recount',
    key: `case-recount:${id}:${revision + 1}`,
    payload: { regionId: id },
  })
  await record(ctx, actor, 'region-calendar.save', `region:${id}`, `${entries.length} entries`)
  return { ...row, revision: revision + 1 }
}

const wordForWord = ({ from, until, kind, name, source }: CalendarEntry): CalendarEntry => ({
  from,
  until,
  kind,
  name,
  source,
})

async function regionFor(
  ctx: Context,
  actor: StaffMember,
  id: string,
  action: 'calendar.read' | 'calendar.edit',
): Promise<RegionRow> {
  const region = (await listRegions(ctx)).find(({ _id }) => _id === id)
  if (!region || !can(actor, action, { regionId: id })) throw new AppError('not_found')
  return region
}

async function describe(
  ctx: Context,
  region: RegionRow,
  list: RegionCalendarRow | undefined,
  asked: number | undefined,
): Promise<RegionCalendar> {
  const year = asked ?? ctx.clock.now().getUTCFullYear()
  const entries = list?.entries ?? []
  const holidays = await daysOfCountry(region.country, year, year + 1)
  const calendar = regionCalendar({ country: region.country, holidays, entries, own: true })
  return {
    region: toRegion(region),
    revision: list?.revision ?? 0,
    entries,
    savedAt: list?.savedAt.toISOString() ?? null,
    savedBy: list?.savedBy ?? '',
    year,
    weekend: [...calendar.weekend],
    days: daysOfYear(calendar, { year, entries, holidays }),
  }
}

/** Every day of a year that is not an ordinary one, and who says so. */
function daysOfYear(
  { holidays, worked = [], quiet = [] }: WorkingCalendar,
  from: { year: number; entries: readonly CalendarEntry[]; holidays: readonly CountryDay[] },
): CalendarDay[] {
  const ofCountry = new Map(from.holidays.map(day => [day.date, day]))
  const origin = (date: string, kind: CalendarDay['kind'], name: string) => {
    const entry = from.entries.find(
      one => one.kind === kind && one.name === name && one.from <= date && date <= one.until,
    )
    if (entry) return { from: 'region' as const, source: entry.source }
    const source = ofCountry.get(date)?.source ?? null
    return source === null ? { from: 'country' as const, source: '' } : { from: 'shipped' as const, source }
  }
  const days = [
    ...holidays.map(({ date, name, half }) => ({
      date,
      name,
      kind: half ? ('half' as const) : ('holiday' as const),
    })),
    ...worked.map(date => ({
      date,
      kind: 'working' as const,
      name:
        from.entries.find(one => one.kind === 'working' && one.from <= date && date <= one.until)?.name ?? '',
    })),
    ...quiet.map(({ date, name }) => ({ date, name, kind: 'quiet' as const })),
  ]
  return days
    .filter(({ date }) => date.startsWith(`${from.year}-`))
    .map(day => ({ ...day, ...origin(day.date, day.kind, day.name) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

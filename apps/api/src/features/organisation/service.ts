import type { Organisation, Region } from '@sixfold/contract/staff'
import type { WorkingCalendar } from '@sixfold/domain/calendar/working-days'
import { weekendOf } from '@sixfold/domain/calendar/working-days'
import type { Context } from '../../context.ts'
import { newId } from '../../db/collection.ts'
import { AppError } from '../../errors.ts'
import type { OrganisationRow, RegionRow } from './store.ts'
import { findOrganisation, findRegions, insertOrganisation, upsertRegion } from './store.ts'

/** The organisation this installation serves; `unavailable` before its first administrator created it. */
export async function readOrganisation(ctx: Context): Promise<Organisation & { demonstration: boolean }> {
  const row = await findOrganisation(ctx)
  if (!row) throw new AppError('unavailable', { retryAfterSeconds: 60 })
  return toOrganisation(row)
}

export async function organisationExists(ctx: Context): Promise<boolean> {
  return (await findOrganisation(ctx)) !== null
}

export interface NewOrganisation {
  name: string
  zone: string
  demonstration: boolean | 'unfinished'
}

export type { RegionRow } from './store.ts'
export { markDemonstrationMade } from './store.ts'

/** Whether the making of the demonstration was interrupted. */
export async function isUnfinishedDemonstration(ctx: Context): Promise<boolean> {
  return (await findOrganisation(ctx))?.demonstration === 'unfinished'
}

/** Creates the organisation once; false when there is one. */
export function createOrganisation(ctx: Context, input: NewOrganisation): Promise<boolean> {
  return insertOrganisation(ctx, {
    ...input,
    languages: ['en', 'vi'],
    fiscalStartMonth: 1,
    minimumCell: 5,
    createdAt: ctx.clock.now(),
  })
}

export async function listRegions(ctx: Context): Promise<RegionRow[]> {
  return findRegions(ctx)
}

/** The region with this name, created when there is none. */
export function ensureRegion(ctx: Context, region: Omit<RegionRow, '_id'>): Promise<RegionRow> {
  return upsertRegion(ctx, { _id: newId(), ...region })
}

const calendars = new Map<string, Promise<WorkingCalendar>>()

/** The days on which people of a country work, from last year until the end of the year after next. */
export function workingCalendarOf(ctx: Context, country: string): Promise<WorkingCalendar> {
  const year = ctx.clock.now().getUTCFullYear()
  const key = `${country}-${year}`
  const known = calendars.get(key) ?? makeCalendar(country, year)
  calendars.set(key, known)
  return known
}

/** The list of holidays takes a while to load, so it is loaded with the first question about them. */
async function makeCalendar(country: string, year: number): Promise<WorkingCalendar> {
  const [{ holidaysFor }, { vietnamHolidays }] = await Promise.all([
    import('@sixfold/domain/calendar/holidays'),
    import('@sixfold/domain/calendar/vietnam-holidays'),
  ])
  const holidays = holidaysFor({
    country,
    from: `${year - 1}-01-01`,
    until: `${year + 3}-01-01`,
    overrides: country === 'VN' ? vietnamHolidays : [],
  })
  return { weekend: weekendOf(country), holidays }
}

export function toRegion({ _id, name, country, zone }: RegionRow): Region {
  return { id: _id, name, country, zone }
}

function toOrganisation(row: OrganisationRow): Organisation & { demonstration: boolean } {
  const { name, languages, zone, fiscalStartMonth, minimumCell, demonstration } = row
  return { name, languages, zone, fiscalStartMonth, minimumCell, demonstration: demonstration !== false }
}

import type { Organisation, Region } from '@sixfold/contract/staff'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import type { OrganisationRow, RegionRow } from './store.ts'
import { findOrganisation, findRegions, insertOrganisation, upsertRegion } from './store.ts'

/** The organisation this installation serves; `unavailable` before its first administrator created it. */
export async function readOrganisation(ctx: Context): Promise<Organisation & { demonstration: boolean }> {
  const row = await findOrganisation(ctx)
  if (!row) throw new AppError('unavailable', { retryAfterSeconds: 60 })
  return toOrganisation(row)
}

/** Answers below which nothing is shown: the organisation's own, or more where somebody else reads. */
export async function minimumCellOf(ctx: Context, atLeast = 1): Promise<number> {
  return Math.max((await readOrganisation(ctx)).minimumCell, atLeast)
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

export function toRegion({ _id, name, country, zone }: RegionRow): Region {
  return { id: _id, name, country, zone }
}

function toOrganisation(row: OrganisationRow): Organisation & { demonstration: boolean } {
  const { name, languages, zone, fiscalStartMonth, minimumCell, demonstration } = row
  return { name, languages, zone, fiscalStartMonth, minimumCell, demonstration: demonstration !== false }
}

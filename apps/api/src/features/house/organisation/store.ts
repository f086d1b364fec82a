import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey } from '../../../db/collection.ts'

/** The one document of settings. */
export interface OrganisationRow {
  _id: 'organisation'
  name: string
  /** Languages of survey texts; the first is the default. */
  languages: string[]
  zone: string
  fiscalStartMonth: number
  /** Respondents below which no score is shown (law 5). */
  minimumCell: number
  /** `unfinished`: its making was interrupted; nobody was served from it. */
  demonstration: boolean | 'unfinished'
  createdAt: Date
}

export interface RegionRow {
  _id: string
  name: string
  country: string
  zone: string
  /** Months between round tables, counted from the anchor date. */
  everyMonths: number
  anchor: string
}

const organisations = defineCollection<OrganisationRow>('organisation', {
  _id: String,
  name: String,
  languages: [String],
  zone: String,
  fiscalStartMonth: Number,
  minimumCell: Number,
  demonstration: {},
  createdAt: Date,
})

const regions = defineCollection<RegionRow>(
  'regions',
  { _id: String, name: String, country: String, zone: String, everyMonths: Number, anchor: String },
  [{ fields: { name: 1 }, unique: true }],
)

export function findOrganisation(ctx: Context): Promise<OrganisationRow | null> {
  return organisations(ctx).findById('organisation').lean<OrganisationRow>().exec()
}

export async function markDemonstrationMade(ctx: Context): Promise<void> {
  await organisations(ctx).updateOne({ _id: 'organisation' }, { $set: { demonstration: true } })
}

/** False when there is one already. */
export async function insertOrganisation(ctx: Context, row: Omit<OrganisationRow, '_id'>): Promise<boolean> {
  try {
    await organisations(ctx).create({ _id: 'organisation', ...row })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

export function findRegions(ctx: Context): Promise<RegionRow[]> {
  return regions(ctx).find({}).sort({ name: 1 }).lean<RegionRow[]>().exec()
}

/** Creates the region, or returns the one that has the name. */
export async function upsertRegion(ctx: Context, row: RegionRow): Promise<RegionRow> {
  const { _id, name, ...rest } = row
  return regions(ctx)
    .findOneAndUpdate({ name }, { $setOnInsert: { _id, ...rest } }, { upsert: true, returnDocument: 'after' })
    .lean<RegionRow>()
    .orFail()
}

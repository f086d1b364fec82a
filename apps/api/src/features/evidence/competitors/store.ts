import { searchWords } from '@sixfold/domain/text/fold'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'

export interface ProductVersionRow {
  id: string
  name: string
  releasedOn: string | null
  note: string
}

export interface RivalProductRow {
  id: string
  name: string
  /** The product of ours that customers compare it with. */
  oursId: string | null
  versions: ProductVersionRow[]
}

/** A company that sells what we sell, with its products. */
export interface CompetitorRow {
  _id: string
  name: string
  /** Folded: two of one name are one. */
  sortName: string
  website: string
  note: string
  products: RivalProductRow[]
  createdAt: Date
  createdBy: string
  revision: number
}

const competitors = defineCollection<CompetitorRow>(
  'competitors',
  {
    _id: String,
    name: String,
    sortName: String,
    website: String,
    note: String,
    products: {},
    createdAt: Date,
    createdBy: String,
    revision: Number,
  },
  [{ fields: { sortName: 1 }, unique: true }],
)

const sortNameOf = (name: string) => searchWords(name).join(' ') || name.trim()

/** By name. */
export function findCompetitors(ctx: Context): Promise<CompetitorRow[]> {
  return competitors(ctx).find({}).sort({ sortName: 1 }).lean<CompetitorRow[]>().exec()
}

export function findCompetitorsById(ctx: Context, ids: readonly string[]): Promise<CompetitorRow[]> {
  return competitors(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<CompetitorRow[]>()
    .exec()
}

/** Null when there is one of this name. */
export async function insertCompetitor(
  ctx: Context,
  fields: Pick<CompetitorRow, 'name' | 'website' | 'note' | 'createdBy'>,
): Promise<CompetitorRow | null> {
  const row: CompetitorRow = {
    _id: newId(),
    ...fields,
    sortName: sortNameOf(fields.name),
    products: [],
    createdAt: ctx.clock.now(),
    revision: 1,
  }
  try {
    await competitors(ctx).create(row)
    return row
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

/** `changed`: somebody else was faster; `taken`: another one has this name. */
export async function updateCompetitor(
  ctx: Context,
  { _id, revision }: Pick<CompetitorRow, '_id' | 'revision'>,
  fields: Pick<CompetitorRow, 'name' | 'website' | 'note' | 'products'>,
): Promise<CompetitorRow | 'changed' | 'taken'> {
  try {
    const row = await competitors(ctx)
      .findOneAndUpdate(
        { _id, revision },
        { $set: { ...fields, sortName: sortNameOf(fields.name), revision: revision + 1 } },
        { returnDocument: 'after' },
      )
      .lean<CompetitorRow>()
      .exec()
    return row ?? 'changed'
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken'
    throw error
  }
}

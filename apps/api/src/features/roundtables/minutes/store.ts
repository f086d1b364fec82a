import type { SaveBatch } from '@sixfold/contract/surveys'
import type { MinutesBlock } from '@sixfold/domain/minutes/blocks'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey } from '../../../db/collection.ts'

/** `_id` is the round table's id. */
export interface MinutesRow {
  _id: string
  blocks: MinutesBlock[]
  /** Rises by one with every save. */
  revision: number
  /** The last saves: one that comes again is recognised, and one that was overtaken on its way is not. */
  writers: SaveBatch[]
  updatedAt: Date
  updatedBy: string
  /** When a version was last kept by itself. */
  versionAt: Date | null
}

const minutes = defineCollection<MinutesRow>('minutes', {
  _id: String,
  blocks: {},
  revision: Number,
  writers: [{ _id: false, writer: String, number: Number }],
  updatedAt: Date,
  updatedBy: String,
  versionAt: Date,
})

export interface VersionRow {
  /** The round table and the revision: a revision is kept once. */
  _id: string
  roundtableId: string
  revision: number
  blocks: MinutesBlock[]
  /** Empty: kept by itself. */
  name: string
  at: Date
  by: string
}

const versions = defineCollection<VersionRow>(
  'minutesVersions',
  {
    _id: String,
    roundtableId: String,
    revision: Number,
    blocks: {},
    name: String,
    at: Date,
    by: String,
  },
  [{ fields: { roundtableId: 1, revision: -1 } }],
)

export function findMinutes(ctx: Context, id: string): Promise<MinutesRow | null> {
  return minutes(ctx).findById(id).lean<MinutesRow>().exec()
}

/** Writes the next revision on the one before it; null when somebody else was faster. */
export async function replaceMinutes(ctx: Context, row: MinutesRow): Promise<MinutesRow | null> {
  const { _id, revision } = row
  if (revision === 1) return insertMinutes(ctx, row)
  return minutes(ctx)
    .findOneAndUpdate({ _id, revision: revision - 1 }, { $set: row }, { returnDocument: 'after' })
    .lean<MinutesRow>()
    .exec()
}

async function insertMinutes(ctx: Context, row: MinutesRow): Promise<MinutesRow | null> {
  try {
    await minutes(ctx).create(row)
    return row
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

/** Keeps a revision; one that is kept already takes the name, unless there is none to take. */
export async function keepVersion(ctx: Context, row: Omit<VersionRow, '_id'>): Promise<VersionRow> {
  const { name, ...rest } = row
  return versions(ctx)
    .findOneAndUpdate(
      { _id: `${row.roundtableId}:${row.revision}` },
      name === '' ? { $setOnInsert: row } : { $set: { name }, $setOnInsert: rest },
      { upsert: true, returnDocument: 'after' },
    )
    .lean<VersionRow>()
    .orFail()
    .exec()
}

const MOST_VERSIONS = 200

/** The latest first, without what they say. */
export function findVersions(ctx: Context, roundtableId: string): Promise<Omit<VersionRow, 'blocks'>[]> {
  return versions(ctx)
    .find({ roundtableId })
    .select('-blocks')
    .sort({ revision: -1 })
    .limit(MOST_VERSIONS)
    .lean<Omit<VersionRow, 'blocks'>[]>()
    .exec()
}

export function findVersion(
  ctx: Context,
  roundtableId: string,
  revision: number,
): Promise<VersionRow | null> {
  return versions(ctx).findById(`${roundtableId}:${revision}`).lean<VersionRow>().exec()
}

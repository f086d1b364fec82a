import type { Context } from '../../../context.ts'
import { defineCollection, trusted } from '../../../db/collection.ts'

/** Somebody, or everybody of an account, whom a programme never asks. */
export interface ExclusionRow {
  /** `<programme>:<account or contact>`: nobody stands twice in one list. */
  _id: string
  programmeId: string
  kind: 'account' | 'contact'
  subjectId: string
  reason: string
  at: Date
  by: string
}

const exclusions = defineCollection<ExclusionRow>(
  'programmeExclusions',
  {
    _id: String,
    programmeId: String,
    kind: String,
    subjectId: String,
    reason: String,
    at: Date,
    by: String,
  },
  [{ fields: { programmeId: 1, _id: 1 } }],
)

const idOf = (programmeId: string, subjectId: string) => `${programmeId}:${subjectId}`

/** Who stands there already keeps the first reason. Says how many are new. */
export async function insertExclusions(
  ctx: Context,
  rows: readonly Omit<ExclusionRow, '_id'>[],
): Promise<number> {
  if (rows.length === 0) return 0
  const { upsertedCount } = await exclusions(ctx).bulkWrite(
    rows.map(({ programmeId, subjectId, ...row }) => ({
      updateOne: {
        filter: { _id: idOf(programmeId, subjectId) },
        update: { $setOnInsert: { programmeId, subjectId, ...row } },
        upsert: true,
      },
    })),
    { ordered: false },
  )
  return upsertedCount
}

export async function deleteExclusion(ctx: Context, programmeId: string, id: string): Promise<boolean> {
  return (await exclusions(ctx).deleteOne({ _id: id, programmeId })).deletedCount === 1
}

/** Takes people off every list. */
export async function eraseFromExclusions(ctx: Context, contactIds: readonly string[]): Promise<void> {
  await exclusions(ctx).deleteMany({ kind: 'contact', subjectId: trusted({ $in: [...contactIds] }) })
}

export function countExclusions(ctx: Context, programmeId: string): Promise<number> {
  return exclusions(ctx).countDocuments({ programmeId }).exec()
}

export function listExclusions(
  ctx: Context,
  programmeId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<ExclusionRow[]> {
  return exclusions(ctx)
    .find({ programmeId, ...(after ? { _id: trusted({ $gt: after }) } : {}) })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<ExclusionRow[]>()
    .exec()
}

export async function findExcludedIds(
  ctx: Context,
  programmeId: string,
): Promise<Pick<ExclusionRow, 'kind' | 'subjectId'>[]> {
  return exclusions(ctx)
    .find({ programmeId })
    .select('kind subjectId -_id')
    .lean<Pick<ExclusionRow, 'kind' | 'subjectId'>[]>()
    .exec()
}

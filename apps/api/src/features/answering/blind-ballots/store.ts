import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** Answers that were cast, until their wave is over. No field says when, by whom, or in which order. */
export interface CastRow {
  /** A hash of the ballot: one ballot, one document. */
  _id: string
  waveId: string
  /** The answers, encrypted under the key of the box, filled up to one length. */
  sealed: string
}

// Clustered: MongoDB keeps them in the order of their hashes, not in that of their coming.
const box = defineCollection<CastRow>(
  'blindBox',
  { _id: String, waveId: String, sealed: String },
  [{ fields: { waveId: 1 } }],
  { clustered: true },
)

/** False when this ballot was cast before. */
export async function insertCast(ctx: Context, row: CastRow): Promise<boolean> {
  try {
    await box(ctx).create(row)
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

export function findCast(ctx: Context, id: string): Promise<CastRow | null> {
  return box(ctx).findById(id).lean<CastRow>().exec()
}

/** The hashes of all ballots in the box of a wave. */
export async function listCasts(ctx: Context, waveId: string): Promise<string[]> {
  const rows = await box(ctx).find({ waveId }).select('_id').lean<Pick<CastRow, '_id'>[]>()
  return rows.map(({ _id }) => _id)
}

export function findCasts(ctx: Context, ids: readonly string[]): Promise<CastRow[]> {
  return box(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<CastRow[]>()
    .exec()
}

export async function clearBox(ctx: Context, waveId: string): Promise<void> {
  await box(ctx).deleteMany({ waveId })
}

import type { WaveReply } from '@sixfold/contract/wave-replies'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey } from '../../../db/collection.ts'

/** What was done about the answers of one wave. */
export interface RepliesRow {
  /** The wave's id. */
  _id: string
  items: WaveReply[]
  /** Rises by one with every save; a save names the revision that it was made on. */
  revision: number
  savedAt: Date
  savedBy: string
}

const replies = defineCollection<RepliesRow>('waveReplies', {
  _id: String,
  items: [{}],
  revision: Number,
  savedAt: Date,
  savedBy: String,
})

export function findReplies(ctx: Context, waveId: string): Promise<RepliesRow | null> {
  return replies(ctx).findById(waveId).lean<RepliesRow>().exec()
}

/** Writes on the revision that the caller saw; null when somebody else was first. */
export async function storeReplies(
  ctx: Context,
  { _id, revision, ...row }: RepliesRow,
): Promise<RepliesRow | null> {
  const next = { ...row, revision: revision + 1 }
  if (revision > 0)
    return replies(ctx)
      .findOneAndUpdate({ _id, revision }, { $set: next }, { returnDocument: 'after' })
      .lean<RepliesRow>()
      .exec()
  try {
    await replies(ctx).create({ _id, ...next })
    return { _id, ...next }
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

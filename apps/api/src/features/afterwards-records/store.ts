import type { Context } from '../../context.ts'
import { defineCollection, isDuplicateKey } from '../../db/collection.ts'

/** What staff noted about an event when it was over. */
export interface AfterwardsRow {
  /** The round table's id. */
  _id: string
  currency: string
  costs: { what: string; amount: number }[]
  /** Whether those who came are asked how it was. */
  ask: boolean
  revision: number
}

const afterwards = defineCollection<AfterwardsRow>('afterwards', {
  _id: String,
  currency: String,
  costs: [{}],
  ask: Boolean,
  revision: Number,
})

export function findAfterwards(ctx: Context, id: string): Promise<AfterwardsRow | null> {
  return afterwards(ctx).findById(id).lean<AfterwardsRow>().exec()
}

/** Writes on the revision that the caller saw; false when somebody else was first. */
export async function storeAfterwards(
  ctx: Context,
  { _id, revision, ...row }: AfterwardsRow,
): Promise<boolean> {
  const next = { ...row, revision: revision + 1 }
  if (revision > 0)
    return (await afterwards(ctx).updateOne({ _id, revision }, { $set: next })).matchedCount === 1
  try {
    await afterwards(ctx).create({ _id, ...next })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

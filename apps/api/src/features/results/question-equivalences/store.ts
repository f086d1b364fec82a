import type { JudgedLink } from '@sixfold/domain/results/item-links'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** What somebody judged of two surveys, the one with the lesser id first; `_id` is both ids. */
export interface EquivalenceRow {
  _id: string
  revision: number
  /** Of which versions it was judged. */
  versions: { first: number; second: number }
  links: JudgedLink[]
  savedAt: Date
  savedBy: string
}

const equivalences = defineCollection<EquivalenceRow>('questionEquivalences', {
  _id: String,
  revision: Number,
  versions: {},
  links: [{}],
  savedAt: Date,
  savedBy: String,
})

export function findEquivalences(ctx: Context, ids: readonly string[]): Promise<EquivalenceRow[]> {
  return equivalences(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<EquivalenceRow[]>()
    .exec()
}

/** Writes the next revision if the map still stands at `revision`; false when somebody else was first. */
export async function storeEquivalence(
  ctx: Context,
  { _id, revision, ...row }: EquivalenceRow,
): Promise<boolean> {
  if (revision > 0) {
    const result = await equivalences(ctx).updateOne(
      { _id, revision },
      { $set: { ...row, revision: revision + 1 } },
    )
    return result.modifiedCount === 1
  }
  try {
    await equivalences(ctx).create({ _id, revision: 1, ...row })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

import type { MixTarget } from '@sixfold/domain/roundtables/guest-mix'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey } from '../../../db/collection.ts'

/** Which mix of guests an event aims at. */
export interface MixRow {
  /** The round table's id. */
  _id: string
  kinds: MixTarget['kinds']
  /** A list: names of segments may hold dots. */
  segments: { segment: string; share: number }[]
  revision: number
}

const mixes = defineCollection<MixRow>('guestMixes', {
  _id: String,
  kinds: {},
  segments: [{}],
  revision: Number,
})

export function findMix(ctx: Context, id: string): Promise<MixRow | null> {
  return mixes(ctx).findById(id).lean<MixRow>().exec()
}

/** Writes on the revision that the caller saw; false when somebody else was first. */
export async function storeMix(ctx: Context, { _id, revision, ...row }: MixRow): Promise<boolean> {
  const next = { ...row, revision: revision + 1 }
  if (revision > 0) return (await mixes(ctx).updateOne({ _id, revision }, { $set: next })).matchedCount === 1
  try {
    await mixes(ctx).create({ _id, ...next })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey } from '../../../db/collection.ts'

/** Who calls in one region, by language. */
export interface CallDeskRow {
  /** The region's id. */
  _id: string
  desks: { language: string; memberIds: string[] }[]
  revision: number
}

const callDesks = defineCollection<CallDeskRow>('callDesks', { _id: String, desks: {}, revision: Number })

export function findCallDesks(ctx: Context): Promise<CallDeskRow[]> {
  return callDesks(ctx).find().lean<CallDeskRow[]>().exec()
}

/** Writes it on the revision that was seen (0: none yet); false when somebody else was first. */
export async function storeCallDesk(ctx: Context, { _id, desks, revision }: CallDeskRow): Promise<boolean> {
  const next = { desks, revision: revision + 1 }
  if (revision > 0)
    return (await callDesks(ctx).updateOne({ _id, revision }, { $set: next })).matchedCount === 1
  try {
    await callDesks(ctx).create({ _id, ...next })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

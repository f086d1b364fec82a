import type { Model } from 'mongoose'
import { isDuplicateKey } from './collection.ts'

/** A change of something that was read at a revision. */
export interface RevisedChange {
  _id: string
  revision: number
  /** What is set. Paths with dots reach into a field. */
  set: Record<string, unknown>
}

/**
 * Creates things and changes others, each only if nobody wrote it meanwhile. True when all were written; else somebody was
 * quicker, and only reading again tells where. Rows are written as they are: making a document of each would take longer than
 * storing it.
 */
export async function writeAll<Row extends { _id: string; revision: number }>(
  model: Model<Row>,
  creations: readonly Row[],
  changes: readonly RevisedChange[],
): Promise<boolean> {
  if (creations.length + changes.length === 0) return true
  try {
    const { insertedCount, matchedCount } = await model.db
      .collection<{ _id: string }>(model.collection.name)
      .bulkWrite(
        [
          ...creations.map(document => ({ insertOne: { document } })),
          ...changes.map(({ _id, revision, set }) => ({
            updateOne: { filter: { _id, revision }, update: { $set: { ...set, revision: revision + 1 } } },
          })),
        ],
        { ordered: false },
      )
    return insertedCount + matchedCount === creations.length + changes.length
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return false
  }
}

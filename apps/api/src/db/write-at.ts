import type { Model, QueryFilter, UpdateQuery } from 'mongoose'
import { isDuplicateKey } from './collection.ts'

/**
 * Writes a thing over the revision it was read at; 0: none was there yet. False when somebody else was first.
 */
export async function writeAt<Row extends { _id: string; revision: number }>(
  model: Model<Row>,
  { _id, revision, ...content }: Row,
): Promise<boolean> {
  try {
    const { matchedCount, upsertedCount } = await model.updateOne(
      { _id, revision } as QueryFilter<Row>,
      { $set: { ...content, revision: revision + 1 } } as unknown as UpdateQuery<Row>,
      // Of two who begin it, one meets the key of the other.
      { upsert: revision === 0 },
    )
    return matchedCount + upsertedCount === 1
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return false
  }
}

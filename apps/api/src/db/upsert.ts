import type { Context } from '../context.ts'
import { isDuplicateKey, newId } from './collection.ts'

/** One thing by the id that another system gave it. */
export interface ExternalEntry {
  externalId: string
  /** What is written whether it is there already or not. Paths with dots reach into a field. */
  set: Record<string, unknown>
  /** What a new one begins with. */
  defaults: Record<string, unknown>
}

/** What of a model is used here. */
interface BulkWriter {
  bulkWrite(operations: Upsert[], options: { ordered: boolean }): Promise<unknown>
}

interface Upsert {
  updateOne: { filter: { externalId: string }; update: Record<string, object>; upsert: true }
}

/**
 * Creates or updates things by their external ids, each in one step. Two writers that create the same thing in one moment:
 * the one that met the key finds it there when it tries again.
 */
export async function upsertAll(
  ctx: Context,
  model: BulkWriter,
  entries: readonly ExternalEntry[],
  createdBy: string,
): Promise<void> {
  if (entries.length === 0) return
  const operations = entries.map(
    ({ externalId, set, defaults }): Upsert => ({
      updateOne: {
        filter: { externalId },
        update: {
          $set: set,
          $inc: { revision: 1 },
          $setOnInsert: { _id: newId(), ...without(defaults, set), createdBy, createdAt: ctx.clock.now() },
        },
        upsert: true,
      },
    }),
  )
  try {
    await model.bulkWrite(operations, { ordered: false })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    await model.bulkWrite(operations, { ordered: false })
  }
}

/** `$set` and `$setOnInsert` may not name the same field, nor one a part of the other. */
function without(defaults: Record<string, unknown>, set: Record<string, unknown>) {
  const taken = new Set(Object.keys(set).map(path => path.split('.')[0]))
  return Object.fromEntries(Object.entries(defaults).filter(([key]) => !taken.has(key)))
}

import type { Context } from '../context.ts'
import { defineCollection, isDuplicateKey } from '../db/collection.ts'

interface KeyRow {
  _id: string
  fingerprint: string
  finished: boolean
  result: unknown
  at: Date
}

const KEPT_SECONDS = 24 * 3600
/** A call that has not finished by then died with its process; its key may be used again. */
const ABANDONED_MS = 60_000

const keys = defineCollection<KeyRow>(
  'idempotencyKeys',
  { _id: String, fingerprint: String, finished: Boolean, result: {}, at: Date },
  [{ fields: { at: 1 }, expireAfterSeconds: KEPT_SECONDS }],
)

/** True for exactly one of all callers with this id. */
export async function claimKey(ctx: Context, id: string, fingerprint: string): Promise<boolean> {
  const at = ctx.clock.now()
  try {
    await keys(ctx).create({ _id: id, fingerprint, finished: false, result: null, at })
    return true
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
  const stale = await keys(ctx).findOne({ _id: id, fingerprint, finished: false }).lean<KeyRow>()
  if (!stale || stale.at.getTime() > at.getTime() - ABANDONED_MS) return false
  const taken = await keys(ctx).updateOne({ _id: id, finished: false, at: stale.at }, { $set: { at } })
  return taken.modifiedCount === 1
}

export function readKey(ctx: Context, id: string): Promise<KeyRow | null> {
  return keys(ctx).findById(id).lean<KeyRow>().exec()
}

export async function keepResult(ctx: Context, id: string, result: unknown): Promise<void> {
  await keys(ctx).updateOne({ _id: id }, { $set: { finished: true, result: result ?? null } })
}

export async function releaseKey(ctx: Context, id: string): Promise<void> {
  await keys(ctx).deleteOne({ _id: id, finished: false })
}

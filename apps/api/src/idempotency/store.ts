import type { Context } from '../context.ts'
import { defineCollection, isDuplicateKey, newId } from '../db/collection.ts'

interface KeyRow {
  _id: string
  fingerprint: string
  /** Names the run that holds the key; one that was given up cannot write its result over a later one's. */
  claim: string
  /** The encrypted result, once there is one. */
  sealed: string | null
  at: Date
}

const KEPT_SECONDS = 24 * 3600
/** A call that has not finished by then died with its process; its key may be used again. */
const ABANDONED_MS = 60_000

const keys = defineCollection<KeyRow>(
  'idempotencyKeys',
  { _id: String, fingerprint: String, claim: String, sealed: String, at: Date },
  [{ fields: { at: 1 }, expireAfterSeconds: KEPT_SECONDS }],
)

/** The claim for exactly one of all callers with this id, null for the others. */
export async function claimKey(ctx: Context, id: string, fingerprint: string): Promise<string | null> {
  const at = ctx.clock.now()
  const claim = newId()
  try {
    await keys(ctx).create({ _id: id, fingerprint, claim, sealed: null, at })
    return claim
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
  const stale = await keys(ctx).findOne({ _id: id, fingerprint, sealed: null }).lean<KeyRow>()
  if (!stale || stale.at.getTime() > at.getTime() - ABANDONED_MS) return null
  const taken = await keys(ctx).updateOne(
    { _id: id, claim: stale.claim, sealed: null },
    { $set: { claim, at } },
  )
  return taken.modifiedCount === 1 ? claim : null
}

export function readKey(ctx: Context, id: string): Promise<KeyRow | null> {
  return keys(ctx).findById(id).lean<KeyRow>().exec()
}

interface HeldKey {
  id: string
  claim: string
}

export async function keepResult(ctx: Context, { id, claim }: HeldKey, sealed: string): Promise<void> {
  await keys(ctx).updateOne({ _id: id, claim }, { $set: { sealed } })
}

export async function releaseKey(ctx: Context, { id, claim }: HeldKey): Promise<void> {
  await keys(ctx).deleteOne({ _id: id, claim, sealed: null })
}

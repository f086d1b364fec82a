import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey } from '../../../db/collection.ts'

/** The signing key of one blind wave; its id is the wave's. */
export interface BlindKeyRow {
  _id: string
  /** The same for everybody, and never changed: a key of somebody's own would mark their ballot. */
  publicKey: string
  /** Encrypted; null once the wave is over. */
  sealedPrivateKey: string | null
  /** Encrypted: opens what lies in the ballot box; null once that has been emptied, so that leftovers of it stay shut. */
  sealedBoxKey: string | null
  /** Encrypted, while the ballot box is being emptied: gives each answer its new name. Null before and afterwards. */
  sealedShuffle: string | null
  /** Whether the box has been emptied. */
  emptied: boolean
}

const keys = defineCollection<BlindKeyRow>('blindKeys', {
  _id: String,
  publicKey: String,
  sealedPrivateKey: String,
  sealedBoxKey: String,
  sealedShuffle: String,
  emptied: Boolean,
})

export function findKey(ctx: Context, waveId: string): Promise<BlindKeyRow | null> {
  return keys(ctx).findById(waveId).lean<BlindKeyRow>().exec()
}

/** Stores a wave's key unless it has one: the first one counts. */
export async function insertKey(
  ctx: Context,
  row: Pick<BlindKeyRow, '_id' | 'publicKey' | 'sealedPrivateKey' | 'sealedBoxKey'>,
): Promise<void> {
  try {
    await keys(ctx).create({ ...row, sealedShuffle: null, emptied: false })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

/** From here on nobody can sign another ballot of the wave. */
export async function destroyPrivateKey(ctx: Context, waveId: string): Promise<void> {
  await keys(ctx).updateOne({ _id: waveId }, { $set: { sealedPrivateKey: null } })
}

/** Keeps the shuffle of the first who empties the box, and returns it: a repetition after a crash goes on with the same. */
export async function keepShuffle(ctx: Context, waveId: string, sealed: string): Promise<string | null> {
  await keys(ctx).updateOne(
    { _id: waveId, sealedShuffle: null, emptied: false },
    { $set: { sealedShuffle: sealed } },
  )
  return (await findKey(ctx, waveId))?.sealedShuffle ?? null
}

/** Notes that the box is empty, and forgets its key and the shuffle: what is left opens nothing and names no ballot. */
export async function markEmptied(ctx: Context, waveId: string): Promise<void> {
  await keys(ctx).updateOne(
    { _id: waveId },
    { $set: { emptied: true, sealedBoxKey: null, sealedShuffle: null } },
  )
}

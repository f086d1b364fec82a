import { randomBytes } from 'node:crypto'
import { isSigned, newSigningKeys, signBlinded } from '../../../blind-signatures.ts'
import type { Context } from '../../../context.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { findKey, insertKey, keepShuffle } from './store.ts'

export { destroyPrivateKey, markEmptied } from './store.ts'

/** Gives a blind wave its key, before anybody is invited. Repeating it changes nothing. */
async function ensureBlindKey(ctx: Context, waveId: string): Promise<void> {
  if (await findKey(ctx, waveId)) return
  const { publicKey, privateKey } = await newSigningKeys()
  await insertKey(ctx, {
    _id: waveId,
    publicKey,
    sealedPrivateKey: ctx.secrets.encrypt(privateKey),
    sealedBoxKey: ctx.secrets.encrypt(newKey()),
  })
}

/** The links of a blind wave are about to leave: its key is made, and its box will be emptied after its end. Repeating it changes nothing. */
export async function openBlindWave(ctx: Context, wave: { id: string; closesAt: Date }): Promise<void> {
  await ensureBlindKey(ctx, wave.id)
  await emptyBoxAfter(ctx, wave, 'planned end')
}

/** A wave has ended, perhaps before its time: a blind one gets its box emptied. */
export async function closeBlindWave(ctx: Context, wave: { id: string; closesAt: Date }): Promise<void> {
  if (await findKey(ctx, wave.id)) await emptyBoxAfter(ctx, wave, 'end')
}

async function emptyBoxAfter(
  ctx: Context,
  { id, closesAt }: { id: string; closesAt: Date },
  what: string,
): Promise<void> {
  const payload = { waveId: id }
  await enqueue(ctx, { kind: 'blind.empty', key: `blind:${id}:${what}`, payload, runAt: closesAt })
}

/** Null: the wave has none, so it is no blind one or asks nobody yet. */
export async function publicKeyOf(ctx: Context, waveId: string): Promise<string | null> {
  return (await findKey(ctx, waveId))?.publicKey ?? null
}

/** The signature on a blinded ballot; null when the wave signs no more, or what came is no blinded ballot of its key. */
export async function signBallot(ctx: Context, waveId: string, blinded: string): Promise<string | null> {
  const sealed = (await findKey(ctx, waveId))?.sealedPrivateKey
  return sealed ? signBlinded(ctx.secrets.decrypt(sealed), blinded) : null
}

export async function isBallotOf(
  ctx: Context,
  waveId: string,
  ballot: { message: string; signature: string },
): Promise<boolean> {
  const row = await findKey(ctx, waveId)
  return row !== null && isSigned(row.publicKey, ballot)
}

/** Opens and shuts what lies in the box of a wave; null once the box has been emptied. */
export async function boxKeyOf(ctx: Context, waveId: string): Promise<Buffer | null> {
  const sealed = (await findKey(ctx, waveId))?.sealedBoxKey
  return sealed ? Buffer.from(ctx.secrets.decrypt(sealed), 'base64url') : null
}

/** Whether the box of a wave has been emptied, or is being emptied since an earlier run. */
export async function emptyingOf(ctx: Context, waveId: string): Promise<'not begun' | 'begun' | 'done'> {
  const row = await findKey(ctx, waveId)
  if (!row || row.emptied) return 'done'
  return row.sealedShuffle ? 'begun' : 'not begun'
}

/** The secret that names the answers of a wave anew while its box is emptied. */
export async function shuffleOf(ctx: Context, waveId: string): Promise<string> {
  const sealed = await keepShuffle(ctx, waveId, ctx.secrets.encrypt(newKey()))
  if (!sealed) throw new Error(`the box of the wave ${waveId} has been emptied`)
  return ctx.secrets.decrypt(sealed)
}

const newKey = () => randomBytes(32).toString('base64url')

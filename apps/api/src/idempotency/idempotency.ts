import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { claimKey, keepResult, readKey, releaseKey } from './store.ts'

export interface KeyedCall {
  key: string
  /** Who calls: two people's equal keys are different keys. */
  caller: string
  procedure: string
  input: unknown
}

const WAIT_MS = 100
const WAITS = 50

/**
 * Carries out a write once per key: a repetition gets the first result, also while the first still runs.
 * A failed call leaves the key free, so that it can be tried again.
 */
export async function once(
  ctx: Context,
  call: KeyedCall,
  carryOut: () => Promise<unknown>,
): Promise<unknown> {
  const id = hash(`${call.caller}\n${call.procedure}\n${call.key}`)
  const fingerprint = hash(JSON.stringify(await comparable(call.input)) ?? '')
  for (let attempt = 0; attempt < WAITS; attempt += 1) {
    const claim = await claimKey(ctx, id, fingerprint)
    if (claim) return carryOutAndKeep(ctx, { id, claim }, carryOut)
    const earlier = await readKey(ctx, id)
    if (earlier && earlier.fingerprint !== fingerprint) throw new AppError('idempotency_mismatch')
    if (earlier?.sealed) return JSON.parse(ctx.secrets.decrypt(earlier.sealed))
    await wait(WAIT_MS)
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}

async function carryOutAndKeep(
  ctx: Context,
  held: { id: string; claim: string },
  carryOut: () => Promise<unknown>,
): Promise<unknown> {
  let result: unknown
  try {
    result = await carryOut()
  } catch (error) {
    await releaseKey(ctx, held)
    throw error
  }
  // Sealed, because results hold personal data and are kept for a day.
  await keepResult(ctx, held, ctx.secrets.encrypt(JSON.stringify(result ?? null)))
  return result
}

/** The input as JSON shows it, a file by its content. */
async function comparable(input: unknown): Promise<unknown> {
  if (input instanceof Blob) return { file: hash(Buffer.from(await input.arrayBuffer())) }
  if (typeof input !== 'object' || input === null) return input
  const entries = Object.entries(input).map(async ([key, value]) => [key, await comparable(value)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

function hash(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('base64url')
}

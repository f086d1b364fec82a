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
  const fingerprint = hash(JSON.stringify(call.input) ?? '')
  for (let attempt = 0; attempt < WAITS; attempt += 1) {
    if (await claimKey(ctx, id, fingerprint)) return carryOutAndKeep(ctx, id, carryOut)
    const earlier = await readKey(ctx, id)
    if (earlier && earlier.fingerprint !== fingerprint) throw new AppError('idempotency_mismatch')
    if (earlier?.finished) return earlier.result
    await wait(WAIT_MS)
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}

async function carryOutAndKeep(ctx: Context, id: string, carryOut: () => Promise<unknown>): Promise<unknown> {
  let result: unknown
  try {
    result = await carryOut()
  } catch (error) {
    await releaseKey(ctx, id)
    throw error
  }
  await keepResult(ctx, id, result)
  return result
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

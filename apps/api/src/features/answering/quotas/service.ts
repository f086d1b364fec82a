import type { Hold } from '@sixfold/domain/quotas/quota-ledger'
import { fullGroups, holdPlaces, settleHold } from '@sixfold/domain/quotas/quota-ledger'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { fenceDraft, heldFor } from '../responses/service.ts'
import { findQuotas, givePlacesBack, keepPlaces, openQuotas, storeLimits, takePlaces } from './store.ts'

export type { QuotaRow } from './store.ts'

/** A lost round means that limits were changed, or that the next one finds a group full or the response busy. */
const MOST_ROUNDS = 20
/** A submission is done in well under a second; a hold that is older belongs to a process that is gone, or must be. */
const HELD_MS = 60_000

/** Begins to count the open answers of a wave, and sees that no place stays held by a process that died. */
export async function startCounting(ctx: Context, waveId: string): Promise<void> {
  await openQuotas(ctx, waveId)
  await enqueue(ctx, { kind: 'quotas.settle', key: `quotas:${waveId}`, payload: { waveId } })
}

export const readQuotas = findQuotas
export const setLimits = storeLimits

/** Those of these groups that have no place left just now. */
export async function fullAmong(ctx: Context, waveId: string, groups: readonly string[]): Promise<string[]> {
  const row = await findQuotas(ctx, waveId)
  return row ? fullGroups(row, groups) : []
}

/**
 * Holds a place in every group for one submission of a response: what to confirm or to release; `full` where a group is, `busy`
 * while another submission of the same response is under way. Of any number at once as many get a place as there are.
 */
export async function hold(
  ctx: Context,
  waveId: string,
  response: string,
  groups: readonly string[],
): Promise<Hold | 'full' | 'busy'> {
  const wanted: Hold = { name: newId(), groups: [...groups] }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const row = await findQuotas(ctx, waveId)
    if (!row) throw new Error(`the open answers of the wave ${waveId} are not counted`)
    const decided = holdPlaces(row, response, wanted)
    if (typeof decided === 'string') return decided
    if (await takePlaces(ctx, row, response, wanted)) return wanted
  }
  throw new AppError('unavailable', { retryAfterSeconds: 1 })
}

/** The submission says that it rests on this hold: its places stay taken. */
export const confirm = keepPlaces
/** Nothing was written on this hold, nor will be. */
export const release = givePlacesBack

/** Confirms or gives back what processes left behind. Safe to repeat, and beside any of them that is only slow. */
export async function settleHolds(ctx: Context, waveId: string): Promise<void> {
  const row = await findQuotas(ctx, waveId)
  const before = ctx.clock.now().getTime() - HELD_MS
  for (const [response, held] of Object.entries(row?.holds ?? {})) {
    if (held.at.getTime() > before) continue
    const { name } = held
    let outcome = settleHold(name, await heldFor(ctx, response))
    // Where the fence finds no draft, it was submitted in this moment.
    if (outcome === 'fence')
      outcome = (await fenceDraft(ctx, response)) ? 'release' : settleHold(name, await heldFor(ctx, response))
    if (outcome === 'confirm') await keepPlaces(ctx, waveId, response, name)
    else if (outcome === 'release') await givePlacesBack(ctx, waveId, response, held)
  }
}

export async function hasHolds(ctx: Context, waveId: string): Promise<boolean> {
  return Object.keys((await findQuotas(ctx, waveId))?.holds ?? {}).length > 0
}

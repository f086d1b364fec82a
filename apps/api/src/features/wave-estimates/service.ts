import type { Context } from '../../context.ts'
import { enqueue } from '../../jobs/worker.ts'
import type { EstimatesRow } from './store.ts'
import { findEstimates } from './store.ts'

export type { EstimatesRow } from './store.ts'
export { storeEstimates } from './store.ts'

export const ESTIMATE_WAVE = 'estimates.work-out'
/** A wave is worked out anew at most this often while answers arrive. */
const PAUSE_MS = 5 * 60_000

/** What was worked out of these waves, by id. Where answers have come since, it is asked for anew. */
export async function readEstimates(
  ctx: Context,
  standing: readonly { waveId: string; revision: number }[],
): Promise<Map<string, EstimatesRow>> {
  const rows = await findEstimates(
    ctx,
    standing.map(({ waveId }) => waveId),
  )
  const known = new Map(rows.map(row => [row._id, row]))
  for (const { waveId, revision } of standing) {
    const row = known.get(waveId)
    if ((row?.revision ?? 0) < revision) await estimateLater(ctx, waveId, row ?? null)
  }
  return known
}

/** Asks for it once, however many ask meanwhile; at once as long as there were too few answers for it. */
async function estimateLater(ctx: Context, waveId: string, row: EstimatesRow | null): Promise<void> {
  const now = ctx.clock.now().getTime()
  await enqueue(ctx, {
    kind: ESTIMATE_WAVE,
    key: `estimates:${waveId}:${row?.at.toISOString() ?? 'first'}`,
    payload: { waveId },
    runAt: new Date(row?.weighting ? Math.max(now, row.at.getTime() + PAUSE_MS) : now),
  })
}

import type { Context } from '../../../context.ts'
import { enqueue } from '../../../jobs/worker.ts'
import type { EstimatesRow } from './store.ts'
import { findEstimates } from './store.ts'

export type { EstimatesRow } from './store.ts'
export { storeEstimates } from './store.ts'

export const ESTIMATE_WAVE = 'estimates.work-out'
/** A wave is worked out anew at most this often while answers arrive. */
const PAUSE_MS = 5 * 60_000

/** A board as its reader sees it. */
export interface StandingBoard {
  waveId: string
  revision: number
  /** What was worked out of all answers is not for who sees them in steps. */
  inSteps: boolean
  /** Its reader may read each answer by itself. */
  readsAnswers: boolean
}

/** What was worked out of these waves, by id, as far as their reader may see it. Where answers have come since, it is asked for anew. */
export async function readEstimates(
  ctx: Context,
  boards: readonly StandingBoard[],
): Promise<Map<string, EstimatesRow>> {
  const standing = boards.filter(({ inSteps }) => !inSteps)
  const rows = await findEstimates(
    ctx,
    standing.map(({ waveId }) => waveId),
  )
  const known = new Map(rows.map(row => [row._id, row]))
  for (const { waveId, revision } of standing) {
    const row = known.get(waveId)
    if ((row?.revision ?? 0) < revision) await estimateLater(ctx, waveId, row ?? null)
  }
  return new Map(
    standing.flatMap(({ waveId, revision, readsAnswers }) => {
      const row = known.get(waveId)
      return row && (readsAnswers || row.revision >= revision) ? [[waveId, row] as const] : []
    }),
  )
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

import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { JobHandlers } from '../../jobs/worker.ts'
import { enqueue } from '../../jobs/worker.ts'
import { listWaveIds } from '../waves/service.ts'
import { advanceScoreboard } from './service.ts'

const payloadSchema = z.object({ waveId: z.string() })

export const scoreboardJobs: JobHandlers = {
  'scoreboard.fold': async (ctx, payload) => {
    await advanceScoreboard(ctx, payloadSchema.parse(payload).waveId)
  },
  'scoreboard.catch-up': async ctx => {
    for (const id of await listWaveIds(ctx)) await advanceScoreboard(ctx, id)
  },
}

/** Takes up what an earlier process left unfolded. */
export async function catchUp(ctx: Context): Promise<void> {
  const key = `scoreboard:catch-up:${ctx.clock.now().toISOString()}`
  await enqueue(ctx, { kind: 'scoreboard.catch-up', key })
}

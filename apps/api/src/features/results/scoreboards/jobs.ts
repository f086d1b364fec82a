import { z } from 'zod'
import type { Context } from '../../../context.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { judgeLater } from '../../answering/response-quality/service.ts'
import { listWaveIds } from '../../waves/waves/service.ts'
import { takeSteps } from '../board-steps/service.ts'
import { advanceScoreboard, catchUpScoreboard } from './service.ts'

const payloadSchema = z.object({ waveId: z.string() })

export const scoreboardJobs: JobHandlers = {
  'scoreboard.fold': async (ctx, payload) => {
    const { waveId } = payloadSchema.parse(payload)
    await advanceScoreboard(ctx, waveId)
    await takeSteps(ctx, waveId)
    await judgeLater(ctx, waveId)
  },
  'scoreboard.catch-up': async ctx => {
    for (const id of await listWaveIds(ctx)) {
      await catchUpScoreboard(ctx, id)
      await takeSteps(ctx, id)
    }
  },
}

/** Takes up what an earlier process left unfolded. */
export async function catchUp(ctx: Context): Promise<void> {
  const key = `scoreboard:catch-up:${ctx.clock.now().toISOString()}`
  await enqueue(ctx, { kind: 'scoreboard.catch-up', key })
}

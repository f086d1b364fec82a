import { addMinutes } from 'date-fns/addMinutes'
import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { RunLater } from '../../../jobs/worker.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'
import { forgetOpenDrafts } from '../responses/service.ts'
import { hasHolds, settleHolds } from './service.ts'

const payloadSchema = z.object({ waveId: z.string() })

export const quotaJobs: JobHandlers = {
  /** As long as the wave takes answers; after its end it forgets what nobody sent by an open link. */
  'quotas.settle': async (ctx, payload) => {
    const { waveId } = payloadSchema.parse(payload)
    const wave = await readWaveForAnswers(ctx, waveId)
    const isOver = !wave || wave.state === 'closed'
    await settleHolds(ctx, waveId)
    if (!isOver || (await hasHolds(ctx, waveId))) throw new RunLater(addMinutes(ctx.clock.now(), 1))
    await forgetOpenDrafts(ctx, waveId)
  },
}

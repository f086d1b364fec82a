import { z } from 'zod'
import type { JobHandlers } from '../../jobs/worker.ts'
import { RunLater } from '../../jobs/worker.ts'
import { advanceWave } from './service.ts'

const payloadSchema = z.object({ waveId: z.string() })

export const waveJobs: JobHandlers = {
  // In steps, so that other jobs get their turn and a stop need not wait for ten thousand mails.
  'wave.invite': async (ctx, payload) => {
    const next = await advanceWave(ctx, payloadSchema.parse(payload).waveId)
    if (next) throw new RunLater(next)
  },
}

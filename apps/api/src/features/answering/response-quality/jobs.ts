import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { judgeWave } from './service.ts'

const payloadSchema = z.object({ waveId: z.string() })

export const responseQualityJobs: JobHandlers = {
  'quality.judge': async (ctx, payload) => {
    await judgeWave(ctx, payloadSchema.parse(payload).waveId)
  },
}

import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { ESTIMATE_WAVE } from '../wave-estimates/service.ts'
import { estimateWave } from './service.ts'

const payloadSchema = z.object({ waveId: z.string() })

export const waveEstimatingJobs: JobHandlers = {
  [ESTIMATE_WAVE]: (ctx, payload) => estimateWave(ctx, payloadSchema.parse(payload).waveId),
}

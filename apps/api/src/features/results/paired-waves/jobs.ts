import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { PAIR_WAVES, pairWaves } from './service.ts'

const rated = z.union([z.object({ factor: z.string() }), z.object({ item: z.string() })])
const payloadSchema = z.object({
  first: z.string(),
  second: z.string(),
  rated: z.array(z.object({ first: rated, second: rated })),
})

export const pairedWavesJobs: JobHandlers = {
  [PAIR_WAVES]: (ctx, payload) => pairWaves(ctx, payloadSchema.parse(payload)),
}

import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { GATHER_COMMENTS, gatherComments } from '../comment-records/service.ts'

const payloadSchema = z.object({ waveId: z.string() })

export const commentJobs: JobHandlers = {
  [GATHER_COMMENTS]: (ctx, payload) => gatherComments(ctx, payloadSchema.parse(payload).waveId),
}

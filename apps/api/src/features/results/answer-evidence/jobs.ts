import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { COUNT_EVIDENCE, countEvidence } from './service.ts'

const payloadSchema = z.object({ waveId: z.string() })

export const answerEvidenceJobs: JobHandlers = {
  [COUNT_EVIDENCE]: (ctx, payload) => countEvidence(ctx, payloadSchema.parse(payload).waveId),
}

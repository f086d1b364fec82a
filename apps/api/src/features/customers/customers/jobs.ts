import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { CARRY_ALONG, gatherAccount } from './service.ts'

const payloadSchema = z.object({ accountId: z.string() })

export const customersJobs: JobHandlers = {
  [CARRY_ALONG]: (ctx, payload) => gatherAccount(ctx, payloadSchema.parse(payload).accountId),
}

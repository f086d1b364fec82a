import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { deliver } from './service.ts'

const payloadSchema = z.object({ id: z.string() })

export const outboxJobs: JobHandlers = {
  'mail.send': (ctx, payload) => deliver(ctx, payloadSchema.parse(payload).id),
}

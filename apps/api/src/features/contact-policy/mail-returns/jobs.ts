import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { takeRefusal } from './service.ts'

const payloadSchema = z.object({ id: z.string(), reply: z.string() })

export const mailReturnJobs: JobHandlers = {
  'mail.refused': (ctx, payload) => {
    const { id, reply } = payloadSchema.parse(payload)
    return takeRefusal(ctx, id, reply)
  },
}

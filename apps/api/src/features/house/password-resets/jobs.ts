import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { sendReset } from './service.ts'

const payloadSchema = z.object({
  memberId: z.string().nullable(),
  sealed: z.string(),
  expiresAt: z.iso.datetime(),
})

export const passwordResetJobs: JobHandlers = {
  'password-reset.send': (ctx, payload) => sendReset(ctx, payloadSchema.parse(payload)),
}

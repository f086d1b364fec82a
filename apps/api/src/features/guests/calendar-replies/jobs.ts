import { z } from 'zod'
import { AppError } from '../../../errors.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { carryOutDecision, weigh } from './service.ts'

const payloadSchema = z.object({ id: z.string() })

export const calendarReplyJobs: JobHandlers = {
  'calendar-reply.take-up': async (ctx, payload) => {
    const { id } = payloadSchema.parse(payload)
    await weigh(ctx, id)
    try {
      await carryOutDecision(ctx, id)
    } catch (error) {
      // The event takes no such answer: it waits for a colleague again.
      if (!(error instanceof AppError)) throw error
    }
  },
}

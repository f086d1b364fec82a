import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { findGuestEvent } from '../event-records/service.ts'
import { askThoseWhoCame } from '../follow-ups/service.ts'

const payloadSchema = z.object({ roundtableId: z.string() })

export const followUpJobs: JobHandlers = {
  'followUps.ask': async (ctx, payload) => {
    const event = await findGuestEvent(ctx, payloadSchema.parse(payload).roundtableId)
    if (event) await askThoseWhoCame(ctx, event)
  },
}

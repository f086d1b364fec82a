import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { runAsking, runConversion, runReminders } from './service.ts'

const asking = z.object({ roundtableId: z.string(), voterIds: z.array(z.string()) })
const reminding = z.object({
  roundtableId: z.string(),
  remindOn: z.string(),
  voterIds: z.array(z.string()).optional(),
})
const conversion = z.object({ roundtableId: z.string() })

export const datePollJobs: JobHandlers = {
  'date-poll.ask': (ctx, payload) => {
    const { roundtableId, voterIds } = asking.parse(payload)
    return runAsking(ctx, roundtableId, voterIds)
  },
  'date-poll.remind': (ctx, payload) => {
    const { roundtableId, ...reminder } = reminding.parse(payload)
    return runReminders(ctx, roundtableId, reminder)
  },
  'date-poll.convert': (ctx, payload) => runConversion(ctx, conversion.parse(payload).roundtableId),
}

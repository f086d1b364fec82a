import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { CARRY_SOURCES, followMerge } from './service.ts'

const payload = z.strictObject({ requirementId: z.string(), since: z.iso.datetime() })

export const requirementJobs: JobHandlers = {
  [CARRY_SOURCES]: (ctx, given) => {
    const { requirementId, since } = payload.parse(given)
    return followMerge(ctx, requirementId, new Date(since))
  },
}

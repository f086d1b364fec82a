import { z } from 'zod'
import type { JobHandlers } from '../../jobs/worker.ts'
import { FOLLOW_CASE, followCase } from './service.ts'

const payload = z.strictObject({ caseId: z.string(), since: z.iso.datetime() })

export const caseJobs: JobHandlers = {
  [FOLLOW_CASE]: (ctx, given) => {
    const { caseId, since } = payload.parse(given)
    return followCase(ctx, caseId, new Date(since))
  },
}

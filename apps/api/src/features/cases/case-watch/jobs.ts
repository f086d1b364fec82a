import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { FOLLOW_CASE } from '../case-records/service.ts'
import { RECOUNT_CASES } from '../case-settings/service.ts'
import { followCase, recountCases } from './service.ts'

const follow = z.strictObject({ caseId: z.string(), revision: z.int(), since: z.iso.datetime() })
const recount = z.strictObject({ regionId: z.string().nullable() })

export const caseWatchJobs: JobHandlers = {
  [FOLLOW_CASE]: (ctx, given) => {
    const { since, ...payload } = follow.parse(given)
    return followCase(ctx, { ...payload, since: new Date(since) })
  },
  [RECOUNT_CASES]: (ctx, given) => recountCases(ctx, recount.parse(given).regionId),
}

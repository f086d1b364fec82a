import { addSeconds } from 'date-fns/addSeconds'
import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { RunLater } from '../../../jobs/worker.ts'
import { carryOutTrial, TRY_RULE, trialExists } from './service.ts'

const payloadSchema = z.object({ trialId: z.string(), since: z.iso.datetime() })
/** A trial that is not there after this never came to be: another one ran. */
const PATIENCE_SECONDS = 60

export const trialJobs: JobHandlers = {
  [TRY_RULE]: async (ctx, payload) => {
    const { trialId, since } = payloadSchema.parse(payload)
    if (await trialExists(ctx, trialId)) return carryOutTrial(ctx, trialId)
    const now = ctx.clock.now()
    if (now < addSeconds(new Date(since), PATIENCE_SECONDS)) throw new RunLater(addSeconds(now, 1))
  },
}

import { addMinutes } from 'date-fns/addMinutes'
import { min } from 'date-fns/min'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { enqueue, RunLater } from '../../../jobs/worker.ts'
import { organisationExists } from '../../house/organisation/service.ts'
import { orderDue, SEND_REPORT, sendOne } from './service.ts'

/** A wave may be closed, or a schedule made, meanwhile. */
const LOOK_AGAIN_MINUTES = 5

const payloadSchema = z.object({
  scheduleId: z.string(),
  revision: z.int(),
  memberId: z.string(),
  occasion: z.string(),
})

export const reportScheduleJobs: JobHandlers = {
  'report-schedules.watch': async ctx => {
    const later = addMinutes(ctx.clock.now(), LOOK_AGAIN_MINUTES)
    const next = (await organisationExists(ctx)) ? await orderDue(ctx) : null
    throw new RunLater(next ? min([next, later]) : later)
  },
  [SEND_REPORT]: (ctx, payload) => sendOne(ctx, payloadSchema.parse(payload)),
}

/** Looks for reports that are due, for ever. */
export async function keepLooking(ctx: Context): Promise<void> {
  await enqueue(ctx, { kind: 'report-schedules.watch', key: 'report-schedules.watch' })
}

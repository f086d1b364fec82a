import { addMinutes } from 'date-fns/addMinutes'
import { min } from 'date-fns/min'
import type { Context } from '../../../context.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { enqueue, RunLater } from '../../../jobs/worker.ts'
import { organisationExists } from '../../house/organisation/service.ts'
import { findNextTime, sendDigests } from './service.ts'

/** Somebody may choose an earlier time meanwhile. */
const LOOK_AGAIN_MINUTES = 5

export const myDayJobs: JobHandlers = {
  'my-day.digests': async ctx => {
    const now = ctx.clock.now()
    const later = addMinutes(now, LOOK_AGAIN_MINUTES)
    if (!(await organisationExists(ctx))) throw new RunLater(later)
    while ((await sendDigests(ctx)) > 0);
    const next = await findNextTime(ctx)
    throw new RunLater(next && next > now ? min([next, later]) : later)
  },
}

/** Sends lists of the day for ever. */
export async function keepSending(ctx: Context): Promise<void> {
  await enqueue(ctx, { kind: 'my-day.digests', key: 'my-day.digests' })
}

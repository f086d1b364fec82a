import { addLocalDays } from '@sixfold/domain/local-date'
import type { Context } from '../../../context.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { sweepFiles } from './service.ts'

/** Each day's sweep asks for the next one first, so that one that fails does not end them. */
export const fileJobs: JobHandlers = {
  'files.sweep': async ctx => {
    await planSweep(ctx)
    await sweepFiles(ctx)
  },
}

/** In the quiet of the coming night, by the calendar in UTC. */
export async function planSweep(ctx: Context): Promise<void> {
  const day = addLocalDays(ctx.clock.now().toISOString().slice(0, 10), 1)
  await enqueue(ctx, { kind: 'files.sweep', key: `files.sweep:${day}`, runAt: new Date(`${day}T01:30:00Z`) })
}

import { addLocalDays } from '@sixfold/domain/local-date'
import { resolveWallTime, wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { endWalkInNames } from '../../guests/seat-desk/service.ts'
import { organisationExists, readOrganisation } from '../../house/organisation/service.ts'
import { endTypedNames } from '../../live/live-entries/service.ts'
import { carryOutRetention } from './service.ts'

/** Each day's look asks for the next one first, so that one that fails does not end them. */
export const retentionJobs: JobHandlers = {
  'retention.look': async ctx => {
    await planLook(ctx)
    await endTypedNames(ctx)
    await endWalkInNames(ctx)
    if (await organisationExists(ctx)) await carryOutRetention(ctx)
  },
}

/** In the night, soon after the day has begun where the house is. */
export async function planLook(ctx: Context): Promise<void> {
  const zone = (await organisationExists(ctx)) ? (await readOrganisation(ctx)).zone : 'UTC'
  const date = addLocalDays(wallTimeIn(ctx.clock.now(), zone).date, 1)
  const { instant: runAt } = resolveWallTime({ date, time: '00:30', zone })
  await enqueue(ctx, { kind: 'retention.look', key: `retention.look:${date}`, runAt })
}

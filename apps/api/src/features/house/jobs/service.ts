import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { JobRow, JobState } from '../../../jobs/store.ts'
import { listJobs as findJobs, readJob, reviveJob } from '../../../jobs/store.ts'
import { record } from '../audit/service.ts'

interface Page {
  state?: JobState | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

export async function listJobs(ctx: Context, actor: StaffMember, { state, cursor, limit = 50 }: Page) {
  if (!can(actor, 'jobs.read')) throw new AppError('not_found')
  const rows = await findJobs(ctx, { state, before: cursor ?? null, limit })
  return { items: rows.map(toJob), next: rows.length === limit ? (rows.at(-1)?._id ?? null) : null }
}

/** Sets a dead job waiting again; a job that is not dead stays as it is. */
export async function replayJob(ctx: Context, actor: StaffMember, id: string) {
  if (!can(actor, 'jobs.replay')) throw new AppError('not_found')
  const revived = await reviveJob(ctx, id)
  if (!revived) throw new AppError((await readJob(ctx, id)) ? 'wrong_state' : 'not_found')
  await record(ctx, actor, 'job.replayed', `job:${id}`, revived.kind)
  return toJob(revived)
}

function toJob({ _id, kind, state, attempts, runAt, error }: JobRow) {
  return { id: _id, kind, state, attempts, runAt: runAt.toISOString(), error }
}

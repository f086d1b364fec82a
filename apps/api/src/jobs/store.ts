import type { Context } from '../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../db/collection.ts'

export type JobState = 'waiting' | 'running' | 'done' | 'dead'

export interface JobRow {
  _id: string
  kind: string
  /** Two jobs with one key are one job. */
  key: string
  payload: Record<string, unknown>
  state: JobState
  runAt: Date
  leaseUntil: Date | null
  /** Names the claim; a worker whose lease was taken over cannot finish the job. */
  claim: string | null
  attempts: number
  error: string | null
  createdAt: Date
  finishedAt: Date | null
}

const DONE_KEPT_SECONDS = 7 * 24 * 3600

const jobs = defineCollection<JobRow>(
  'jobs',
  {
    _id: String,
    kind: String,
    key: String,
    payload: { type: Object },
    state: String,
    runAt: Date,
    leaseUntil: Date,
    claim: String,
    attempts: Number,
    error: String,
    createdAt: Date,
    finishedAt: Date,
  },
  [
    { fields: { key: 1 }, unique: true },
    { fields: { state: 1, runAt: 1 } },
    // A claim may leave out a kind of which very many wait: it must not walk past all of those.
    { fields: { state: 1, kind: 1, runAt: 1 } },
    { fields: { state: 1, leaseUntil: 1 } },
    {
      fields: { finishedAt: 1 },
      expireAfterSeconds: DONE_KEPT_SECONDS,
      partialFilterExpression: { state: 'done' },
    },
  ],
)

/** Forgets jobs: what an error message quotes of a mail goes with the mail. One that runs just now ends by itself. */
export async function deleteJobs(ctx: Context, keys: readonly string[]): Promise<void> {
  await jobs(ctx).deleteMany({ key: trusted({ $in: [...keys] }) })
}

export interface NewJob {
  kind: string
  key: string
  payload: Record<string, unknown>
  runAt: Date
}

/** Stores a job unless one with its key exists; says whether it is new. */
export async function insertJob(ctx: Context, job: NewJob): Promise<boolean> {
  try {
    await jobs(ctx).create(waiting(ctx, job))
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

/** The same for many in one write. */
export async function insertJobs(ctx: Context, added: readonly NewJob[]): Promise<void> {
  if (added.length === 0) return
  try {
    const rows = added.map(job => waiting(ctx, job))
    await jobs(ctx).insertMany(rows, { ordered: false, lean: true, throwOnValidationError: true })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

function waiting(ctx: Context, job: NewJob): JobRow {
  return {
    _id: newId(),
    ...job,
    state: 'waiting',
    leaseUntil: null,
    claim: null,
    attempts: 0,
    error: null,
    createdAt: ctx.clock.now(),
    finishedAt: null,
  }
}

/** Takes the job that has waited longest of those that are due. */
export function claimDueJob(
  ctx: Context,
  kinds: readonly string[],
  leaseUntil: Date,
): Promise<JobRow | null> {
  const due = {
    state: 'waiting' as const,
    runAt: trusted({ $lte: ctx.clock.now() }),
    kind: trusted({ $in: [...kinds] }),
  }
  return jobs(ctx)
    .findOneAndUpdate(due, claimedUntil(leaseUntil), { returnDocument: 'after', sort: { runAt: 1 } })
    .lean<JobRow>()
    .exec()
}

/** No clock of a worker is so much ahead of another's. */
const BEYOND_ANY_LEASE_MS = 10 * 60_000

/** Takes a job whose worker stopped renewing its lease, or whose lease was given before the clock was moved back. */
export function claimAbandonedJob(
  ctx: Context,
  kinds: readonly string[],
  leaseUntil: Date,
): Promise<JobRow | null> {
  const now = ctx.clock.now()
  const abandoned = {
    state: 'running' as const,
    kind: trusted({ $in: [...kinds] }),
    $or: [
      { leaseUntil: trusted({ $lt: now }) },
      { leaseUntil: trusted({ $gt: new Date(now.getTime() + BEYOND_ANY_LEASE_MS) }) },
    ],
  }
  return jobs(ctx)
    .findOneAndUpdate(abandoned, claimedUntil(leaseUntil), {
      returnDocument: 'after',
      sort: { leaseUntil: 1 },
    })
    .lean<JobRow>()
    .exec()
}

function claimedUntil(leaseUntil: Date) {
  return { $set: { state: 'running' as const, leaseUntil, claim: newId() }, $inc: { attempts: 1 } }
}

export async function renewLease(ctx: Context, job: JobRow, leaseUntil: Date): Promise<boolean> {
  const result = await jobs(ctx).updateOne({ _id: job._id, claim: job.claim }, { $set: { leaseUntil } })
  return result.matchedCount === 1
}

type Ending = Pick<JobRow, 'state' | 'runAt' | 'error' | 'finishedAt'> & { attempts?: number }

/** Ends a run; false when the lease was lost to another worker. */
export async function endRun(ctx: Context, job: JobRow, ending: Ending): Promise<boolean> {
  const result = await jobs(ctx).updateOne(
    { _id: job._id, claim: job.claim, state: 'running' },
    { $set: { ...ending, leaseUntil: null, claim: null } },
  )
  return result.matchedCount === 1
}

/** Sets a dead job waiting again; null when it is not dead. */
export async function reviveJob(ctx: Context, id: string): Promise<JobRow | null> {
  return jobs(ctx)
    .findOneAndUpdate(
      { _id: id, state: 'dead' },
      { $set: { state: 'waiting', runAt: ctx.clock.now(), attempts: 0, error: null, finishedAt: null } },
      { returnDocument: 'after' },
    )
    .lean<JobRow>()
}

export async function listJobs(
  ctx: Context,
  { state, before, limit }: { state?: JobState | undefined; before: string | null; limit: number },
): Promise<JobRow[]> {
  const filter = { ...(state ? { state } : {}), ...(before ? { _id: trusted({ $lt: before }) } : {}) }
  return jobs(ctx).find(filter).sort({ _id: -1 }).limit(limit).lean<JobRow[]>()
}

/** When the next waiting job is due; null: none waits. */
export async function nextRunAt(ctx: Context): Promise<Date | null> {
  const next = await jobs(ctx).findOne({ state: 'waiting' }).sort({ runAt: 1 }).select('runAt').lean<JobRow>()
  return next?.runAt ?? null
}

export function countByState(ctx: Context, state: JobState): Promise<number> {
  return jobs(ctx).countDocuments({ state }).exec()
}

export async function readJob(ctx: Context, id: string): Promise<JobRow | null> {
  return jobs(ctx).findById(id).lean<JobRow>()
}

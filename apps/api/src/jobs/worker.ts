import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { isUnreachable } from '../db/faults.ts'
import { withoutPersons } from '../log.ts'
import type { JobRow, NewJob } from './store.ts'
import { claimAbandonedJob, claimDueJob, endRun, insertJob, insertJobs, renewLease } from './store.ts'

/** Throw it to put a job off without counting a failure, such as outside of working hours. */
export class RunLater extends Error {
  override name = 'RunLater'
  readonly at: Date
  constructor(at: Date) {
    super(`run again at ${at.toISOString()}`)
    this.at = at
  }
}

/** Does one job. It may run twice after a crash: it must be safe to repeat. */
export type JobHandler = (ctx: Context, payload: Record<string, unknown>) => Promise<void>
export type JobHandlers = Readonly<Record<string, JobHandler>>

const LEASE_MS = 60_000
/** After so many failures a job waits for a person. */
export const MAX_ATTEMPTS = 8
const IDLE_MS = 250
const OUTAGE_MS = 2_000
const PARALLEL = 4
/** One place is never taken by the kind that fills the others: ten thousand mails do not hold up a scoreboard. */
const PARALLEL_OF_A_KIND = PARALLEL - 1
const LOOK_FOR_ABANDONED_MS = 5_000
/** What runs at the end of the process may finish; what takes longer is taken over when its lease ends. */
const PATIENCE_AT_END_MS = 1_500

export interface JobOrder {
  kind: string
  /** Two jobs with one key are one job. */
  key: string
  payload?: Record<string, unknown>
  /** Absent: now. */
  runAt?: Date
}

/** Asks for a job once per key; returns whether it was new. */
export function enqueue(ctx: Context, order: JobOrder): Promise<boolean> {
  return insertJob(ctx, ordered(ctx, order))
}

/** The same for many at once. */
export function enqueueAll(ctx: Context, orders: readonly JobOrder[]): Promise<void> {
  return insertJobs(
    ctx,
    orders.map(order => ordered(ctx, order)),
  )
}

function ordered(ctx: Context, { kind, key, payload = {}, runAt = ctx.clock.now() }: JobOrder): NewJob {
  return { kind, key, payload, runAt }
}

/** Half a minute after the first failure, then double, a day at most. */
export function backOffSeconds(attempts: number): number {
  return Math.min(30 * 2 ** (attempts - 1), 24 * 3600)
}

export interface Worker {
  /** Runs everything that is due now; for tests and the command line. Returns how many jobs ran. */
  runDue(): Promise<number>
  close(): Promise<void>
}

/** Starts claiming jobs. Several workers, in several processes, share one queue. */
export function startWorker(ctx: Context, handlers: JobHandlers, { poll = true } = {}): Worker {
  const stopping = new AbortController()
  const running = new Map<Promise<void>, string>()
  const ownKinds = Object.keys(handlers)

  const free = (kind: string): boolean =>
    [...running.values()].filter(other => other === kind).length < PARALLEL_OF_A_KIND

  const start = (job: JobRow): void => {
    const done: Promise<void> = run(ctx, handlers, job).finally(() => running.delete(done))
    running.set(done, job.kind)
  }

  let lookedAt = 0
  const claim = async (): Promise<JobRow | null> => {
    const kinds = ownKinds.filter(free)
    const due = await claimDueJob(ctx, kinds, leaseEnd(ctx))
    if (due || performance.now() < lookedAt + LOOK_FOR_ABANDONED_MS) return due
    const abandoned = await claimAbandonedJob(ctx, kinds, leaseEnd(ctx))
    if (!abandoned) lookedAt = performance.now()
    return abandoned
  }

  const pause = (ms: number) => wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined)

  const loop = async (): Promise<void> => {
    let away = false
    while (!stopping.signal.aborted) {
      try {
        const job = running.size < PARALLEL ? await claim() : null
        if (job) start(job)
        else await Promise.race([pause(IDLE_MS), ...(running.size < PARALLEL ? [] : running.keys())])
        away = false
      } catch (error) {
        if (!away) ctx.log.error({ err: error }, 'the job queue is out of reach')
        away = true
        await pause(OUTAGE_MS)
      }
    }
  }

  const polling = poll ? loop() : Promise.resolve()
  return {
    async runDue() {
      for (let count = 0; ; count += 1) {
        const job =
          (await claimDueJob(ctx, ownKinds, leaseEnd(ctx))) ??
          (await claimAbandonedJob(ctx, ownKinds, leaseEnd(ctx)))
        if (!job) return count
        await run(ctx, handlers, job)
      }
    },
    async close() {
      stopping.abort()
      await polling
      const patience = new AbortController()
      await Promise.race([
        Promise.all(running.keys()),
        wait(PATIENCE_AT_END_MS, undefined, { signal: patience.signal }).catch(() => undefined),
      ])
      patience.abort()
    },
  }
}

/** Never rejects: whatever happens to a job is noted with it, or found again when its lease ends. */
async function run(ctx: Context, handlers: JobHandlers, job: JobRow): Promise<void> {
  const heartbeat = setInterval(
    () => void renewLease(ctx, job, leaseEnd(ctx)).catch(() => undefined),
    LEASE_MS / 3,
  )
  try {
    await endRun(ctx, job, await outcomeOf(ctx, handlers, job))
  } catch (error) {
    ctx.log.error({ err: error, job: job._id, kind: job.kind }, 'the end of a job could not be noted')
  } finally {
    clearInterval(heartbeat)
  }
}

type Outcome = Parameters<typeof endRun>[2]

async function outcomeOf(ctx: Context, handlers: JobHandlers, job: JobRow): Promise<Outcome> {
  // Only a job whose process ended each time comes here once more: it would end this one too.
  if (job.attempts > MAX_ATTEMPTS) return dead(ctx, job, 'its process ended while it ran, each time')
  try {
    await handlers[job.kind]?.(ctx, job.payload)
    ctx.metrics.jobs.inc({ kind: job.kind, outcome: 'done' })
    return { state: 'done', runAt: job.runAt, error: null, finishedAt: ctx.clock.now() }
  } catch (error) {
    return failed(ctx, job, error)
  }
}

function failed(ctx: Context, job: JobRow, error: unknown): Outcome {
  if (error instanceof RunLater)
    return { state: 'waiting', runAt: error.at, error: null, finishedAt: null, attempts: job.attempts - 1 }
  const message = withoutPersons(error instanceof Error ? error.message : String(error)).slice(0, 500)
  ctx.log.warn({ err: error, job: job._id, kind: job.kind, attempts: job.attempts }, 'job failed')
  // An outage of the database is not the job's fault, however long it lasts.
  if (job.attempts >= MAX_ATTEMPTS && !isUnreachable(error)) return dead(ctx, job, message)
  ctx.metrics.jobs.inc({ kind: job.kind, outcome: 'failed' })
  const runAt = new Date(ctx.clock.now().getTime() + backOffSeconds(job.attempts) * 1000)
  return { state: 'waiting', runAt, error: message, finishedAt: null }
}

function dead(ctx: Context, job: JobRow, error: string): Outcome {
  ctx.metrics.jobs.inc({ kind: job.kind, outcome: 'dead' })
  return { state: 'dead', runAt: job.runAt, error, finishedAt: ctx.clock.now() }
}

function leaseEnd(ctx: Context): Date {
  return new Date(ctx.clock.now().getTime() + LEASE_MS)
}

import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { JobRow } from './store.ts'
import { claimJob, endRun, insertJob, renewLease } from './store.ts'

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
const MAX_ATTEMPTS = 8
const IDLE_MS = 250
const PARALLEL = 4

/** Asks for a job once per key; returns whether it was new. `runAt` defaults to now. */
export function enqueue(
  ctx: Context,
  job: { kind: string; key: string; payload?: Record<string, unknown>; runAt?: Date },
): Promise<boolean> {
  return insertJob(ctx, {
    kind: job.kind,
    key: job.key,
    payload: job.payload ?? {},
    runAt: job.runAt ?? ctx.clock.now(),
  })
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
  const kinds = Object.keys(handlers)
  const stopping = new AbortController()

  const runOne = async (): Promise<boolean> => {
    const job = await claimJob(ctx, kinds, leaseEnd(ctx))
    if (!job) return false
    await run(ctx, handlers, job)
    return true
  }

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const busy = await runOne().catch(error => {
        ctx.log.error({ err: error }, 'the job queue is out of reach')
        return false
      })
      if (!busy) await wait(IDLE_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const loops = poll ? Array.from({ length: PARALLEL }, loop) : []
  return {
    async runDue() {
      let count = 0
      while (await runOne()) count += 1
      return count
    },
    async close() {
      stopping.abort()
      await Promise.all(loops)
    },
  }
}

async function run(ctx: Context, handlers: JobHandlers, job: JobRow): Promise<void> {
  const handler = handlers[job.kind]
  if (!handler) return
  const heartbeat = setInterval(
    () => void renewLease(ctx, job, leaseEnd(ctx)).catch(() => undefined),
    LEASE_MS / 3,
  )
  try {
    await handler(ctx, job.payload)
    await endRun(ctx, job, { state: 'done', runAt: job.runAt, error: null, finishedAt: ctx.clock.now() })
    ctx.metrics.jobs.inc({ kind: job.kind, outcome: 'done' })
  } catch (error) {
    await endFailed(ctx, job, error)
  } finally {
    clearInterval(heartbeat)
  }
}

async function endFailed(ctx: Context, job: JobRow, error: unknown): Promise<void> {
  if (error instanceof RunLater) {
    await endRun(ctx, job, {
      state: 'waiting',
      runAt: error.at,
      error: null,
      finishedAt: null,
      attempts: job.attempts - 1,
    })
    return
  }
  const message = error instanceof Error ? error.message : String(error)
  const dead = job.attempts >= MAX_ATTEMPTS
  const runAt = new Date(ctx.clock.now().getTime() + backOffSeconds(job.attempts) * 1000)
  ctx.log.warn({ err: error, job: job._id, kind: job.kind, attempts: job.attempts }, 'job failed')
  ctx.metrics.jobs.inc({ kind: job.kind, outcome: dead ? 'dead' : 'failed' })
  await endRun(ctx, job, {
    state: dead ? 'dead' : 'waiting',
    runAt,
    error: message.slice(0, 500),
    finishedAt: dead ? ctx.clock.now() : null,
  })
}

function leaseEnd(ctx: Context): Date {
  return new Date(ctx.clock.now().getTime() + LEASE_MS)
}

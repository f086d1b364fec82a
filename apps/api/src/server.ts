import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DestinationStream } from 'pino'
import { createAuth } from './auth/auth.ts'
import type { Config } from './config.ts'
import type { Clock, Context } from './context.ts'
import { systemClock } from './context.ts'
import { buildIndexes } from './db/collection.ts'
import type { Database } from './db/connect.ts'
import { openDatabase } from './db/connect.ts'
import { features, jobHandlers, topicRules } from './features/features.ts'
import { createApp } from './http/app.ts'
import type { Worker } from './jobs/worker.ts'
import { startWorker } from './jobs/worker.ts'
import { nobodyListens, openLive } from './live/live.ts'
import { createLog } from './log.ts'
import type { MailTransport } from './mail-transport.ts'
import { createMailTransport } from './mail-transport.ts'
import { createMetrics } from './metrics.ts'
import { loadSecrets } from './secrets.ts'

/** What tests and the command line may replace. */
export interface Overrides {
  clock?: Clock
  database?: Database
  mail?: MailTransport
  /** The database has all its indexes already. */
  indexed?: boolean
  /** Where the log goes; else the standard output. */
  logTo?: DestinationStream
  /** Jobs run only when the test says so. */
  pollJobs?: boolean
  /** Runs on the open database, before anybody is served and any job runs. */
  prepare?: (ctx: Context) => Promise<void>
}

/** Opens everything a service needs, without listening. Close it with {@link closeContext}. */
export async function openContext(config: Config, overrides: Overrides = {}): Promise<Context> {
  const secrets = loadSecrets(config)
  const db = overrides.database ?? (await openDatabase(config))
  // Before better-auth looks for its indexes: it accepts ours.
  if (!overrides.indexed) await buildIndexes(db.connection)
  return {
    config,
    clock: overrides.clock ?? systemClock,
    log: createLog(config.logLevel, overrides.logTo),
    secrets,
    db,
    auth: createAuth(config, db, secrets),
    live: nobodyListens,
    mail: overrides.mail ?? createMailTransport(config),
    metrics: createMetrics(),
  }
}

export async function closeContext(ctx: Context): Promise<void> {
  ctx.mail.close()
  await ctx.db.close()
}

export interface RunningServer {
  ctx: Context
  url: string
  worker: Worker | null
  close(): Promise<void>
}

/** Opens the context, serves HTTP and sockets, and works on jobs, as far as `SERVE` says. */
export async function startServer(config: Config, overrides: Overrides = {}): Promise<RunningServer> {
  const ctx = await openContext(config, overrides)
  let worker: Worker | null = null
  let prepared = false
  const httpServer = createServer(
    createApp(ctx, {
      isPrepared: () => prepared,
      jobsRun: () => !config.serve.has('jobs') || worker !== null,
    }),
  )
  try {
    // The port comes first: that it is taken shall be known before the long work, not after it.
    const port = await listen(httpServer, config.port)
    await overrides.prepare?.(ctx)
    prepared = true
    if (config.serve.has('staff') || config.serve.has('portal'))
      ctx.live = await openLive(httpServer, ctx, {
        rules: topicRules,
        staff: config.serve.has('staff'),
        openRooms: features.find(({ rooms }) => rooms)?.rooms,
      })
    if (config.serve.has('jobs')) worker = startWorker(ctx, jobHandlers, { poll: overrides.pollJobs ?? true })
    for (const feature of features) await feature.onStart?.(ctx)
    return {
      ctx,
      url: `http://localhost:${port}`,
      worker,
      async close() {
        const answered = stopListening(httpServer)
        await Promise.all([ctx.live.close(), answered, worker?.close()])
        await closeContext(ctx)
      },
    }
  } catch (error) {
    await Promise.all([ctx.live.close(), stopListening(httpServer), worker?.close()])
    await closeContext(ctx)
    throw error
  }
}

/** What is being answered may finish; who takes longer is cut off. */
const PATIENCE_AT_END_MS = 1_500

function stopListening(server: Server): Promise<void> {
  return new Promise(resolve => {
    const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_AT_END_MS)
    server.close(() => {
      clearTimeout(patience)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

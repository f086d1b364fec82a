import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
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
import type { MailTransport } from './mail-transport.ts'
import { createMailTransport } from './mail-transport.ts'
import { createMetrics } from './metrics.ts'
import { loadSecrets } from './secrets.ts'

/** What tests and the command line may replace. */
export interface Overrides {
  clock?: Clock
  database?: Database
  mail?: MailTransport
  /** Jobs run only when the test says so. */
  pollJobs?: boolean
}

/** Opens everything a service needs, without listening. Close it with {@link closeContext}. */
export async function openContext(config: Config, overrides: Overrides = {}): Promise<Context> {
  const secrets = loadSecrets(config)
  const db = overrides.database ?? (await openDatabase(config))
  const ctx: Context = {
    config,
    clock: overrides.clock ?? systemClock,
    log: pino({ level: config.logLevel, redact: ['req.headers', 'email', 'token'] }),
    secrets,
    db,
    auth: createAuth(config, db, secrets),
    live: nobodyListens,
    mail: overrides.mail ?? createMailTransport(config),
    metrics: createMetrics(),
  }
  await buildIndexes(db.connection)
  return ctx
}

export async function closeContext(ctx: Context): Promise<void> {
  await ctx.live.close()
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
  const httpServer = createServer(
    createApp(ctx, { jobsRun: () => !config.serve.has('jobs') || worker !== null }),
  )
  try {
    const port = await listen(httpServer, config.port)
    if (config.serve.has('staff')) ctx.live = openLive(httpServer, ctx, topicRules)
    if (config.serve.has('jobs')) worker = startWorker(ctx, jobHandlers, { poll: overrides.pollJobs ?? true })
    for (const feature of features) await feature.onStart?.(ctx)
    return {
      ctx,
      url: `http://localhost:${port}`,
      worker,
      async close() {
        const closed = new Promise<void>(resolve => httpServer.close(() => resolve()))
        httpServer.closeIdleConnections()
        await ctx.live.close()
        httpServer.closeAllConnections()
        await closed
        await worker?.close()
        await closeContext(ctx)
      },
    }
  } catch (error) {
    httpServer.close()
    await worker?.close()
    await closeContext(ctx)
    throw error
  }
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

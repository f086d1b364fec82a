import type { Logger } from 'pino'
import type { Auth } from './auth/auth.ts'
import type { Config } from './config.ts'
import type { Database } from './db/connect.ts'
import type { Live } from './live/live.ts'
import type { MailTransport } from './mail-transport.ts'
import type { Metrics } from './metrics.ts'
import type { Secrets } from './secrets.ts'

/** Where the time comes from; tests set it. */
export interface Clock {
  now(): Date
}

/** Everything a service may use. Built once by `startServer`; tests override parts of it. */
export interface Context {
  config: Config
  clock: Clock
  log: Logger
  secrets: Secrets
  db: Database
  auth: Auth
  live: Live
  mail: MailTransport
  metrics: Metrics
}

export const systemClock: Clock = { now: () => new Date() }

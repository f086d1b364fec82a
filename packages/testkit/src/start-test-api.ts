import { readConfig } from '@sixfold/api/config'
import type { Context } from '@sixfold/api/context'
import { createOrganisation, ensureRegion } from '@sixfold/api/features/house/organisation/service'
import { startServer } from '@sixfold/api/server'
import type { TestClient } from './api-client.ts'
import { testClient } from './api-client.ts'
import type { TestClock } from './clock.ts'
import { testClock } from './clock.ts'
import { putEmptyDatabase } from './empty-database.ts'
import { freePort } from './free-port.ts'
import type { MailSink } from './mail-sink.ts'
import { startMailSink } from './mail-sink.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ownDatabaseUri } from './test-database.ts'
import { hashPasswordOnce } from './tests-password.ts'

export interface TestApiOptions {
  /** Stands still unless told otherwise; `'real'` for journeys in a browser. */
  clock?: TestClock | 'real'
  /** Jobs run by themselves, as in the product; else only when `runJobs` is called. */
  jobs?: 'by-themselves' | 'when-told'
  /** Mail leaves over SMTP to a server of the test; else it ends in the outbox. */
  smtp?: boolean
  /** Without an organisation, as after `npm start -- --empty`. */
  empty?: boolean
  settings?: Record<string, string>
  /** Receives the log, line by line; else there is none. */
  log?: (line: string) => void
}

export interface TestApi {
  url: string
  ctx: Context
  clock: TestClock
  /** The ids of the regions, by name. */
  regions: Record<RegionName, string>
  /** What was sent; undefined without `smtp`. */
  mailSink: MailSink | undefined
  /** Calls the API as somebody who is not signed in. */
  anonymous: TestClient
  /** Runs every job that is due by the clock; returns how many. */
  runJobs(): Promise<number>
  close(): Promise<void>
}

/** One region of the quiet-hours kind each: two at home, one ahead of them, one with summer time and another weekend-holiday year. */
const regionsOfTests = {
  north: { country: 'VN', zone: 'Asia/Ho_Chi_Minh' },
  south: { country: 'VN', zone: 'Asia/Ho_Chi_Minh' },
  singapore: { country: 'SG', zone: 'Asia/Singapore' },
  germany: { country: 'DE', zone: 'Europe/Berlin' },
} as const
export type RegionName = keyof typeof regionsOfTests

/** Starts the whole API in this process, on a database and a port of its own. */
export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const folder = temporaryFolder('api', { inMemory: true })
  const clock = options.clock === 'real' ? realClock() : (options.clock ?? testClock())
  const mailSink = options.smtp ? await startMailSink() : undefined
  const uri = ownDatabaseUri()
  const port = await freePort(leftPorts.pop())
  const config = readConfig(
    {
      NODE_ENV: 'test',
      PORT: String(port),
      DATA_DIR: folder.path,
      LOG_LEVEL: options.log ? 'trace' : 'silent',
      ...(uri ? { MONGODB_URI: uri } : {}),
      ...(mailSink ? { SMTP_URL: mailSink.url } : {}),
      ...options.settings,
    },
    ['--empty'],
  )
  // A database that a test brings has its own past, or none.
  const indexed = !config.mongodbUri && config.dataDir === folder.path
  if (indexed) await putEmptyDatabase(folder.path)
  const server = await startServer(config, {
    clock,
    indexed,
    pollJobs: options.jobs === 'by-themselves',
    ...(options.log ? { logTo: { write: options.log } } : {}),
  })
  const { ctx, url } = server
  await hashPasswordOnce(ctx)
  return {
    url,
    ctx,
    clock,
    mailSink,
    regions: options.empty ? noRegions : await createHouse(ctx),
    anonymous: testClient(url),
    runJobs: async () => (await server.worker?.runDue()) ?? 0,
    async close() {
      if (uri) await ctx.db.connection.dropDatabase()
      await server.close()
      leftPorts.push(port)
      await mailSink?.close()
      folder.remove()
    },
  }
}

/** Taken again: what a browser has fetched and compiled holds for the address it came from. */
const leftPorts: number[] = []

const noRegions: Record<RegionName, string> = { north: '', south: '', singapore: '', germany: '' }

async function createHouse(ctx: Context): Promise<Record<RegionName, string>> {
  await createOrganisation(ctx, { name: 'Máy Việt', zone: 'Asia/Ho_Chi_Minh', demonstration: false })
  const ids = { ...noRegions }
  for (const name of Object.keys(regionsOfTests) as RegionName[]) {
    const region = { name, ...regionsOfTests[name], everyMonths: 3, anchor: '2026-01-31' }
    ids[name] = (await ensureRegion(ctx, region))._id
  }
  return ids
}

/** Time as it passes, for people who wait at a screen. It can be moved, and goes on from there. */
function realClock(): TestClock {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    set(instant) {
      ahead = Date.parse(instant) - Date.now()
    },
    advance(lapse) {
      const moved = testClock(new Date(0).toISOString())
      moved.advance(lapse)
      ahead += moved.now().getTime()
    },
  }
}

import { readConfig } from '@sixfold/api/config'
import { startServer } from '@sixfold/api/server'

// The server as a process of its own whose clock starts where the test says: contacts have their hours.

const { CLOCK_STARTS_AT = '', ...env } = process.env
const ahead = Date.parse(CLOCK_STARTS_AT) - Date.now()
const server = await startServer(readConfig(env, process.argv.slice(2)), {
  clock: { now: () => new Date(Date.now() + ahead) },
})
process.stdout.write(`Sixfold listens at ${server.url}\n`)
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))

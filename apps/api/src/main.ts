import { ConfigError, readConfig } from './config.ts'
import { startServer } from './server.ts'
import { startupMessage } from './startup-fault.ts'
import { announceAccess, prepareDemonstration } from './welcome.ts'

/** Starts Sixfold: one process, one port. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  const say = (line: string): void => console.log(line)
  const server = await startServer(config, { prepare: ctx => prepareDemonstration(ctx, say) })
  await announceAccess(server, say)

  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    server.close().then(
      () => process.exit(0),
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : startupMessage(error))
  process.exit(1)
})

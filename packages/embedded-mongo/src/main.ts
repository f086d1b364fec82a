import { parseArgs } from 'node:util'
import { serve } from './serve.ts'

const USAGE = `Usage: node src/main.ts --data DIR [--port N]

Serves the embedded database of a directory. Without --port it listens on a unix socket in that directory.`

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
    'expiry-ms': { type: 'string' },
  },
})

if (values.help) {
  console.log(USAGE)
} else if (values.data === undefined || (values.port !== undefined && !/^\d{1,5}$/.test(values.port))) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  try {
    const optional = (text: string | undefined) => (text === undefined ? undefined : Number(text))
    const served = await serve({
      dataDir: values.data,
      port: optional(values.port),
      expiryMs: optional(values['expiry-ms']),
    })
    const stop = async () => {
      await served.close()
      process.exit(0)
    }
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
    console.log(served.uri)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

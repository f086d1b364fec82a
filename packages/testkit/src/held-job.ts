import { readConfig } from '@sixfold/api/config'
import { openDatabase } from '@sixfold/api/db/connect'
import { startWorker } from '@sixfold/api/jobs/worker'
import { openContext } from '@sixfold/api/server'

// A worker in a process of its own, beside the server on the same database: it takes a job of the kind it is told and
// never ends it, until it is killed.

const [kind = ''] = process.argv.slice(2)
const config = readConfig(process.env, [])
const ctx = await openContext(config, {
  database: await openDatabase(config, { share: true }),
  clock: { now: () => new Date(process.env.CLOCK_STARTS_AT ?? '') },
})
startWorker(ctx, {
  [kind]: () => {
    process.stdout.write('holds\n')
    return new Promise(() => undefined)
  },
})

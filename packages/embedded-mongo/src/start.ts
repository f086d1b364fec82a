import { Worker } from 'node:worker_threads'
import type { ServeOptions } from './serve.ts'

export type StartOptions = Pick<ServeOptions, 'dataDir' | 'port' | 'expiryMs'> & {
  /** called if the database stops by itself; by default that ends the process, which is useless without it */
  onFailure?: (error: Error) => void
}

export type EmbeddedMongo = { uri: string; close: () => Promise<void> }

/** What the worker tells. */
export type WorkerMessage = { kind: 'ready'; uri: string } | { kind: 'failed'; message: string; name: string }

/**
 * Starts the embedded database in a worker thread.
 *
 * @throws Error saying who holds the data directory, that its format is newer, or that the port is taken
 * @example
 * const { uri, close } = await startEmbeddedMongo({ dataDir: './data/db' })
 * await mongoose.connect(uri)
 */
export function startEmbeddedMongo({ onFailure = fail, ...options }: StartOptions): Promise<EmbeddedMongo> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: options,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 },
  })
  const exited = new Promise<void>(resolve => worker.once('exit', () => resolve()))
  let closing = false
  const close = async () => {
    closing = true
    worker.ref()
    worker.postMessage('close')
    await exited
  }
  return new Promise((resolve, reject) => {
    let ready = false
    const report = (error: Error) => {
      if (closing) return
      closing = true
      if (ready) onFailure(error)
      else reject(error)
    }
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') {
        ready = true
        // The database alone does not keep the process running.
        worker.unref()
        resolve({ uri: message.uri, close })
      } else if (message.kind === 'failed')
        report(Object.assign(new Error(message.message), { name: message.name }))
    })
    worker.on('error', report)
    worker.on('exit', code => report(new Error(`the embedded database stopped with code ${code}`)))
  })
}

function fail(error: Error) {
  setImmediate(() => {
    throw error
  })
}

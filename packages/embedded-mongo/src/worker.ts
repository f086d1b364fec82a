import { parentPort, workerData } from 'node:worker_threads'
import { type ServeOptions, serve } from './serve.ts'
import type { WorkerMessage } from './start.ts'

const tell = (message: WorkerMessage) => parentPort?.postMessage(message)

try {
  const served = await serve(workerData as ServeOptions)
  parentPort?.once('message', async () => {
    await served.close()
    parentPort?.close()
  })
  tell({ kind: 'ready', uri: served.uri })
} catch (error) {
  const { message, name } = error as Error
  tell({ kind: 'failed', message, name })
}

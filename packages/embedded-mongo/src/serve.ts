import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { takeLock } from './lock.ts'
import { type Endpoint, MongoServer } from './server/server.ts'
import { Store } from './store/store.ts'

export type ServeOptions = {
  dataDir: string
  /** a port of 127.0.0.1 (0: any free one); without it a unix socket is used */
  port?: number | undefined
  /** how often expired documents are deleted */
  expiryMs?: number | undefined
  warn?: (line: string) => void
}

export type Served = { uri: string; close: () => Promise<void> }

/** Opens a data directory and serves it from this very thread. */
export async function serve({ dataDir, port, expiryMs, warn = console.warn }: ServeOptions): Promise<Served> {
  const directory = resolve(dataDir)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  chmodSync(directory, 0o700)
  const lock = await takeLock(directory)
  const undo: (() => unknown)[] = [() => lock.release()]
  try {
    const store = await Store.open(directory)
    undo.push(() => store.close())
    const { endpoint, remove } = chooseEndpoint(directory, port)
    undo.push(remove)
    const server = await MongoServer.listen({
      store,
      endpoint,
      warn,
      ...(expiryMs !== undefined && { expiryMs }),
    })
    undo.push(() => server.close())
    const uri = uriOf(endpoint, server.port)
    lock.publish(uri)
    return { uri, close: () => unwind(undo) }
  } catch (error) {
    await unwind(undo)
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new Error(`port ${port} of 127.0.0.1 is in use by another program; choose another one`)
      : error
  }
}

async function unwind(undo: (() => unknown)[]) {
  for (const step of undo.splice(0).reverse()) await step()
}

const MAX_SOCKET_PATH = 100

/** The socket lies in the data directory if its path is short and, as drivers demand, lower-case; otherwise in a private one. */
function chooseEndpoint(
  directory: string,
  port: number | undefined,
): { endpoint: Endpoint; remove: () => void } {
  if (port !== undefined || process.platform === 'win32')
    return { endpoint: { port: port ?? 0 }, remove: () => undefined }
  const near = join(directory, 'mongo.sock')
  if (isUsable(near)) return { endpoint: { socket: near }, remove: () => rmSync(near, { force: true }) }
  for (let attempt = 0; attempt < 200; attempt++) {
    const made = mkdtempSync(join(tmpdir(), 'sixfold-'))
    const far = join(made, 'mongo.sock')
    if (isUsable(far))
      return {
        endpoint: { socket: far },
        remove: () => rmSync(dirname(far), { recursive: true, force: true }),
      }
    rmSync(made, { recursive: true })
    if (!isUsable(join(tmpdir(), 'sixfold-aaaaaa', 'mongo.sock'))) break
  }
  return { endpoint: { port: 0 }, remove: () => undefined }
}

const isUsable = (path: string) => Buffer.byteLength(path) <= MAX_SOCKET_PATH && /^[a-z\d/._-]+$/.test(path)

function uriOf(endpoint: Endpoint, port: number | undefined): string {
  const host = 'socket' in endpoint ? encodeURIComponent(endpoint.socket) : `127.0.0.1:${port}`
  return `mongodb://${host}/sixfold?directConnection=true`
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { backupEmbeddedMongo, restoreEmbeddedMongo } from './backup.ts'
import { startEmbeddedMongo } from './start.ts'
import { FORMAT_KEY, openEnvironment } from './store/environment.ts'
import { Store } from './store/store.ts'
import { temporaryDirectory } from './test-store.ts'
import { encode } from './values/decode.ts'
import { verifyEmbeddedMongo } from './verify.ts'

// Every test here starts processes; a busy machine may take its time over that.
jest.setTimeout(60_000)

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

let directory: string
let remove: () => void
let running: ChildProcess[] = []

beforeEach(() => {
  const made = temporaryDirectory()
  directory = join(made.directory, 'data')
  remove = made.remove
  running = []
})
afterEach(async () => {
  for (const child of running)
    if (child.exitCode === null && child.signalCode === null) await end(child, 'SIGKILL')
  remove()
})

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  const exited = once(child, 'exit')
  child.kill(signal)
  return (await exited)[0] as number | null
}

/** Starts the server as a process of its own and waits for its first line, or for its end. */
async function launch(
  ...extra: string[]
): Promise<{ child: ChildProcess; uri: string; errors: string; code: number | null }> {
  return watch(spawn(process.execPath, [MAIN, '--data', directory, ...extra]))
}

async function watch(child: ChildProcess) {
  running.push(child)
  let uri = ''
  let errors = ''
  child.stderr?.on('data', chunk => {
    errors += String(chunk)
  })
  const line = new Promise<void>(resolve => {
    child.stdout?.on('data', chunk => {
      uri += String(chunk)
      if (uri.includes('\n')) resolve()
    })
  })
  await Promise.race([line, once(child, 'exit')])
  return { child, uri: uri.trim(), errors, code: child.exitCode }
}

const connect = (uri: string) => new MongoClient(uri, { serverSelectionTimeoutMS: 2000 }).connect()
const payload = (n: number) => `${n}:`.padEnd(50 + (n % 400), 'x')

describe('a killed process', () => {
  it('has lost nothing that was acknowledged, and torn nothing', async () => {
    const acknowledged: number[] = []
    let next = 0
    for (let round = 0; round < 4; round++) {
      const { child, uri } = await launch()
      const client = await connect(uri)
      const items = client.db().collection<{ _id: number; text: string; tags: string[] }>('items')
      await items.createIndexes([{ key: { text: 1 }, unique: true }, { key: { tags: 1, _id: -1 } }])
      let alive = true
      const writers = Array.from({ length: 8 }, async () => {
        while (alive) {
          const n = next++
          try {
            await items.insertOne({ _id: n, text: payload(n), tags: [`a${n % 3}`, `b${n % 5}`] })
            acknowledged.push(n)
          } catch {
            return
          }
        }
      })
      await new Promise(resolve => setTimeout(resolve, 200 + round * 60))
      await end(child, 'SIGKILL')
      alive = false
      await Promise.all(writers)
      await client.close()
    }
    const { child, uri } = await launch()
    const client = await connect(uri)
    const items = client.db().collection<{ _id: number; text: string }>('items')
    const stored = new Map((await items.find().toArray()).map(({ _id, text }) => [_id, text]))
    expect(acknowledged.length).toBeGreaterThan(50)
    expect(acknowledged.filter(n => stored.get(n) !== payload(n))).toEqual([])
    expect(await items.countDocuments({ tags: 'a1' })).toBe(
      [...stored.keys()].filter(n => n % 3 === 1).length,
    )
    await client.close()
    await end(child, 'SIGTERM')
    expect((await verifyEmbeddedMongo(directory)).findings).toEqual([])
  })
})

describe('starting', () => {
  it('stops cleanly on SIGTERM', async () => {
    const { child, uri } = await launch('--port', '0')
    expect(uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/sixfold\?directConnection=true$/)
    expect(await end(child, 'SIGTERM')).toBe(0)
    expect(existsSync(join(directory, 'embedded-mongo.lock'))).toBe(false)
  })

  it('tells a second process who has the directory', async () => {
    const first = await launch()
    const second = await launch()
    expect(second.code).toBe(1)
    expect(second.errors).toContain(
      `is in use by process ${first.child.pid}; it answers at ${first.uri}. Stop that process, or set MONGODB_URI`,
    )
    await expect(startEmbeddedMongo({ dataDir: directory })).rejects.toThrow(
      `in use by process ${first.child.pid}`,
    )
  })

  it('takes over from a dead process, even if its pid lives again', async () => {
    const { child } = await launch()
    await end(child, 'SIGKILL')
    const path = join(directory, 'embedded-mongo.lock')
    const lock = JSON.parse(readFileSync(path, 'utf8'))
    expect(lock.pid).toBe(child.pid)
    writeFileSync(path, JSON.stringify({ ...lock, pid: process.pid }))
    const server = await startEmbeddedMongo({ dataDir: directory })
    await server.close()
    writeFileSync(path, 'half a li')
    await (await startEmbeddedMongo({ dataDir: directory })).close()
  })

  it('lets only one of several starters in', async () => {
    const results = await Promise.all(Array.from({ length: 4 }, () => launch()))
    expect(results.filter(({ code }) => code === null).length).toBe(1)
    expect(results.filter(({ errors }) => errors.includes('is in use by process')).length).toBe(3)
  })

  it('leaves data of a newer format alone', async () => {
    await (await startEmbeddedMongo({ dataDir: directory })).close()
    const environment = await openEnvironment(directory)
    environment.root.transactionSync(() => environment.meta.putSync(FORMAT_KEY, encode({ format: 99 })))
    await environment.root.close()
    const before = readFileSync(join(directory, 'data.mdb'))
    await expect(startEmbeddedMongo({ dataDir: directory })).rejects.toThrow(
      'has format 99, but this release reads up to format 1',
    )
    await expect(verifyEmbeddedMongo(directory)).rejects.toThrow('format 99')
    expect(readFileSync(join(directory, 'data.mdb')).equals(before)).toBe(true)
  })

  it('says that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    await expect(startEmbeddedMongo({ dataDir: directory, port })).rejects.toThrow(
      `port ${port} of 127.0.0.1 is in use`,
    )
    other.close()
    await (await startEmbeddedMongo({ dataDir: directory })).close()
  })

  it('keeps data and socket private', async () => {
    const server = await startEmbeddedMongo({ dataDir: directory })
    const socket = decodeURIComponent(/mongodb:\/\/([^/]+)/.exec(server.uri)?.[1] ?? '')
    expect(statSync(directory).mode & 0o777).toBe(0o700)
    expect(statSync(socket).mode & 0o777).toBe(0o600)
    expect(socket).toBe(socket.toLowerCase())
    await server.close()
    expect(existsSync(socket)).toBe(false)
  })
})

describe('a full disk', () => {
  it('gives a clear error and damages nothing', async () => {
    const limited = `trap '' XFSZ; ulimit -f 4096; exec "${process.execPath}" "${MAIN}" --data "${directory}"`
    const { child, uri } = await watch(spawn('bash', ['-c', limited]))
    const client = await connect(uri)
    const items = client.db().collection('items')
    await items.createIndex({ n: 1 })
    const batch = (from: number) =>
      Array.from({ length: 200 }, (_, i) => ({ n: from + i, text: 'x'.repeat(2000) }))
    let stored = 0
    const failure = await (async () => {
      for (;;) {
        await items.insertMany(batch(stored))
        stored += 200
      }
    })().catch(error => error)
    expect(failure).toMatchObject({ code: 14031, codeName: 'OutOfDiskSpace' })
    expect(await items.countDocuments({ n: { $gte: 0 } })).toBe(stored)
    expect((await items.deleteMany({ n: { $lt: 400 } })).deletedCount).toBe(400)
    await items.insertOne({ n: -1 })
    await client.close()
    expect(await end(child, 'SIGTERM')).toBe(0)
    expect(await verifyEmbeddedMongo(directory)).toMatchObject({ documents: stored - 399, findings: [] })
  })
})

describe('backup, restore and verify', () => {
  it('copies a consistent state while writing goes on, and brings it back', async () => {
    const server = await startEmbeddedMongo({ dataDir: directory })
    const client = await connect(server.uri)
    const items = client.db().collection<{ _id: number; pair: number }>('items')
    await items.createIndex({ pair: 1 })
    let writing = true
    let written = 0
    const writer = (async () => {
      while (writing) {
        const docs = Array.from({ length: 20 }, (_, i) => ({ _id: written + i, pair: written }))
        await items.insertMany(docs)
        written += 20
      }
    })()
    const backups: string[] = []
    for (let i = 0; i < 3; i++) {
      await new Promise(resolve => setTimeout(resolve, 50))
      backups.push(`${directory}-backup${i}`)
      await backupEmbeddedMongo({ dataDir: directory, directory: backups.at(-1) as string })
    }
    writing = false
    await writer
    for (const backup of backups) {
      const { documents, findings } = await verifyEmbeddedMongo(backup)
      expect(findings).toEqual([])
      // A batch is one commit, so a backup holds whole batches.
      expect(documents % 20).toBe(0)
    }
    await expect(
      backupEmbeddedMongo({ dataDir: directory, directory: backups[0] as string }),
    ).rejects.toThrow('exists already')
    await expect(
      restoreEmbeddedMongo({ directory: backups[0] as string, dataDir: directory }),
    ).rejects.toThrow('in use')
    await client.close()
    await server.close()
    const last = await verifyEmbeddedMongo(backups[2] as string)
    await restoreEmbeddedMongo({ directory: backups[2] as string, dataDir: `${directory}-new` })
    await backupEmbeddedMongo({ dataDir: `${directory}-new`, directory: `${directory}-again` })
    expect(await verifyEmbeddedMongo(`${directory}-again`)).toEqual(last)
    await expect(
      restoreEmbeddedMongo({ directory: backups[2] as string, dataDir: `${directory}-new` }),
    ).rejects.toThrow('holds a database already')
  })

  it('finds what is wrong', async () => {
    const server = await startEmbeddedMongo({ dataDir: directory })
    const client = await connect(server.uri)
    const items = client.db().collection<{ _id: number; n: number }>('items')
    await items.createIndex({ n: 1 }, { unique: true })
    await items.insertMany(Array.from({ length: 10 }, (_, n) => ({ _id: n, n })))
    await client.close()
    await server.close()
    const store = await Store.open(directory)
    const { documents, entries, root } = store.environment
    const [first, second] = [...entries.getKeys({ limit: 2 })] as [Buffer, Buffer]
    const third = [...documents.getKeys({ limit: 3 })][2] as Buffer
    root.transactionSync(() => {
      entries.removeSync(first)
      documents.putSync(third, Buffer.from([9, 0, 0, 0, 99, 97, 0, 0, 0]))
      entries.putSync(Buffer.concat([Buffer.from([0, 0, 0, 99]), second]), third)
    })
    await store.close()
    const problems = (await verifyEmbeddedMongo(directory)).findings.map(({ problem }) => problem)
    expect(new Set(problems)).toEqual(new Set(['missing-entry', 'unreadable', 'stale-entry', 'orphan']))
  })
})

import { MongoError } from '../errors.ts'
import { giveWay, PAUSE, type Paused, type Work } from '../store/work.ts'
import { encodeBatch } from './wire.ts'

export type Documents = Iterator<Buffer | Paused>

type Cursor = {
  namespace: string
  documents: Documents
  work: Work
  peeked: Buffer | undefined
  usedAt: number
}
type Limits = { batchSize?: number | undefined; single?: boolean }

const FIRST_BATCH = 101
const MAX_BATCH_BYTES = 16 * 1024 * 1024
const MAX_CURSORS = 1000
const IDLE_MS = 10 * 60 * 1000

/** The reads whose results were not all fetched yet. */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>()
  private nextId = BigInt(Date.now()) * 1000n

  /** Answers with the first batch, and keeps the rest for `getMore`. */
  async start(
    namespace: string,
    documents: Documents,
    work: Work,
    { batchSize = FIRST_BATCH, single = false }: Limits = {},
  ) {
    const cursor: Cursor = { namespace, documents, work, peeked: undefined, usedAt: Date.now() }
    const { batch, done } = await readBatch(cursor, batchSize)
    if (done || single) {
      documents.return?.()
      return encodeBatch(namespace, 0n, 'firstBatch', batch)
    }
    if (this.open.size >= MAX_CURSORS) this.sweep(0)
    if (this.open.size >= MAX_CURSORS)
      throw new MongoError(261, 'TooManyOpenCursors', `more than ${MAX_CURSORS} cursors are open`)
    const id = this.nextId++
    this.open.set(id, cursor)
    return encodeBatch(namespace, id, 'firstBatch', batch)
  }

  async more(id: bigint, namespace: string, work: Work, batchSize = Number.POSITIVE_INFINITY) {
    const cursor = this.open.get(id)
    if (!cursor || cursor.namespace !== namespace)
      throw new MongoError(43, 'CursorNotFound', `cursor id ${id} not found`)
    this.open.delete(id)
    cursor.work = work
    const { batch, done } = await readBatch(cursor, batchSize)
    cursor.usedAt = Date.now()
    if (!done) this.open.set(id, cursor)
    return encodeBatch(cursor.namespace, done ? 0n : id, 'nextBatch', batch)
  }

  kill(id: bigint): boolean {
    this.open.get(id)?.documents.return?.()
    return this.open.delete(id)
  }

  /** Forgets cursors nobody has used for a while. */
  sweep(idleMs = IDLE_MS) {
    for (const [id, cursor] of this.open) if (Date.now() - cursor.usedAt > idleMs) this.kill(id)
  }
}

async function readBatch(cursor: Cursor, size: number): Promise<{ batch: Buffer[]; done: boolean }> {
  const batch: Buffer[] = []
  let bytes = 0
  for (;;) {
    const next = cursor.peeked ?? (await nextOf(cursor))
    cursor.peeked = undefined
    if (next === undefined) return { batch, done: true }
    if (batch.length >= size || (batch.length > 0 && bytes + next.length > MAX_BATCH_BYTES)) {
      cursor.peeked = next
      return { batch, done: false }
    }
    batch.push(next)
    bytes += next.length
  }
}

async function nextOf(cursor: Cursor): Promise<Buffer | undefined> {
  for (;;) {
    const { value, done } = cursor.documents.next()
    if (done) return undefined
    if (value !== PAUSE) return value
    await giveWay(cursor.work)
  }
}

import { MongoError, memoryExceeded } from '../errors.ts'
import { isArray, isDoc } from '../values/types.ts'

/** Stands between results where a long read lets other work go first. */
export const PAUSE = Symbol('pause')
export type Paused = typeof PAUSE

const STEPS_BETWEEN_PAUSES = 500
const MS_BETWEEN_PAUSES = 5
export const MAX_MS = 120_000
const MAX_BYTES = 64 * 1024 * 1024

/** The time and memory one operation may take. */
export class Work {
  private steps = 0
  private since = performance.now()
  private held = 0
  private readonly deadline: number
  private readonly isStopping: () => boolean
  examined = 0

  constructor(maxTimeMs = 0, isStopping: () => boolean = () => false) {
    this.isStopping = isStopping
    this.deadline = performance.now() + (maxTimeMs > 0 ? Math.min(maxTimeMs, MAX_MS) : MAX_MS)
  }

  /** Counts one document examined; true when it is time to pause. */
  step(): boolean {
    this.examined++
    if (++this.steps < STEPS_BETWEEN_PAUSES && (this.steps & 15) !== 0) return false
    const now = performance.now()
    if (now > this.deadline) throw new MongoError(50, 'MaxTimeMSExpired', 'operation exceeded time limit')
    if (this.isStopping()) throw new MongoError(11600, 'InterruptedAtShutdown', 'interrupted at shutdown')
    if (this.steps < STEPS_BETWEEN_PAUSES && now - this.since < MS_BETWEEN_PAUSES) return false
    this.steps = 0
    this.since = now
    return true
  }

  /** Called when work goes on after a pause. */
  resume() {
    this.since = performance.now()
  }

  /** Counts memory an operation holds on to. */
  hold(bytes: number, what: string) {
    this.held += bytes
    if (this.held > MAX_BYTES) throw memoryExceeded(what)
  }
}

/** Runs a read to its end, giving way at every pause. */
export async function collect<Item>(source: Iterable<Item | Paused>, work: Work): Promise<Item[]> {
  const items: Item[] = []
  for (const item of source)
    if (item === PAUSE) await giveWay(work)
    else items.push(item as Item)
  return items
}

export async function giveWay(work: Work) {
  await new Promise(resolve => setImmediate(resolve))
  work.resume()
}

/** The results of a read inside a write, which must not pause. */
export function* unpaused<Item>(source: Iterable<Item | Paused>): Generator<Item> {
  for (const item of source) if (item !== PAUSE) yield item as Item
}

/** A rough count of the bytes a value holds in memory. */
export function roughSize(value: unknown): number {
  if (typeof value === 'string') return 24 + value.length
  if (isArray(value)) return value.reduce<number>((sum, item) => sum + roughSize(item), 32)
  if (isDoc(value)) return Object.values(value).reduce<number>((sum, item) => sum + 24 + roughSize(item), 48)
  return typeof value === 'object' && value !== null ? 64 : 8
}

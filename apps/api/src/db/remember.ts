import type { Context } from '../context.ts'

interface Remembering<Which> {
  /** Absent: as long as there is room. */
  forMs?: number
  /** What was not asked for longest goes first. */
  most: number
  keyOf: (which: Which) => string
}

export interface Remembered<Which, Value> {
  (ctx: Context, which: Which): Promise<Value>
  /** After a change here, which is seen at once. */
  forget: (ctx: Context, which: Which) => void
}

/**
 * Keeps what was read, in this process. Whoever asks while a read is under way shares it; neither a failure nor null is kept.
 *
 * @example const recentWave = remember({ forMs: 1000, most: 500, keyOf: (id: string) => id }, findWave)
 */
export function remember<Which, Value>(
  { forMs = Number.POSITIVE_INFINITY, most, keyOf }: Remembering<Which>,
  read: (ctx: Context, which: Which) => Promise<Value>,
): Remembered<Which, Value> {
  interface Kept {
    until: number
    value: Promise<Value>
  }
  const memories = new WeakMap<Context['db'], Map<string, Kept>>()
  const memoryOf = ({ db }: Context) => {
    const memory = memories.get(db) ?? new Map<string, Kept>()
    memories.set(db, memory)
    return memory
  }

  const remembered = (ctx: Context, which: Which): Promise<Value> => {
    const memory = memoryOf(ctx)
    const key = keyOf(which)
    const before = memory.get(key)
    const isFresh = before !== undefined && before.until > performance.now()
    const kept = isFresh ? before : { until: performance.now() + forMs, value: read(ctx, which) }
    memory.delete(key)
    memory.set(key, kept)
    if (!isFresh) {
      const drop = () => {
        if (memory.get(key) === kept) memory.delete(key)
      }
      kept.value.then(value => value === null && drop(), drop)
    }
    const [oldest] = memory.keys()
    if (memory.size > most && oldest !== undefined) memory.delete(oldest)
    return kept.value
  }
  return Object.assign(remembered, {
    forget: (ctx: Context, which: Which) => void memoryOf(ctx).delete(keyOf(which)),
  })
}

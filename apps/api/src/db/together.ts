import type { Context } from '../context.ts'

/** Items of one write: what it carries stays small. */
const MOST_AT_ONCE = 500

/**
 * Makes one write of what many requests ask for at the same time: while one is under way the next gathers. Each caller
 * is answered when its own item is written, or with the failure of the write that carried it.
 *
 * @example const keep = together<Row>((ctx, rows) => storeRows(ctx, rows)); await keep(ctx, row)
 */
export function together<Item>(
  write: (ctx: Context, items: Item[]) => Promise<void>,
): (ctx: Context, item: Item) => Promise<void> {
  interface Waiting {
    item: Item
    done: () => void
    failed: (error: unknown) => void
  }
  const queues = new WeakMap<Context, Waiting[]>()

  return (ctx, item) =>
    new Promise<void>((done, failed) => {
      const waiting = { item, done, failed }
      const queue = queues.get(ctx)
      if (queue) queue.push(waiting)
      else {
        const fresh = [waiting]
        queues.set(ctx, fresh)
        void workOff(ctx, fresh)
      }
    })

  async function workOff(ctx: Context, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, MOST_AT_ONCE)
      try {
        await write(
          ctx,
          batch.map(({ item }) => item),
        )
        for (const { done } of batch) done()
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    queues.delete(ctx)
  }
}

/**
 * Makes one read of what many requests look for at the same time. Each is answered by a read that began after it asked.
 *
 * @example const contactBehind = readTogether(findContacts); await contactBehind(ctx, id) // null: there is none
 */
export function readTogether<Value>(
  read: (ctx: Context, keys: string[]) => Promise<ReadonlyMap<string, Value>>,
): (ctx: Context, key: string) => Promise<Value | null> {
  const gather = together<{ key: string; take: (value: Value | null) => void }>(async (ctx, items) => {
    const found = await read(ctx, [...new Set(items.map(({ key }) => key))])
    for (const { key, take } of items) take(found.get(key) ?? null)
  })
  return async (ctx, key) => {
    let value: Value | null = null
    await gather(ctx, {
      key,
      take: found => {
        value = found
      },
    })
    return value
  }
}

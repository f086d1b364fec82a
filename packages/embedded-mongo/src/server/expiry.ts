import type { Collection, Index } from '../store/catalogue.ts'
import type { Store } from '../store/store.ts'
import { unpaused, Work } from '../store/work.ts'

const AT_ONCE = 500

/** Deletes what TTL indexes say has had its time, again and again. The result stops it. */
export function startExpiry(
  store: Store,
  everyMs: number,
  warn: (line: string) => void,
): () => Promise<void> {
  let running = Promise.resolve()
  let stopped = false
  const timer = setInterval(() => {
    running = running
      .then(() => expire(store, () => stopped))
      .catch(error => warn(`deleting expired documents failed: ${String(error)}`))
  }, everyMs).unref()
  return () => {
    stopped = true
    clearInterval(timer)
    return running
  }
}

async function expire(store: Store, isStopped: () => boolean) {
  for (const collection of store.catalogue.all())
    for (const index of collection.indexes)
      if (index.expireAfterSeconds !== undefined)
        while (!isStopped() && (await expireSome(store, collection, index)) === AT_ONCE);
}

/** A date array expires by its earliest date, which the comparison finds too. */
async function expireSome(store: Store, collection: Collection, index: Index): Promise<number> {
  const path = index.fields[0]?.path ?? ''
  const limit = new Date(Date.now() - (index.expireAfterSeconds ?? 0) * 1000)
  const request = { filter: { [path]: { $lt: limit } }, limit: AT_ONCE }
  if (collection.dropped || index.dropped) return 0
  const [candidate] = [...unpaused(store.find(collection, { ...request, limit: 1 }, new Work()))]
  if (!candidate) return 0
  return store.write(({ documents }) => {
    if (collection.dropped || index.dropped) return 0
    const found = [...unpaused(store.find(collection, request, new Work()))]
    for (const document of found) documents.remove(collection, document)
    return found.length
  })
}

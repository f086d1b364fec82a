import { readFileSync } from 'node:fs'
import type { Environment } from './environment.ts'

/** How much of the file may stay mapped into the process. */
const MOST_BYTES = 64 * 1024 * 1024
const LOOK_EVERY_MS = 1000

/**
 * Keeps the memory that the map of the file takes within bounds. LMDB never lets go of a page it has read: in time the
 * whole file would count as memory of the process. Opened anew the map is empty; the pages stay in the system's file
 * cache, where whoever needs memory more may have it. The result stops it.
 */
export function boundMapped(environment: Environment, isInUse: () => boolean): () => void {
  const start = mappedBytes()
  if (start === undefined) return () => undefined
  const timer = setInterval(() => {
    if (!isInUse() && (mappedBytes() ?? 0) - start > MOST_BYTES) environment.reopen()
  }, LOOK_EVERY_MS).unref()
  return () => clearInterval(timer)
}

/** Bytes of files that are in the memory of this process through maps; undefined where the system does not tell. */
export function mappedBytes(): number | undefined {
  try {
    const kilobytes = /^RssFile:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
  } catch {
    return undefined
  }
}

import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A new folder of one's own outside the project; `remove` takes all of it away. `inMemory`: where the system has room
 * for it there, for tests whose data need not outlive a power cut.
 */
export function temporaryFolder(name: string, { inMemory = false } = {}): { path: string; remove(): void } {
  const path = mkdtempSync(join(inMemory && hasRoom(MEMORY) ? MEMORY : tmpdir(), `sixfold-${name}-`))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) }
}

/** Where Linux keeps files in memory: a commit there does not wait for a disk. */
const MEMORY = '/dev/shm'
/** Containers may have as little as 64 MB. */
const ENOUGH_BYTES = 2 ** 30

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= ENOUGH_BYTES
  } catch {
    return false
  }
}

import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { sendCommand } from './client.ts'
import { liveHolder, takeLock } from './lock.ts'
import { copyStore, syncToDisk } from './store/copy.ts'
import { dataFile, openEnvironment } from './store/environment.ts'

/**
 * Copies the database of a data directory into a new directory: through the process that serves it, if there is one,
 * while that goes on working; otherwise by itself.
 *
 * @throws Error if there is no database, the target exists, or the disk is full (then no target is left)
 * @example
 * await backupEmbeddedMongo({ dataDir: './data/db', directory: './backups/2026-07-01' })
 */
export async function backupEmbeddedMongo({
  dataDir,
  directory,
}: {
  dataDir: string
  directory: string
}): Promise<void> {
  const target = resolve(directory)
  const source = resolve(dataDir)
  if (!existsSync(dataFile(source))) throw new Error(`there is no database in ${source}`)
  const holder = await liveHolder(source)
  if (holder?.uri) {
    await sendCommand(holder.uri, { sixfoldBackup: target, $db: 'admin' })
    return
  }
  const lock = await takeLock(source)
  try {
    const environment = await openEnvironment(source)
    await copyStore(environment, target).finally(() => environment.root.close())
  } finally {
    lock.release()
  }
}

/**
 * Puts a backup into a data directory that has no database yet.
 *
 * @throws Error if there is no backup, or the data directory has a database already
 */
export async function restoreEmbeddedMongo({
  directory,
  dataDir,
}: {
  directory: string
  dataDir: string
}): Promise<void> {
  const source = dataFile(resolve(directory))
  const target = resolve(dataDir)
  if (!existsSync(source)) throw new Error(`there is no backup in ${directory}`)
  mkdirSync(target, { recursive: true, mode: 0o700 })
  const lock = await takeLock(target)
  try {
    if (existsSync(dataFile(target)))
      throw new Error(`${target} holds a database already; restore into an empty directory`)
    copyFileSync(source, dataFile(target))
    syncToDisk(dataFile(target))
    syncToDisk(target)
  } finally {
    lock.release()
  }
}

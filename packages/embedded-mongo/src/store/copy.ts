import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, isAbsolute } from 'node:path'
import { badValue } from '../errors.ts'
import { dataFile, diskError, type Environment } from './environment.ts'

/**
 * Copies the store, as it is at this moment, into a directory that does not exist yet, while writes go on. The
 * directory appears only when the copy is complete and on the disk.
 */
export async function copyStore({ root }: Environment, directory: string): Promise<void> {
  if (!isAbsolute(directory)) throw badValue('the directory of a backup must be an absolute path')
  if (existsSync(directory)) throw badValue(`${directory} exists already; a backup goes into a new directory`)
  const partial = `${directory}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true, mode: 0o700 })
  try {
    await root.backup(partial, true)
    syncToDisk(dataFile(partial))
    renameSync(partial, directory)
    syncToDisk(dirname(directory))
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw diskError(error)
  }
}

export function syncToDisk(path: string) {
  // Windows knows no handles on directories.
  if (process.platform === 'win32' && !path.endsWith('.mdb')) return
  const file = openSync(path, path.endsWith('.mdb') ? 'r+' : 'r')
  fsyncSync(file)
  closeSync(file)
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readConfig } from '@sixfold/api/config'
import { buildIndexes } from '@sixfold/api/db/collection'
import { openDatabase } from '@sixfold/api/db/connect'
import { temporaryFolder } from './temporary-folder.ts'

let empty: Promise<Buffer> | undefined

/**
 * Puts into a data directory what a first start leaves in its database: every index and no document. Made once in this
 * process, by the product: its many indexes are most of the work of a start.
 */
export async function putEmptyDatabase(dataDir: string): Promise<void> {
  empty ??= makeEmptyDatabase()
  const content = await empty
  mkdirSync(dirname(fileIn(dataDir)), { recursive: true, mode: 0o700 })
  writeFileSync(fileIn(dataDir), content)
}

async function makeEmptyDatabase(): Promise<Buffer> {
  const folder = temporaryFolder('empty', { inMemory: true })
  const database = await openDatabase(readConfig({ NODE_ENV: 'test', DATA_DIR: folder.path }, ['--empty']))
  await buildIndexes(database.connection)
  await database.close()
  const content = readFileSync(fileIn(folder.path))
  folder.remove()
  return content
}

const fileIn = (dataDir: string) => join(dataDir, 'db', 'data.mdb')

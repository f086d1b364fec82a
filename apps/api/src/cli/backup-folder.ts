import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { CommandFailed } from './command.ts'

/** A backup folder holds `db/`, `secret-key` where the key was made by Sixfold, and `manifest.json` with a hash of each file. */
const manifestSchema = z.object({
  format: z.literal(1),
  createdAt: z.string(),
  files: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof manifestSchema>

const MANIFEST = 'manifest.json'

/** Backup and restore are the embedded database's; a MongoDB has better tools of its own. */
export function refuseMongo(config: Config): void {
  if (config.mongodbUri)
    throw new CommandFailed(
      'MONGODB_URI is set: this command is for the embedded database. Use mongodump and mongorestore, or your provider’s snapshots.',
    )
}

export async function writeManifest(folder: string, createdAt: Date): Promise<Manifest> {
  const manifest: Manifest = { format: 1, createdAt: createdAt.toISOString(), files: await hashFiles(folder) }
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}

/** Reads the manifest and compares every file with it; throws {@link CommandFailed} naming what differs. */
export async function checkManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null)
  if (text === null) throw new CommandFailed(`${folder} is no backup: it has no ${MANIFEST}.`)
  const parsed = manifestSchema.safeParse(readJson(text))
  if (!parsed.success)
    throw new CommandFailed(`${folder}/${MANIFEST} cannot be read, or is of a newer format.`)
  const found = await hashFiles(folder)
  const names = new Set([...Object.keys(parsed.data.files), ...Object.keys(found)])
  const faults = [...names].filter(name => parsed.data.files[name]?.sha256 !== found[name]?.sha256)
  if (faults.length > 0)
    throw new CommandFailed(`The backup is damaged: ${faults.join(', ')} changed, missing or added.`)
  return parsed.data
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function hashFiles(folder: string): Promise<Manifest['files']> {
  const files: Manifest['files'] = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path)
    if (!entry.isFile() || name === MANIFEST) continue
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    files[name] = { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
  }
  return files
}

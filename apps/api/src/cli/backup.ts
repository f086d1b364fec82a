import { existsSync } from 'node:fs'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { backupEmbeddedMongo } from '@sixfold/embedded-mongo/backup'
import { systemClock } from '../context.ts'
import { refuseMongo, writeManifest } from './backup-folder.ts'
import type { Command } from './command.ts'
import { CommandFailed, UsageError } from './command.ts'

export const backup: Command = {
  usage: 'backup DIR',
  summary: 'Copy everything into a new folder, also while Sixfold runs',
  help: `Takes one consistent moment of the database, and the key that Sixfold made for itself. DIR must not exist yet.
Whoever has the folder can read everything: keep it as safe as the data directory. Check it with verify-backup.`,
  async run({ config, say }, [target]) {
    if (!target) throw new UsageError('Name the folder to create.')
    refuseMongo(config)
    const folder = resolve(target)
    if (existsSync(folder))
      throw new CommandFailed(`${folder} exists already; a backup goes into a new folder.`)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    try {
      await backupEmbeddedMongo({ dataDir: join(config.dataDir, 'db'), directory: join(folder, 'db') })
      const key = join(config.dataDir, 'secret-key')
      if (!config.secretKey && existsSync(key)) await copyFile(key, join(folder, 'secret-key'))
      const { files } = await writeManifest(folder, systemClock.now())
      const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0)
      say(`Backed up ${Math.ceil(bytes / 1e6)} MB into ${folder}`)
    } catch (error) {
      // Half a backup must not look like one.
      await rm(folder, { recursive: true, force: true })
      throw error instanceof CommandFailed ? error : new CommandFailed(`No backup was made: ${reason(error)}`)
    }
  },
}

export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

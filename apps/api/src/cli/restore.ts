import { existsSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { restoreEmbeddedMongo } from '@sixfold/embedded-mongo/backup'
import { reason } from './backup.ts'
import { checkManifest, refuseMongo } from './backup-folder.ts'
import type { Command } from './command.ts'
import { CommandFailed, UsageError } from './command.ts'

export const restore: Command = {
  usage: 'restore DIR',
  summary: 'Put a backup into an empty data directory',
  help: 'DATA_DIR names where to; it must hold no database yet. The backup is checked first and stays as it is.',
  async run({ config, say }, [source]) {
    if (!source) throw new UsageError('Name the folder of the backup.')
    refuseMongo(config)
    const folder = resolve(source)
    const { createdAt } = await checkManifest(folder)
    const key = join(config.dataDir, 'secret-key')
    if (existsSync(join(config.dataDir, 'db')) || existsSync(key))
      throw new CommandFailed(
        `${config.dataDir} is not empty. Restore into an empty data directory: DATA_DIR=... `,
      )
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
    try {
      await restoreEmbeddedMongo({ directory: join(folder, 'db'), dataDir: join(config.dataDir, 'db') })
      if (existsSync(join(folder, 'secret-key'))) await copyFile(join(folder, 'secret-key'), key)
    } catch (error) {
      throw new CommandFailed(`The backup could not be restored: ${reason(error)}`)
    }
    say(`${config.dataDir} holds the state of ${createdAt}. Start Sixfold with npm start.`)
  },
}

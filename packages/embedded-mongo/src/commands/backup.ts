import { badValue, MongoError } from '../errors.ts'
import type { Command } from './command.ts'

/** `{ sixfoldBackup: '/new/directory' }`, on the database admin. */
const sixfoldBackup: Command = {
  accepts: [],
  async run({ sixfoldBackup: directory }, { store, database }) {
    if (database !== 'admin')
      throw new MongoError(13, 'Unauthorized', 'sixfoldBackup may only be run against the admin database.')
    if (typeof directory !== 'string') throw badValue('sixfoldBackup needs the path of a directory')
    await store.copy(directory)
    return { directory }
  },
}

export const backupCommands: Record<string, Command> = { sixfoldBackup }

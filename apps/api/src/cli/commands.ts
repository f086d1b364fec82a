import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { createAdmin } from './create-admin.ts'
import { doctor } from './doctor.ts'
import { eraseContactCommand } from './erase-contact.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { readMailReturns } from './read-mail-returns.ts'
import { rebuildScoreboards } from './rebuild-scoreboards.ts'
import { restore } from './restore.ts'
import { verifyBackup } from './verify-backup.ts'

/** By the first word of the call. */
export const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  export: exportCommand,
  'create-admin': createAdmin,
  backup,
  restore,
  'verify-backup': verifyBackup,
  'read-mail-returns': readMailReturns,
  'rebuild-scoreboards': rebuildScoreboards,
  'erase-contact': eraseContactCommand,
  doctor,
}

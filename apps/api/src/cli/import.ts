import { existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { importFile } from '../features/imports/service.ts'
import type { Command } from './command.ts'
import { CommandFailed, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

const SHOWN_FAULTS = 20

export const importCommand: Command = {
  usage: 'import accounts|contacts FILE.csv [--skip-faulty] [--create-regions]',
  summary: 'Import accounts and contacts from a CSV file',
  help: `One file may hold accounts and their contacts; docs/import.md lists the columns. With faults nothing is imported
and every fault is listed; --skip-faulty imports the rest and writes the faulty lines beside the file.
--create-regions creates the regions that the file names and that do not exist.`,
  options: { 'skip-faulty': { type: 'boolean' }, 'create-regions': { type: 'boolean' } },
  async run(terminal, [kind, file], options) {
    if ((kind !== 'accounts' && kind !== 'contacts') || !file)
      throw new UsageError('Say what to import, and from which file.')
    const path = resolve(file)
    if (!existsSync(path)) throw new CommandFailed(`${path} does not exist.`)
    const choice = {
      skipFaulty: options['skip-faulty'] === true,
      createRegions: options['create-regions'] === true,
    }
    await withContext(terminal, async ctx => {
      const { run, faultyLines } = await importFile(
        ctx,
        { path, language: 'en', ...choice },
        ({ done, rows }) => terminal.progress(`${done} of ${rows} rows`),
      )
      for (const { line, column, value, reason } of run.faults.slice(0, SHOWN_FAULTS))
        terminal.say(`  line ${line}, ${column} "${value}": ${reason}`)
      if (run.faultCount > SHOWN_FAULTS) terminal.say(`  and ${run.faultCount - SHOWN_FAULTS} more faults`)
      if (run.state !== 'done')
        throw new CommandFailed(
          `Nothing was imported: ${run.faultCount} faults. Mend them, or use --skip-faulty.`,
        )
      if (run.faultCount > 0) {
        await copyFile(faultyLines, `${path}.faulty.csv`)
        terminal.say(`The faulty lines are in ${path}.faulty.csv`)
      }
      terminal.say(
        `Accounts: ${run.accountsCreated} new, ${run.accountsUpdated} updated. Contacts: ${run.contactsCreated} new, ${run.contactsUpdated} updated.`,
      )
    })
  },
}

import { existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ImportRun } from '@sixfold/contract/imports'
import { importKinds } from '@sixfold/domain/customers/import-columns'
import { importFile } from '../features/house/imports/service.ts'
import type { Command } from './command.ts'
import { CommandFailed, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

const SHOWN_FAULTS = 20

export const importCommand: Command = {
  usage:
    'import accounts|contacts|installations|deals FILE.csv [--skip-faulty] [--create-regions] [--create-products]',
  summary: 'Import accounts, contacts, what accounts bought, or deals, from a CSV file',
  help: `A file of contacts may hold their accounts, too; docs/import.md lists the columns of each kind. With faults nothing is
imported and every fault is listed; --skip-faulty imports the rest and writes the faulty lines beside the file.
--create-regions and --create-products create what the file names and what does not exist.
Exits 0 when the file was imported, 1 when it was not, 2 when the words of the call are off.`,
  options: {
    'skip-faulty': { type: 'boolean' },
    'create-regions': { type: 'boolean' },
    'create-products': { type: 'boolean' },
  },
  async run(terminal, [word, file], options) {
    const kind = importKinds.find(one => one === word)
    if (!kind || !file) throw new UsageError('Say what to import, and from which file.')
    const path = resolve(file)
    if (!existsSync(path)) throw new CommandFailed(`${path} does not exist.`)
    const choice = {
      skipFaulty: options['skip-faulty'] === true,
      createRegions: options['create-regions'] === true,
      createProducts: options['create-products'] === true,
    }
    await withContext(terminal, async ctx => {
      const { run, faultyLines } = await importFile(
        ctx,
        { path, kind, language: 'en', ...choice },
        progress => terminal.progress(progressOf(progress)),
      )
      for (const { line, column, value, reason } of run.faults.slice(0, SHOWN_FAULTS))
        terminal.say(`  line ${line}, ${column} "${value}": ${reason}`)
      if (run.faultCount > SHOWN_FAULTS) terminal.say(`  and ${faults(run.faultCount - SHOWN_FAULTS)} more`)
      if (run.state !== 'done') throw new CommandFailed(refusalOf(run))
      if (run.faultCount > 0) {
        await copyFile(faultyLines, `${path}.faulty.csv`)
        terminal.say(`The faulty lines are in ${path}.faulty.csv`)
      }
      terminal.say(resultOf(run))
    })
  },
}

function progressOf({ state, rows, done, faultyRows }: ImportRun): string {
  return state === 'reading' ? `${rows} rows checked` : `${done} of ${rows - faultyRows} rows`
}

function refusalOf({ state, faultCount }: ImportRun): string {
  if (state === 'failed')
    return 'The import failed. What was written until then stays; importing again completes it.'
  return `Nothing was imported: ${faults(faultCount)}. Mend the file, or use --skip-faulty.`
}

const faults = (count: number) => (count === 1 ? '1 fault' : `${count} faults`)

function resultOf(run: ImportRun): string {
  const parts = (['accounts', 'contacts', 'installations', 'deals'] as const).flatMap(kind => {
    const [made, changed] = [run[`${kind}Created`], run[`${kind}Updated`]]
    return made + changed > 0 ? `${capital(kind)}: ${made} new, ${changed} updated.` : []
  })
  if (run.productsCreated.length > 0) parts.push(`Products created: ${run.productsCreated.length}.`)
  if (run.marked > 0) parts.push(`With a value that cannot be true: ${run.marked}.`)
  if (parts.length > 0) return parts.join(' ')
  return run.rows > 0 ? 'Nothing was imported: every line is faulty.' : 'The file has no rows.'
}

const capital = (word: string) => word[0]?.toUpperCase() + word.slice(1)

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { importKinds } from '@sixfold/domain/customers/import-columns'
import { exportLines } from '../features/customers/customer-exports/service.ts'
import type { Command } from './command.ts'
import { UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const exportCommand: Command = {
  usage: 'export accounts|contacts|installations|deals FILE.csv',
  summary: 'Write accounts, contacts, what accounts bought, or deals, into a CSV file',
  help: `The file has the columns of an import (docs/import.md) without consents, in UTF-8 with a mark, and can be imported again.
Cells that a spreadsheet would run as a formula begin with an apostrophe. A file that exists is replaced once the
export is complete. Exits 0 when the file was written, 1 when it was not, 2 when the words of the call are off.`,
  async run(terminal, [word, file]) {
    const kind = importKinds.find(one => one === word)
    if (!kind || !file) throw new UsageError('Say what to export, and into which file.')
    const path = resolve(file)
    const partial = `${path}.partial`
    await withContext(terminal, async ctx => {
      // Readable by its owner alone: it is full of persons.
      const stream = createWriteStream(partial, { mode: 0o600 })
      await once(stream, 'open')
      let rows = -1
      try {
        stream.write('\uFEFF')
        for await (const lines of exportLines(ctx, kind)) {
          if (!stream.write(`${lines.join('\r\n')}\r\n`)) await once(stream, 'drain')
          rows += lines.length
          terminal.progress(`${rows} rows`)
        }
        stream.end()
        await finished(stream)
        await rename(partial, path)
      } catch (error) {
        stream.destroy()
        await rm(partial, { force: true })
        throw error
      }
      terminal.say(`${rows} rows are in ${path}`)
    })
  },
}

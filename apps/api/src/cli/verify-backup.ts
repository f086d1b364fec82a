import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { restoreEmbeddedMongo } from '@sixfold/embedded-mongo/backup'
import { verifyEmbeddedMongo } from '@sixfold/embedded-mongo/verify'
import { checkScoreboard } from '../features/results/scoreboards/service.ts'
import { waveSummaries } from '../features/waves/waves/service.ts'
import { checkManifest, refuseMongo } from './backup-folder.ts'
import type { Command, Terminal } from './command.ts'
import { CommandFailed, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const verifyBackup: Command = {
  usage: 'verify-backup DIR',
  summary: 'Prove that a backup is whole and consistent',
  help: `Compares every file with its hash, recomputes every index of the database, and counts every scoreboard anew from
the responses. Works on a copy in the temporary directory; neither the backup nor the data directory is touched.`,
  async run(terminal, [source]) {
    if (!source) throw new UsageError('Name the folder of the backup.')
    refuseMongo(terminal.config)
    const folder = resolve(source)
    const { createdAt, files } = await checkManifest(folder)
    terminal.say(`Files: ${Object.keys(files).length} as written at ${createdAt}`)
    await withCopy(terminal, folder, async copy => {
      await verifyDatabase(copy)
      await verifyContent(copy)
    })
    terminal.say('The backup is good.')
  },
}

async function verifyDatabase({ config, say }: Terminal): Promise<void> {
  const { collections, documents, entries, findings } = await verifyEmbeddedMongo(join(config.dataDir, 'db'))
  for (const { problem, namespace = '', detail } of findings) say(`  ${problem} ${namespace}: ${detail}`)
  if (findings.length > 0) throw new CommandFailed(`The database has ${findings.length} faults.`)
  say(`Database: ${collections} collections, ${documents} documents, ${entries} index entries agree`)
}

async function verifyContent(copy: Terminal): Promise<void> {
  await withContext(copy, async ctx => {
    const waves = await waveSummaries(ctx)
    let responses = 0
    for (const { id } of waves) {
      const { agrees, counted } = await checkScoreboard(ctx, id)
      if (!agrees) throw new CommandFailed(`The scoreboard of wave ${id} does not agree with its responses.`)
      responses += counted
    }
    copy.say(`Scoreboards: ${waves.length} waves with ${responses} responses, counted anew, agree`)
  })
}

async function withCopy(
  terminal: Terminal,
  folder: string,
  work: (copy: Terminal) => Promise<void>,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sixfold-verify-'))
  try {
    await restoreEmbeddedMongo({ directory: join(folder, 'db'), dataDir: join(dataDir, 'db') })
    if (existsSync(join(folder, 'secret-key')))
      await copyFile(join(folder, 'secret-key'), join(dataDir, 'secret-key'))
    await work({ ...terminal, config: { ...terminal.config, dataDir } })
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

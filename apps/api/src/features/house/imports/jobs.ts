import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { faultGroups } from '@sixfold/domain/customers/fault-groups'
import type { ImportKind } from '@sixfold/domain/customers/import-columns'
import { csvLine } from '@sixfold/domain/text/csv-safe'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import type { CustomerFile } from '../../../csv/customer-file.ts'
import { openCustomerFile } from '../../../csv/customer-file.ts'
import type { ImportCounts, Importer } from '../../../csv/importer.ts'
import type { CsvRow } from '../../../csv/rows.ts'
import { OpenQuoteError } from '../../../csv/rows.ts'
import { isUnreachable } from '../../../db/faults.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { searchSoon } from '../../customers/duplicates/service.ts'
import { customerImporter } from '../../customers/import-customers/service.ts'
import { installationImporter } from '../../customers/import-installations/service.ts'
import { dealImporter } from '../../evidence/import-deals/service.ts'
import { record } from '../audit/service.ts'
import { emitEvent } from '../webhooks/service.ts'
import { announce, sayFault } from './live.ts'
import type { ImportRow, KeptFault } from './store.ts'
import { changeImport, findImport, pathOf, readFaults, readImportFile, removeImportFile } from './store.ts'
import { importWords } from './words.ts'

/** Rows that are checked or written together. */
const PART = 500
const FAULTS_SHOWN = 100
const GROUPS_SHOWN = 30

const importers: Readonly<Record<ImportKind, Importer>> = {
  accounts: customerImporter,
  contacts: customerImporter,
  installations: installationImporter,
  deals: dealImporter,
}

export type OnProgress = (run: ImportRow) => void

const payloadSchema = z.object({ id: z.string() })

export const importJobs: JobHandlers = {
  'customers.import': (ctx, payload) => {
    const { id } = payloadSchema.parse(payload)
    return carryOutImport(ctx, id, () => undefined)
  },
}

/** The import was cancelled, or somebody else ended it. */
class Stopped extends Error {
  override name = 'Stopped'
}

/**
 * Reads, checks and writes a file. After a crash it is simply carried out again: writing goes by external ids, and which lines
 * are faulty was settled before the first was written.
 */
export async function carryOutImport(ctx: Context, id: string, onProgress: OnProgress): Promise<void> {
  const run = await findImport(ctx, id)
  if (!run || (run.state !== 'reading' && run.state !== 'writing')) return
  try {
    const bytes = await readImportFile(ctx, id, 'source')
    if (!bytes) throw new Error('the uploaded file is not in the data directory of this process')
    const file = await openCustomerFile(bytes, run.kind)
    const step = { ctx, run, file, onProgress }
    const ready = run.state === 'reading' ? await check(step) : run
    if (ready.state === 'writing') await write({ ...step, run: ready })
  } catch (error) {
    if (error instanceof Stopped) await removeImportFile(ctx, id, 'source')
    else if (isUnreachable(error)) throw error
    else {
      ctx.log.error({ err: error, import: id }, 'an import failed')
      await end({ ctx, run, onProgress }, { state: 'failed' })
    }
  }
}

interface Step {
  ctx: Context
  run: ImportRow
  file: CustomerFile
  onProgress: OnProgress
}

/** The first pass: every row is checked, every fault kept, nothing is written. */
async function check(step: Step): Promise<ImportRow> {
  const { ctx, run, file } = step
  const rules = await importers[run.kind].openCheck(ctx, run, file.header.columns)
  const faultsFile = createWriteStream(pathOf(ctx, run._id, 'faults'), { mode: 0o600 })
  const linesFile = createWriteStream(pathOf(ctx, run._id, 'faulty-lines'), { mode: 0o600 })
  const say = importWords(run.language)
  linesFile.write(`\uFEFF${csvLine([...file.headings, say('fault_heading')])}\n`)
  const shown: KeptFault[] = []
  const groups = faultGroups<KeptFault['column'], KeptFault['fault']>([
    'unknown_region',
    'unknown_product',
    'unknown_owner',
    'unknown_competitor',
  ])
  let rows = 0
  let faultCount = 0
  let faultyRows = 0
  const keep = (faults: readonly KeptFault[], row?: CsvRow) => {
    for (const fault of faults) faultsFile.write(`${JSON.stringify(fault)}\n`)
    shown.push(...faults.slice(0, FAULTS_SHOWN - shown.length))
    for (const fault of faults) groups.add(fault)
    faultCount += faults.length
    if (!row || faults.length === 0) return
    faultyRows += 1
    const reasons = faults.map(fault => sayFault(say, fault)).join(' ')
    const cells = file.headings.map((_, index) => row.cells[index] ?? '')
    linesFile.write(`${csvLine([...cells, reasons])}\n`)
  }

  keep(file.faults.map(fault => ({ ...fault, value: '' })))
  let isBroken = file.faults.length > 0
  if (!isBroken)
    try {
      for await (const part of inParts(file.rows())) {
        const found = await rules.check(part)
        for (const [at, row] of part.entries())
          keep(
            (found[at] ?? []).map(fault => ({ line: row.line, ...fault })),
            row,
          )
        rows += part.length
        await tell(step, 'reading', { rows, faultCount, faultyRows })
      }
    } catch (error) {
      if (!(error instanceof OpenQuoteError)) throw error
      keep([{ line: error.line, column: '', value: '', fault: 'open_quote' }])
      isBroken = true
    }
  await Promise.all([closed(faultsFile), closed(linesFile)])

  const isRefused = isBroken || (faultCount > 0 && !run.skipFaulty)
  const result = {
    rows,
    faultCount,
    faultyRows,
    faults: shown,
    faultGroups: groups.list(GROUPS_SHOWN),
    ignoredColumns: file.header.ignored.slice(0, 50),
  }
  if (isRefused) return end(step, { ...result, state: 'refused' })
  return tell(step, 'reading', { ...result, ...(await rules.makeMissing()), state: 'writing' })
}

/** The second pass: the rows without faults are written. */
async function write(step: Step): Promise<void> {
  const { ctx, run, file } = step
  const faulty = new Set<number>()
  for await (const { line } of readFaults(ctx, run._id)) faulty.add(line)
  const writer = await importers[run.kind].openWriter(ctx, run, file.header.columns)
  let done = 0
  for await (const part of inParts(file.rows())) {
    const rows = part.filter(({ line }) => !faulty.has(line))
    await writer.write(rows)
    done += rows.length
    await tell(step, 'writing', { done, ...writer.counts })
  }
  // What follows comes first: it is neither lost with the process nor missed by who looks the moment it is over.
  if (run.kind === 'accounts' || run.kind === 'contacts') await searchSoon(ctx, `import:${run._id}`)
  await emitEvent(ctx, {
    type: 'customers.imported',
    id: `import:${run._id}`,
    regionIds: [],
    data: { importId: run._id, kind: run.kind, rows: done },
  })
  await record(
    ctx,
    null,
    'customers.imported',
    `import:${run._id}`,
    `by ${run.startedBy}: ${summary(writer.counts)}`,
  )
  await end(step, { state: 'done', done, ...writer.counts })
}

function summary(counts: ImportCounts): string {
  const parts = (['accounts', 'contacts', 'installations', 'deals'] as const).flatMap(kind => {
    const [made, changed] = [counts[`${kind}Created`], counts[`${kind}Updated`]]
    return made + changed > 0 ? `${kind} +${made} ~${changed}` : []
  })
  return parts.join(', ')
}

/** Stores how far it is and tells those who watch. @throws Stopped when the import was cancelled. */
async function tell(
  { ctx, run, onProgress }: Omit<Step, 'file'>,
  from: 'reading' | 'writing',
  change: Partial<ImportRow>,
): Promise<ImportRow> {
  const changed = await changeImport(ctx, run._id, [from], change)
  if (!changed) throw new Stopped()
  onProgress(changed)
  announce(ctx, changed)
  return changed
}

async function end(
  { ctx, run, onProgress }: Omit<Step, 'file'>,
  change: Partial<ImportRow>,
): Promise<ImportRow> {
  const ended = await changeImport(ctx, run._id, ['reading', 'writing'], {
    ...change,
    finishedAt: ctx.clock.now(),
  })
  if (!ended) throw new Stopped()
  // A refused file can be tried again without being sent again.
  if (ended.state !== 'refused') await removeImportFile(ctx, run._id, 'source')
  onProgress(ended)
  announce(ctx, ended)
  return ended
}

async function* inParts<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let part: T[] = []
  for await (const item of items) {
    part.push(item)
    if (part.length === PART) {
      yield part
      part = []
    }
  }
  if (part.length > 0) yield part
}

async function closed(stream: ReturnType<typeof createWriteStream>): Promise<void> {
  stream.end()
  await finished(stream)
}

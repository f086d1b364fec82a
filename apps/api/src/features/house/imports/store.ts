import { createReadStream } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { UiLanguage } from '@sixfold/contract/words'
import type { FaultGroup } from '@sixfold/domain/customers/fault-groups'
import type { ImportColumn } from '@sixfold/domain/customers/import-columns'
import type { Context } from '../../../context.ts'
import type { ImportCounts, ImportOrder } from '../../../csv/importer.ts'
import { noCounts } from '../../../csv/importer.ts'
import { defineCollection, newId, trusted } from '../../../db/collection.ts'
import type { ImportFaultCode } from './words.ts'

export type ImportState = 'reading' | 'writing' | 'refused' | 'done' | 'cancelled' | 'failed'

/** A fault as it is kept: its reason is said in the language of whoever reads it. */
export interface KeptFault {
  line: number
  column: ImportColumn | ''
  value: string
  fault: ImportFaultCode
  otherLine?: number
}

export type KeptGroup = FaultGroup<ImportColumn | '', ImportFaultCode>

export interface ImportRow extends ImportCounts, ImportOrder {
  fileName: string
  state: ImportState
  skipFaulty: boolean
  rows: number
  done: number
  faultCount: number
  faultyRows: number
  /** The first of them; the rest is in a file. */
  faults: KeptFault[]
  faultGroups: KeptGroup[]
  regionsCreated: string[]
  productsCreated: string[]
  ignoredColumns: string[]
  startedBy: string
  language: UiLanguage
  /** Rises when a refused file is tried again: each try is a job of its own. */
  attempt: number
  finishedAt: Date | null
}

const imports = defineCollection<ImportRow>(
  'imports',
  {
    _id: String,
    kind: String,
    fileName: String,
    state: String,
    skipFaulty: Boolean,
    createRegions: Boolean,
    createProducts: Boolean,
    rows: Number,
    done: Number,
    accountsCreated: Number,
    accountsUpdated: Number,
    contactsCreated: Number,
    contactsUpdated: Number,
    installationsCreated: Number,
    installationsUpdated: Number,
    dealsCreated: Number,
    dealsUpdated: Number,
    marked: Number,
    faultCount: Number,
    faultyRows: Number,
    faults: {},
    faultGroups: {},
    regionsCreated: [String],
    productsCreated: [String],
    ignoredColumns: [String],
    regionIds: {},
    startedBy: String,
    language: String,
    attempt: Number,
    startedAt: Date,
    finishedAt: Date,
  },
  [{ fields: { startedBy: 1, _id: -1 } }],
)

const nothingRead = {
  ...noCounts,
  rows: 0,
  done: 0,
  faultCount: 0,
  faultyRows: 0,
  faults: [] as KeptFault[],
  faultGroups: [] as KeptGroup[],
  regionsCreated: [] as string[],
  productsCreated: [] as string[],
  ignoredColumns: [] as string[],
  finishedAt: null,
}

export type NewImport = Pick<
  ImportRow,
  | 'kind'
  | 'fileName'
  | 'skipFaulty'
  | 'createRegions'
  | 'createProducts'
  | 'regionIds'
  | 'startedBy'
  | 'language'
>

/** Keeps the file first, then the record of it: a record without a file would wait for ever. */
export async function insertImport(ctx: Context, input: NewImport, bytes: Uint8Array): Promise<ImportRow> {
  const row: ImportRow = {
    _id: newId(),
    ...input,
    ...nothingRead,
    state: 'reading',
    attempt: 1,
    startedAt: ctx.clock.now(),
  }
  await mkdir(folderOf(ctx), { recursive: true, mode: 0o700 })
  await writeFile(pathOf(ctx, row._id, 'source'), bytes, { mode: 0o600, flush: true })
  await imports(ctx).create(row)
  return row
}

export function findImport(ctx: Context, id: string): Promise<ImportRow | null> {
  return imports(ctx).findById(id).lean<ImportRow>().exec()
}

export function findImports(ctx: Context, startedBy: string | null, limit: number): Promise<ImportRow[]> {
  return imports(ctx)
    .find(startedBy === null ? {} : { startedBy })
    .sort({ _id: -1 })
    .limit(limit)
    .lean<ImportRow[]>()
    .exec()
}

/** Imports that a stop interrupted. */
export function findUnfinished(ctx: Context): Promise<ImportRow[]> {
  return imports(ctx)
    .find({ state: trusted({ $in: ['reading', 'writing'] }) })
    .lean<ImportRow[]>()
    .exec()
}

/** Changes an import that still stands in `from`; null when it was cancelled or ended meanwhile. */
export function changeImport(
  ctx: Context,
  id: string,
  from: readonly ImportState[],
  change: Partial<ImportRow>,
): Promise<ImportRow | null> {
  return imports(ctx)
    .findOneAndUpdate(
      { _id: id, state: trusted({ $in: [...from] }) },
      { $set: change },
      { returnDocument: 'after' },
    )
    .lean<ImportRow>()
    .exec()
}

/** Sets a refused import to be read again. */
export function repeatImport(
  ctx: Context,
  id: string,
  choice: Pick<ImportRow, 'skipFaulty' | 'createRegions' | 'createProducts'>,
): Promise<ImportRow | null> {
  return imports(ctx)
    .findOneAndUpdate(
      { _id: id, state: 'refused' },
      { $set: { ...choice, ...nothingRead, state: 'reading' }, $inc: { attempt: 1 } },
      { returnDocument: 'after' },
    )
    .lean<ImportRow>()
    .exec()
}

/** Imports whose faults, or the lines that were faulty, quote something. */
export async function findQuoting(ctx: Context, isQuoted: (text: string) => boolean): Promise<ImportRow[]> {
  const rows = await imports(ctx)
    .find({ faultCount: trusted({ $gt: 0 }), state: trusted({ $nin: ['reading', 'writing'] }) })
    .lean<ImportRow[]>()
  const found: ImportRow[] = []
  for (const row of rows) {
    const files = await Promise.all(faultFiles.map(file => readImportFile(ctx, row._id, file)))
    const texts = files.map(bytes => (bytes ? Buffer.from(bytes).toString('utf8') : ''))
    if ([JSON.stringify([row.faults, row.faultGroups]), ...texts].some(isQuoted)) found.push(row)
  }
  return found
}

const faultFiles: readonly ImportFile[] = ['source', 'faults', 'faulty-lines']

/** Leaves of an import's faults what and where they were, and not what stood there. One that was refused cannot be tried again. */
export async function eraseFaults(ctx: Context, row: ImportRow): Promise<void> {
  const { _id, state, faults, faultGroups } = row
  await removeImportFile(ctx, _id, 'source')
  await removeImportFile(ctx, _id, 'faulty-lines')
  await writeFile(pathOf(ctx, _id, 'faults'), '', { mode: 0o600, flush: true })
  await imports(ctx).updateOne(
    { _id },
    {
      $set: {
        faults: faults.map(fault => ({ ...fault, value: '…' })),
        faultGroups: faultGroups.map(group => ({ ...group, value: null })),
        state: state === 'refused' ? 'cancelled' : state,
      },
    },
  )
}

/** The uploaded file, its faults (a JSON object a line), and its faulty lines as CSV. */
export type ImportFile = 'source' | 'faults' | 'faulty-lines'

export function pathOf(ctx: Context, id: string, file: ImportFile): string {
  return join(folderOf(ctx), `${id}.${file}`)
}

export async function readImportFile(ctx: Context, id: string, file: ImportFile): Promise<Uint8Array | null> {
  try {
    return await readFile(pathOf(ctx, id, file))
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null
    throw error
  }
}

export async function* readFaults(ctx: Context, id: string): AsyncGenerator<KeptFault> {
  const stream = createReadStream(pathOf(ctx, id, 'faults'), 'utf8')
  for await (const line of createInterface({ input: stream })) if (line) yield JSON.parse(line) as KeptFault
}

export async function removeImportFile(ctx: Context, id: string, file: ImportFile): Promise<void> {
  await rm(pathOf(ctx, id, file), { force: true })
}

function folderOf(ctx: Context): string {
  return join(ctx.config.dataDir, 'imports')
}

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ImportRun } from '@sixfold/contract/imports'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import type { ImportKind } from '@sixfold/domain/customers/import-columns'
import { importColumns } from '@sixfold/domain/customers/import-columns'
import { can } from '@sixfold/domain/permissions'
import { csvLine } from '@sixfold/domain/text/csv-safe'
import { fileKind } from '@sixfold/domain/text/decode'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { record } from '../audit/service.ts'
import { carryOutImport } from './jobs.ts'
import { announce, maySeeImport, sayFault, seesAllImports, toImportRun } from './live.ts'
import type { ImportRow } from './store.ts'
import {
  changeImport,
  findImport,
  findImports,
  findUnfinished,
  insertImport,
  pathOf,
  readFaults,
  readImportFile,
  repeatImport,
} from './store.ts'
import { importWords } from './words.ts'

export { eraseFaults, findQuoting } from './store.ts'

const LISTED = 50

export interface ImportChoice {
  skipFaulty: boolean
  createRegions: boolean
  createProducts: boolean
}

/** Takes a file and begins to read it; the rest is a job that goes on whoever watches. */
export async function startImport(
  ctx: Context,
  actor: StaffMember,
  input: { file: File; kind: ImportKind } & ImportChoice,
  language: UiLanguage,
): Promise<ImportRun> {
  checkChoice(actor, input)
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  refuseWrongFile(bytes, language)
  const run = await insertImport(
    ctx,
    {
      kind: input.kind,
      fileName: cleanName(input.file.name),
      skipFaulty: input.skipFaulty,
      createRegions: input.createRegions,
      createProducts: input.createProducts,
      regionIds: actor.regions === 'all' ? null : actor.regions,
      startedBy: actor.id,
      language,
    },
    bytes,
  )
  await keepImporting(ctx, run)
  await record(ctx, actor, 'customers.import-started', `import:${run._id}`)
  return toImportRun(run, language)
}

/** Tries a refused file again, without its faulty lines or with the regions that it names. */
export async function retryImport(
  ctx: Context,
  actor: StaffMember,
  { id, ...choice }: { id: string } & ImportChoice,
  language: UiLanguage,
): Promise<ImportRun> {
  await visibleImport(ctx, actor, id)
  checkChoice(actor, choice)
  const run = await repeatImport(ctx, id, choice)
  if (!run) throw new AppError('wrong_state')
  await keepImporting(ctx, run)
  return toImportRun(run, language)
}

/** Stops an import; what is written stays written. */
export async function cancelImport(
  ctx: Context,
  actor: StaffMember,
  id: string,
  language: UiLanguage,
): Promise<ImportRun> {
  await visibleImport(ctx, actor, id)
  const run = await changeImport(ctx, id, ['reading', 'writing'], {
    state: 'cancelled',
    finishedAt: ctx.clock.now(),
  })
  if (!run) throw new AppError('wrong_state')
  announce(ctx, run)
  return toImportRun(run, language)
}

export async function readImport(
  ctx: Context,
  actor: StaffMember,
  id: string,
  language: UiLanguage,
): Promise<ImportRun> {
  return toImportRun(await visibleImport(ctx, actor, id), language)
}

export async function listImports(ctx: Context, actor: StaffMember, language: UiLanguage) {
  if (!can(actor, 'customers.import')) throw new AppError('not_found')
  const runs = await findImports(ctx, seesAllImports(actor) ? null : actor.id, LISTED)
  // A list needs no faults, and each run can hold a hundred.
  return { items: runs.map(run => ({ ...toImportRun(run, language), faults: [], faultGroups: [] })) }
}

/** An empty file with every column of a kind. */
export function importTemplate(actor: StaffMember, kind: ImportKind): File {
  if (!can(actor, 'customers.import')) throw new AppError('not_found')
  return csvFile(`${kind}.csv`, [csvLine(importColumns[kind])])
}

export async function readFaultReport(
  ctx: Context,
  actor: StaffMember,
  id: string,
  language: UiLanguage,
): Promise<File> {
  await visibleImport(ctx, actor, id)
  if (!(await readImportFile(ctx, id, 'faults'))) throw new AppError('not_found')
  const say = importWords(language)
  const lines = [csvLine(['line', 'column', 'value', 'reason'])]
  for await (const fault of readFaults(ctx, id))
    lines.push(csvLine([fault.line, fault.column, fault.value, sayFault(say, fault)]))
  return csvFile('faults.csv', lines)
}

export async function readFaultyLines(ctx: Context, actor: StaffMember, id: string): Promise<File> {
  await visibleImport(ctx, actor, id)
  const content = await readImportFile(ctx, id, 'faulty-lines')
  if (!content) throw new AppError('not_found')
  await record(ctx, actor, 'import.faulty-lines-read', `import:${id}`)
  return new File([Uint8Array.from(content)], 'faulty-lines.csv', { type: 'text/csv;charset=utf-8' })
}

/**
 * Imports a file from the command line, with the rights of somebody for all regions; returns when it is over.
 * `faultyLines` is where the lines that were left out lie.
 */
export async function importFile(
  ctx: Context,
  input: { path: string; kind: ImportKind; language: UiLanguage } & ImportChoice,
  onProgress: (run: ImportRun) => void,
): Promise<{ run: ImportRun; faultyLines: string }> {
  const { path, kind, language, skipFaulty, createRegions, createProducts } = input
  const bytes = await readFile(path)
  refuseWrongFile(bytes, language)
  const run = await insertImport(
    ctx,
    {
      kind,
      fileName: cleanName(basename(path)),
      skipFaulty,
      createRegions,
      createProducts,
      regionIds: null,
      startedBy: 'command-line',
      language,
    },
    bytes,
  )
  await carryOutImport(ctx, run._id, progress => onProgress(toImportRun(progress, language)))
  const ended = (await findImport(ctx, run._id)) ?? run
  return { run: toImportRun(ended, language), faultyLines: pathOf(ctx, run._id, 'faulty-lines') }
}

/** Takes up imports whose process was killed before their job was stored. */
export async function resumeImports(ctx: Context): Promise<void> {
  for (const run of await findUnfinished(ctx))
    if (run.startedBy !== 'command-line') await keepImporting(ctx, run)
}

async function keepImporting(ctx: Context, { _id: id, attempt }: ImportRow): Promise<void> {
  await enqueue(ctx, { kind: 'customers.import', key: `import:${id}:${attempt}`, payload: { id } })
}

/** Regions and products belong to the whole organisation: only who may change them lets an import create them. */
function checkChoice(actor: StaffMember, { createRegions, createProducts }: ImportChoice): void {
  if (!can(actor, 'customers.import')) throw new AppError('not_found')
  if (createRegions && !can(actor, 'settings.edit', { regionId: null })) throw new AppError('not_found')
  if (createProducts && !can(actor, 'products.edit', { regionId: null })) throw new AppError('not_found')
}

function refuseWrongFile(bytes: Uint8Array, language: UiLanguage): void {
  const kind = fileKind(bytes)
  if (kind === 'text') return
  throw new AppError(kind === 'empty' ? 'invalid_input' : 'unsupported_media_type', {
    fields: [{ path: 'file', message: importWords(language)(`file_${kind}`) }],
  })
}

async function visibleImport(ctx: Context, actor: StaffMember, id: string): Promise<ImportRow> {
  const run = await findImport(ctx, id)
  if (!run || !maySeeImport(actor, run)) throw new AppError('not_found')
  return run
}

function cleanName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(0, 200) || 'list.csv'
}

/** With a mark, so that spreadsheets read the letters right. */
function csvFile(name: string, lines: readonly string[]): File {
  return new File([`\uFEFF${lines.join('\n')}\n`], name, { type: 'text/csv;charset=utf-8' })
}

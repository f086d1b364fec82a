import { randomUUID } from 'node:crypto'
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { formatQuarter } from '@sixfold/domain/quarter'
import { seededRandom } from '@sixfold/domain/random'
import type { CodeLabel, ExportVariable } from '@sixfold/domain/results/export-variables'
import { exportVariables } from '@sixfold/domain/results/export-variables'
import { hiddenSegments } from '@sixfold/domain/scoreboard-disclosure'
import { IMPORTANCE } from '@sixfold/domain/survey/answers'
import type { Cell } from '@sixfold/domain/text/csv-safe'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { csvFile, jsonFile } from '../../../export-files/plain-files.ts'
import { savFile } from '../../../export-files/sav-file.ts'
import { scatterRows } from '../../../export-files/scattered-rows.ts'
import type { ExportFormat, ExportTable, TableColumn } from '../../../export-files/table.ts'
import { xlsxFile } from '../../../export-files/xlsx-file.ts'
import { countedResponses } from '../../answering/responses/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import type { PeopleOfWave } from '../scoreboards/service.ts'
import { readBoard } from '../scoreboards/service.ts'
import { exportWords } from './words.ts'

/** Responses read from the database at once. */
const PAGE = 1_000
/** A file that was made is fetched within this time, or never. */
const KEPT_MS = 15 * 60_000

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  sav: 'application/x-spss-sav',
}

/**
 * The counted responses of a wave as a table. Nobody is named, and the order is chance, so that it tells nothing about who
 * answered when. Refused where fewer responses than the minimum cell would be shown; a region too small to be named is left
 * blank (law 5). While a wave runs it is refused to who may not read single answers: two files would tell who answered in between.
 * Words are in no file of theirs: a line could be found by what somebody is known to have written, or by what an erasure took away.
 * However many there are, they never stand in memory.
 */
export async function exportResponses(
  ctx: Context,
  actor: StaffMember,
  { format = 'csv', ...people }: PeopleOfWave & { format?: ExportFormat | undefined },
): Promise<File> {
  if (!can(actor, 'response.export', { regionId: people.regionId ?? null })) throw new AppError('not_found')
  const { wave, version, board, segment, minimumCell, inSteps, readsAnswers } = await readBoard(
    ctx,
    actor,
    people,
  )
  if (inSteps) throw new AppError('wrong_state')
  const expected = board[segment]?.responses ?? 0
  if (expected < minimumCell) throw new AppError('wrong_state')
  const unnamed = hiddenSegments({ board, validOf: counts => counts?.responses ?? 0, minimumCell })
  if (unnamed.has(segment)) throw new AppError('wrong_state')
  const all = exportVariables(version.definition)
  const variables = readsAnswers ? all : all.filter(({ type }) => type !== 'text')
  const names = new Map((await listRegions(ctx)).map(({ _id, name }) => [`region:${_id}`, name]))

  async function* parts(): AsyncGenerator<Cell[][]> {
    for (let after: string | null = null; ; ) {
      const page = await countedResponses(ctx, wave.id, { after, limit: PAGE })
      yield page
        .filter(({ segments, people: own }) => segment === own || segments.includes(segment))
        .map(({ answers, segments }) => {
          const region = segments.find(one => names.has(one) && !unnamed.has(one))
          return [region ? names.get(region) : null, ...variables.map(({ read }) => read(answers))]
        })
      after = page.at(-1)?.id ?? null
      if (after === null) return
    }
  }

  const folder = await exportFolder(ctx)
  const scattered = await scatterRows(parts(), { folder, expected, random: seededRandom(newId()) })
  try {
    const quarter = formatQuarter(wave.quarter)
    const table: ExportTable = {
      title: exportWords(actor.language)('title', { quarter }),
      at: ctx.clock.now(),
      columns: columnsOf(variables, actor.language, version.definition.defaultLanguage),
      longest: scattered.longest,
      rows: scattered.rows,
    }
    const path = join(folder, randomUUID())
    await pipeline(contentOf(table, format, actor.language), createWriteStream(path, { mode: 0o600 }))
    await record(
      ctx,
      actor,
      'responses.exported',
      `wave:${wave.id}`,
      `${scattered.count} responses, ${format}`,
    )
    const type = TYPES[format]
    return new File([await openAsBlob(path, { type })], `responses-${quarter}.${format}`, { type })
  } finally {
    await scattered.clear()
  }
}

function contentOf(table: ExportTable, format: ExportFormat, language: UiLanguage): Readable {
  const words = exportWords(language)
  switch (format) {
    case 'csv':
      return Readable.from(csvFile(table), { objectMode: false })
    case 'json':
      return Readable.from(jsonFile(table), { objectMode: false })
    case 'sav':
      return Readable.from(savFile(table), { objectMode: false })
    case 'xlsx':
      return xlsxFile(table, {
        answers: words('answers'),
        codebook: words('codebook'),
        column: words('column'),
        question: words('question'),
        code: words('code'),
        meaning: words('meaning'),
      })
  }
}

function columnsOf(
  variables: readonly ExportVariable[],
  language: UiLanguage,
  fallback: string,
): TableColumn[] {
  const words = exportWords(language)
  const labelOf = (label: CodeLabel) => {
    if ('text' in label) return textIn(label.text, language, fallback)
    return 'word' in label ? words(label.word) : words(`${label.scale}.${label.point}` as 'satisfaction.1')
  }
  const region: TableColumn = { key: 'region', label: words('region'), type: 'text', codes: [] }
  return [
    region,
    ...variables.map(({ key, question, part, type, codes }) => ({
      key,
      label: [
        textIn(question, language, fallback),
        part && textIn(part, language, fallback),
        key.endsWith(`:${IMPORTANCE}`) && words('importance'),
      ]
        .filter(Boolean)
        .join(': '),
      type,
      codes: codes.map(({ value, code, label, missing }) => ({
        value,
        code,
        label: labelOf(label),
        ...(missing ? { missing } : {}),
      })),
    })),
  ]
}

/** Where files lie until they are fetched. What an earlier export left there too long ago is taken away. */
async function exportFolder(ctx: Context): Promise<string> {
  const folder = join(ctx.config.dataDir, 'exports')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await clearOldExports(folder, Date.now() - KEPT_MS)
  return folder
}

async function clearOldExports(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (mtimeMs < before) await rm(path, { recursive: true, force: true })
  }
}

/** At a start nobody is fetching anything any more. */
export async function clearExports(ctx: Context): Promise<void> {
  await rm(join(ctx.config.dataDir, 'exports'), { recursive: true, force: true })
}

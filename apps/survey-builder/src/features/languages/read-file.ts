import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { TextsImport, TextsRow } from '@sixfold/domain/survey/texts-csv'
import { isTextsHeading, readTexts } from '@sixfold/domain/survey/texts-csv'
import { guessDelimiter, splitNamedDelimiter } from '@sixfold/domain/text/csv-delimiter'
import { decodeText, fileKind } from '@sixfold/domain/text/decode'

/** Far more than the texts of the largest survey take. */
export const MOST_MEGABYTES = 10

/** Why a file cannot be read at all. */
export type FileProblem =
  | { problem: 'tooBig' }
  | { problem: 'notText' }
  | { problem: 'emptyFile' }
  | { problem: 'openQuote'; line: number }

/** Reads a file of texts, whatever it was saved as, and tells what it would change. */
export async function readTextsFile(
  file: Blob,
  definition: SurveyDefinition,
  language: string,
): Promise<TextsImport | FileProblem> {
  if (file.size > MOST_MEGABYTES * 1_000_000) return { problem: 'tooBig' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = fileKind(bytes)
  if (kind === 'empty') return { problem: 'emptyFile' }
  if (kind !== 'text') return { problem: 'notText' }
  const { body, named, lines } = splitNamedDelimiter(decodeText(bytes).text)
  const rows = await rowsOf(body, named ?? guessDelimiter(body, isTextsHeading), lines)
  return 'problem' in rows ? rows : readTexts(rows, definition, language)
}

/** The parser comes with the first file. */
async function rowsOf(
  text: string,
  delimiter: string,
  linesBefore: number,
): Promise<TextsRow[] | FileProblem> {
  const { parse } = await import('csv-parse/browser/esm/sync')
  const rows: TextsRow[] = []
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record(cells: string[], { lines }) {
        const breaks = cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
        if (cells.some(cell => cell.trim() !== '')) rows.push({ line: lines - breaks + linesBefore, cells })
        return null
      },
    })
  } catch (error) {
    if (!isOpenQuote(error)) throw error
    return { problem: 'openQuote', line: (rows.at(-1)?.line ?? linesBefore) + 1 }
  }
  return rows
}

function isOpenQuote(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED'
}

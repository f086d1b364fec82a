import { Readable } from 'node:stream'
import type { Delimiter } from '@sixfold/domain/text/csv-delimiter'
import { CsvError, parse } from 'csv-parse'

export interface CsvRow {
  /** On which line of the file the row begins, from 1. */
  line: number
  cells: string[]
}

/** A quotation mark that never closes: from `line` on nothing can be told apart. */
export class OpenQuoteError extends Error {
  override name = 'OpenQuoteError'
  readonly line: number
  constructor(line: number) {
    super(`the quote on line ${line} never closes`)
    this.line = line
  }
}

/** No honest row is longer; one that is has a quote too many. */
const MOST_CHARACTERS = 200_000
const SLICE = 64 * 1024

/** Splits a text into rows; empty lines are left out. @throws OpenQuoteError, before which not every row need have come. */
export async function* readRows(text: string, delimiter: Delimiter): AsyncGenerator<CsvRow> {
  let lastLine = 0
  const parser = parse({
    // Called as rows are parsed: rows that are still on their way when the parser fails count for the line, too.
    on_record(row: string[], { lines }) {
      lastLine = lines
      return row
    },
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MOST_CHARACTERS,
  })
  const source = Readable.from(slices(text))
  source.pipe(parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
      if (record.some(cell => cell.trim() !== '')) yield { line: info.lines - breaks, cells: record }
    }
  } catch (error) {
    const isOpen =
      error instanceof CsvError &&
      (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    throw isOpen ? new OpenQuoteError(lastLine + 1) : error
  } finally {
    source.destroy()
  }
}

function* slices(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += SLICE) yield text.slice(start, start + SLICE)
}

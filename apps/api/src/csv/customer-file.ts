import type { ImportColumn, ImportHeader, ImportKind } from '@sixfold/domain/customers/import-columns'
import { readHeader } from '@sixfold/domain/customers/import-columns'
import { guessDelimiter, splitNamedDelimiter } from '@sixfold/domain/text/csv-delimiter'
import { decodeText } from '@sixfold/domain/text/decode'
import type { CsvRow } from './rows.ts'
import { OpenQuoteError, readRows } from './rows.ts'

/** A fault of the file as a whole: nothing of it can be imported, whatever may be skipped. */
export interface StructureFault {
  line: number
  column: ImportColumn | ''
  fault: 'column_missing' | 'column_repeated' | 'open_quote'
}

export interface CustomerFile {
  headings: string[]
  header: ImportHeader
  headerLine: number
  faults: StructureFault[]
  /** The rows below the headings. @throws OpenQuoteError */
  rows(): AsyncGenerator<CsvRow>
}

/** Opens a customer file: encoding and delimiter are recognised, the headings read. */
export async function openCustomerFile(bytes: Uint8Array, kind: ImportKind): Promise<CustomerFile> {
  const isHeading = (cell: string) => readHeader(kind, [cell]).columns[0] !== null
  const { text } = decodeText(bytes)
  const { body, named, lines } = splitNamedDelimiter(text)
  const delimiter = named ?? guessDelimiter(body, isHeading)
  const atLine = (row: CsvRow): CsvRow => ({ ...row, line: row.line + lines })
  try {
    for await (const row of readRows(body, delimiter)) {
      const header = readHeader(kind, row.cells)
      const { line } = atLine(row)
      return {
        headings: row.cells,
        header,
        headerLine: line,
        faults: [
          ...header.missing.map(column => ({ line, column, fault: 'column_missing' as const })),
          ...header.repeated.map(column => ({ line, column, fault: 'column_repeated' as const })),
        ],
        async *rows() {
          let isFirst = true
          try {
            for await (const next of readRows(body, delimiter)) {
              if (!isFirst) yield atLine(next)
              isFirst = false
            }
          } catch (error) {
            throw error instanceof OpenQuoteError ? new OpenQuoteError(error.line + lines) : error
          }
        },
      }
    }
  } catch (error) {
    if (!(error instanceof OpenQuoteError)) throw error
    return nothingIn(kind, [{ line: error.line + lines, column: '', fault: 'open_quote' }])
  }
  return nothingIn(kind, [{ line: 1, column: 'account_id', fault: 'column_missing' }])
}

function nothingIn(kind: ImportKind, faults: StructureFault[]): CustomerFile {
  return {
    headings: [],
    header: readHeader(kind, []),
    headerLine: 1,
    faults,
    rows: async function* none() {},
  }
}

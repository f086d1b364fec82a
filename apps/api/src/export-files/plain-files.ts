import { csvLine } from '@sixfold/domain/text/csv-safe'
import type { ExportTable } from './table.ts'

/** RFC 4180 behind a mark that tells spreadsheets it is UTF-8; cells cannot run. */
export async function* csvFile(table: ExportTable): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(table.columns.map(({ key }) => key))}\n`
  for await (const row of table.rows()) yield `${csvLine(row)}\n`
}

/** What each column means, then a record a row; what was not answered is left out. */
export async function* jsonFile(table: ExportTable): AsyncGenerator<string> {
  const { title, at, columns } = table
  const head = JSON.stringify({ title, writtenAt: at.toISOString(), columns })
  yield `${head.slice(0, -1)},"rows":[`
  let first = true
  for await (const row of table.rows()) {
    const answered = columns.flatMap(({ key }, n) => {
      const cell = row[n] ?? null
      return cell === null ? [] : [[key, cell] as const]
    })
    yield `${first ? '\n' : ',\n'}${JSON.stringify(Object.fromEntries(answered))}`
    first = false
  }
  yield '\n]}\n'
}

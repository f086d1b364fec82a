import { Readable } from 'node:stream'
import type { Cell } from '@sixfold/domain/text/csv-safe'
import { safeText } from '@sixfold/domain/text/csv-safe'
import ZipStream from 'zip-stream'
import type { ExportTable } from './table.ts'

/** Rows of one sheet, below the 1,048,576 that spreadsheets open. */
const ROWS_A_SHEET = 1_000_000

/**
 * A workbook (ECMA-376): a sheet of answers, another one when it is full, and the codebook. Texts stand inline and are
 * guarded, so nothing in it is a formula.
 *
 * @param words The names of the sheets and of the codebook's columns.
 */
export function xlsxFile(table: ExportTable, words: WorkbookWords): Readable {
  const zip = new ZipStream({ level: 6 })
  void writeBook(zip, table, words).catch(error => zip.destroy(error))
  return zip
}

export interface WorkbookWords {
  answers: string
  codebook: string
  column: string
  question: string
  code: string
  meaning: string
}

async function writeBook(zip: ZipStream, table: ExportTable, words: WorkbookWords): Promise<void> {
  const rows = table.rows()[Symbol.asyncIterator]()
  const heading = table.columns.map(({ key }) => key)
  const names: string[] = []
  for (let more = true; more; ) {
    names.push(names.length === 0 ? words.answers : `${words.answers} ${names.length + 1}`)
    const part = new Part(rows, ROWS_A_SHEET)
    await add(zip, `xl/worksheets/sheet${names.length}.xml`, sheet(heading, part))
    more = !part.ended
  }
  names.push(words.codebook)
  const titles = [words.column, words.question, words.code, words.meaning]
  await add(zip, `xl/worksheets/sheet${names.length}.xml`, sheet(titles, codebook(table)))
  await add(zip, 'xl/workbook.xml', [workbook(names)])
  await add(zip, 'xl/_rels/workbook.xml.rels', [workbookLinks(names.length)])
  await add(zip, '_rels/.rels', [PACKAGE_LINKS])
  await add(zip, '[Content_Types].xml', [contentTypes(names.length)])
  zip.finalize()
}

/** So many rows of a longer sequence; the one after them is left to the next sheet. */
class Part implements AsyncIterable<readonly Cell[]> {
  ended = false
  private readonly rows: AsyncIterator<readonly Cell[]>
  private readonly most: number

  constructor(rows: AsyncIterator<readonly Cell[]>, most: number) {
    this.rows = rows
    this.most = most
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly Cell[]> {
    for (let count = 0; count < this.most; count += 1) {
      const { done, value } = await this.rows.next()
      if (done) {
        this.ended = true
        return
      }
      yield value
    }
  }
}

function* codebook({ columns }: ExportTable): Generator<readonly Cell[]> {
  for (const { key, label, codes } of columns) {
    if (codes.length === 0) yield [key, label, null, null]
    for (const { value, label: meaning } of codes) yield [key, label, value, meaning]
  }
}

function add(zip: ZipStream, name: string, content: Iterable<string> | AsyncIterable<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const source = Readable.from(content, { objectMode: false })
    source.once('error', reject)
    zip.entry(source, { name }, error => (error ? reject(error) : resolve()))
  })
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

async function* sheet(
  heading: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
  yield line(heading)
  for await (const row of rows) yield line(row)
  yield '</sheetData></worksheet>'
}

const line = (cells: readonly Cell[]) => `<row>${cells.map(cellOf).join('')}</row>`

function cellOf(cell: Cell): string {
  if (cell === null || cell === undefined || cell === '') return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`
  const text = cell instanceof Date ? cell.toISOString() : safeText(cell)
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

/** XML 1.0 has no place for most control characters, nor for halves of surrogate pairs. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu
/** Spreadsheets open no longer text in a cell. */
const LONGEST_CELL = 32_767

function escaped(text: string): string {
  return text
    .slice(0, LONGEST_CELL)
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${escaped(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`
}

/** Spreadsheets take at most 31 signs, and some not at all. */
const sheetName = (name: string) => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)

function workbookLinks(sheets: number): string {
  const links = Array.from(
    { length: sheets },
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`
}

const PACKAGE_LINKS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  )
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>${parts.join('')}</Types>`
}

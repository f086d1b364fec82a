import type { DocumentPart } from '@sixfold/domain/minutes/document'
import type { Pdf } from './page.ts'
import { clean, INK, keepTogether, PAGE, SIZES } from './page.ts'

type Table = Extract<DocumentPart, { kind: 'table' }>
type Structure = ReturnType<Pdf['struct']>

const GAP = 8
const PAD = 4

/** A table as wide as the page; each column has its share of what its cells hold. A row stays on one page. */
export function writeTable(pdf: Pdf, root: Structure, { columns, rows }: Table): void {
  const widths = columnWidths(columns, rows)
  const table = pdf.struct('Table')
  root.add(table)
  writeRow(pdf, table, { cells: columns, widths, head: true })
  for (const cells of rows) {
    const page = pdf.page
    keepTogether(pdf, rowHeight(pdf, { cells, widths, head: false }))
    // A table that goes on begins with its head again.
    if (pdf.page !== page) writeRow(pdf, table, { cells: columns, widths, head: true })
    writeRow(pdf, table, { cells, widths, head: false })
  }
  table.end()
  pdf.x = PAGE.margin
  pdf.moveDown(0.8)
}

interface Row {
  cells: readonly string[]
  widths: readonly number[]
  head: boolean
}

function writeRow(pdf: Pdf, table: Structure, { cells, widths, head }: Row): void {
  const height = rowHeight(pdf, { cells, widths, head })
  keepTogether(pdf, height)
  const top = pdf.y
  const row = pdf.struct('TR')
  table.add(row)
  let left: number = PAGE.margin
  for (const [at, cell] of cells.entries()) {
    const x = left
    const width = widths[at] ?? 0
    const element = pdf.struct(head ? 'TH' : 'TD', {}, [
      () => {
        pdf
          .font(head ? 'strong' : 'text')
          .fontSize(head ? SIZES.small : SIZES.text)
          .fillColor(head ? INK.quiet : INK.text)
          .text(clean(cell) || ' ', x, top + PAD, { width, height: height - PAD, ellipsis: true })
      },
    ])
    row.add(element)
    element.end()
    left += width + GAP
  }
  row.end()
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(PAGE.margin, top + height)
    .lineTo(PAGE.width - PAGE.margin, top + height)
    .lineWidth(0.5)
    .strokeColor(INK.line)
    .stroke()
  pdf.endMarkedContent()
  pdf.x = PAGE.margin
  pdf.y = top + height
}

function rowHeight(pdf: Pdf, { cells, widths, head }: Row): number {
  pdf.font(head ? 'strong' : 'text').fontSize(head ? SIZES.small : SIZES.text)
  const heights = cells.map((cell, at) => pdf.heightOfString(clean(cell) || ' ', { width: widths[at] ?? 0 }))
  return Math.max(...heights) + 2 * PAD
}

/** Characters; a longer cell takes more lines rather than more room. */
const LONGEST_COUNTED = 48
const SHORTEST_COUNTED = 6

function columnWidths(columns: readonly string[], rows: readonly string[][]): number[] {
  const room = PAGE.width - 2 * PAGE.margin - GAP * (columns.length - 1)
  const lengths = columns.map((column, at) => {
    const longest = Math.max(column.length, ...rows.map(row => row[at]?.length ?? 0))
    return Math.min(LONGEST_COUNTED, Math.max(SHORTEST_COUNTED, longest))
  })
  const all = lengths.reduce((sum, length) => sum + length, 0)
  return lengths.map(length => (room * length) / all)
}

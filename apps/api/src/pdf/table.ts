import type { DocumentPart } from '@sixfold/domain/minutes/document'
import { isFigures } from './figures.ts'
import type { Pdf } from './page.ts'
import { clean, INK, keepTogether, PAGE, SIZES } from './page.ts'

type Table = Extract<DocumentPart, { kind: 'table' }>
type Structure = ReturnType<Pdf['struct']>

const GAP = 12
const PAD = 4

/** A table as wide as the page; each column has its share of what its cells hold. A row stays on one page. */
export function writeTable(pdf: Pdf, root: Structure, { columns, rows }: Table): void {
  const widths = columnWidths(pdf, columns, rows)
  const figures = columns.map((_, at) => isFigures(rows.map(row => row[at] ?? '')))
  const layout = { widths, figures }
  const table = pdf.struct('Table')
  root.add(table)
  writeRow(pdf, table, { cells: columns, ...layout, head: true })
  for (const cells of rows) {
    const page = pdf.page
    keepTogether(pdf, rowHeight(pdf, { cells, widths, head: false }))
    // A table that goes on begins with its head again.
    if (pdf.page !== page) writeRow(pdf, table, { cells: columns, ...layout, head: true })
    writeRow(pdf, table, { cells, ...layout, head: false })
  }
  table.end()
  pdf.x = PAGE.margin
  pdf.moveDown(0.8)
}

interface Row {
  cells: readonly string[]
  widths: readonly number[]
  /** Which columns hold numbers, and stand to the right. */
  figures: readonly boolean[]
  head: boolean
}

function writeRow(pdf: Pdf, table: Structure, { cells, widths, figures, head }: Row): void {
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
          .text(clean(cell) || ' ', x, top + PAD, {
            width,
            height: height - PAD,
            ellipsis: true,
            align: figures[at] ? 'right' : 'left',
          })
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

function rowHeight(pdf: Pdf, { cells, widths, head }: Omit<Row, 'figures'>): number {
  pdf.font(head ? 'strong' : 'text').fontSize(head ? SIZES.small : SIZES.text)
  const heights = cells.map((cell, at) => pdf.heightOfString(clean(cell) || ' ', { width: widths[at] ?? 0 }))
  return Math.max(...heights) + 2 * PAD
}

/**
 * Every column its longest cell on one line where there is room; else the widest give way, down to their longest word. What is
 * left goes to all alike.
 */
function columnWidths(pdf: Pdf, columns: readonly string[], rows: readonly string[][]): number[] {
  const room = PAGE.width - 2 * PAGE.margin - GAP * (columns.length - 1)
  const widthsOf = (at: number, pieces: (cell: string) => string[]) => {
    pdf.font('strong').fontSize(SIZES.small)
    const head = pieces(columns[at] ?? '').map(piece => pdf.widthOfString(clean(piece)))
    pdf.font('text').fontSize(SIZES.text)
    const body = rows.flatMap(row => pieces(row[at] ?? '')).map(piece => pdf.widthOfString(clean(piece)))
    // A hair more than measured: rounding would break the line.
    return Math.max(0, ...head, ...body) + 1
  }
  const least = columns.map((_, at) => widthsOf(at, cell => cell.split(/[ \n]+/)))
  const wanted = columns.map((_, at) => widthsOf(at, cell => [cell]))
  const limit = limitFor(least, wanted, room)
  const widths = wanted.map((width, at) => Math.max(least[at] ?? 0, Math.min(width, limit)))
  const left = room - widths.reduce((sum, width) => sum + width, 0)
  // Words that are wider than the page together are cut.
  return left < 0
    ? widths.map(width => (width * room) / (room - left))
    : widths.map(width => width + left / widths.length)
}

/** The width down to which wide columns give way, so that all fit. */
function limitFor(least: readonly number[], wanted: readonly number[], room: number): number {
  const takenAt = (limit: number) =>
    wanted.reduce((sum, width, at) => sum + Math.max(least[at] ?? 0, Math.min(width, limit)), 0)
  let [low, high] = [0, Math.max(...wanted)]
  if (takenAt(high) <= room) return high
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    if (takenAt(middle) <= room) low = middle
    else high = middle
  }
  return low
}

import { createRequire } from 'node:module'
import type { PlainDocument } from '@sixfold/domain/minutes/document'
import PDFDocument from 'pdfkit'
import type { Drawing } from './drawing.ts'
import { heightOf, writeDrawing } from './drawing.ts'
import type { Pdf } from './page.ts'
import { clean, INK, keepTogether, PAGE, SIZES } from './page.ts'
import { writeTable } from './table.ts'

const { resolve } = createRequire(import.meta.url)
const font = (folder: string) =>
  resolve(`@expo-google-fonts/be-vietnam-pro/${folder}/BeVietnamPro_${folder}.ttf`)

/** A document whose parts may also be pictures. */
export interface PaperDocument extends Omit<PlainDocument, 'parts'> {
  parts: readonly (PlainDocument['parts'][number] | Sentence | Drawing)[]
}

/** Its beginning, in bold, says most. */
interface Sentence {
  kind: 'sentence'
  strong: string
  rest: string
}

/** A document on A4 pages, with Be Vietnam Pro in it, marked up so that it can be read aloud. */
export async function toPdf(
  { title, facts, parts }: PaperDocument,
  options: { language: string; pageText: (page: number, pages: number) => string; madeAt: Date },
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: PAGE.margin, bottom: PAGE.margin + 16, left: PAGE.margin, right: PAGE.margin },
    lang: options.language,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    pdfVersion: '1.7',
    info: { Title: title, CreationDate: options.madeAt },
  })
  pdf.registerFont('text', font('400Regular'))
  pdf.registerFont('strong', font('600SemiBold'))
  const written = collect(pdf)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const put = (type: string, write: () => void) => {
    const element = pdf.struct(type, {}, [write])
    root.add(element)
    element.end()
  }

  put('H1', () => pdf.font('strong').fontSize(SIZES.title).fillColor(INK.text).text(clean(title)))
  pdf.moveDown(0.6)
  for (const { label, value } of facts)
    put('P', () => {
      pdf
        .fontSize(SIZES.text)
        .font('text')
        .fillColor(INK.quiet)
        .text(`${clean(label)}: `, { continued: true })
      pdf.fillColor(INK.text).text(clean(value) || '–')
    })
  for (const [at, part] of parts.entries()) {
    keepTogether(pdf, leadHeight(parts.slice(at, at + 3)))
    if (part.kind === 'heading') {
      pdf.moveDown(1)
      put('H2', () => pdf.font('strong').fontSize(SIZES.heading).fillColor(INK.text).text(clean(part.text)))
      pdf.moveDown(0.3)
    } else if (part.kind === 'table') writeTable(pdf, root, part)
    else if (part.kind === 'drawing') writeDrawing(pdf, root, part)
    else {
      put('P', () => {
        pdf.fontSize(SIZES.text).fillColor(INK.text)
        const [strong, rest] = spoken(part)
        if (strong) pdf.font('strong').text(clean(strong), { continued: true, lineGap: 2 })
        pdf.font('text').text(clean(rest), { lineGap: 2 })
      })
      pdf.moveDown(0.5)
    }
  }
  root.end()
  numberPages(pdf, options.pageText)
  pdf.end()
  return written
}

type Spoken = Exclude<PaperDocument['parts'][number], { kind: 'heading' | 'table' | 'drawing' }>

/** What of it is in bold, and the rest. */
function spoken(part: Spoken): [string, string] {
  if (part.kind === 'sentence') return [part.strong, part.rest]
  return part.kind === 'marked' ? [`${part.mark}: `, part.text] : ['', part.text]
}

/** Points of what leads to something and so does not end a page: a heading, and the words above a picture with it. */
function leadHeight([first, second, third]: PaperDocument['parts']): number {
  if (first?.kind === 'heading') return 60 + (second && third ? leadHeight([second, third]) : 0)
  return first?.kind === 'sentence' && second?.kind === 'drawing' ? 40 + heightOf(second) : 0
}

function numberPages(pdf: Pdf, pageText: (page: number, pages: number) => string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let at = 0; at < count; at += 1) {
    pdf.switchToPage(start + at)
    // Below the margin a text would begin a page of its own.
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf
      .font('text')
      .fontSize(SIZES.small)
      .fillColor(INK.quiet)
      .text(pageText(at + 1, count), PAGE.margin, PAGE.height - PAGE.margin + 4, {
        width: PAGE.width - 2 * PAGE.margin,
        align: 'right',
        lineBreak: false,
      })
    pdf.endMarkedContent()
  }
}

function collect(pdf: Pdf): Promise<Buffer> {
  const pieces: Buffer[] = []
  return new Promise((done, failed) => {
    pdf.on('data', (piece: Buffer) => pieces.push(piece))
    pdf.on('end', () => done(Buffer.concat(pieces)))
    pdf.on('error', failed)
  })
}

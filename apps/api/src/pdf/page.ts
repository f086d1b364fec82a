import type PDFDocument from 'pdfkit'

export type Pdf = InstanceType<typeof PDFDocument>

/** Points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 56 } as const
export const SIZES = { title: 20, heading: 13, text: 10, small: 8.5 } as const
export const INK = { text: '#1b1f27', quiet: '#5a6372', line: '#d7dbe2' } as const

/** One form of each letter, so that its glyph is found; no signs that print nothing. */
export const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n\t]/gu, '')

/** A heading does not end a page. */
export function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.maxY()) pdf.addPage()
}

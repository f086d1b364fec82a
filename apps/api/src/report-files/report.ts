import type { ChartModel } from '@sixfold/charts/chart-model'
import { drawSvg } from '@sixfold/charts/draw-svg'
import type { DocumentPart, PlainDocument } from '@sixfold/domain/minutes/document'
import type { PaperDocument } from '../pdf/to-pdf.ts'

/** A piece of a report: what every document has, a sentence whose beginning says most, a chart, or what somebody said. */
export type ReportPart =
  | DocumentPart
  | { kind: 'sentence'; strong: string; rest: string }
  | { kind: 'chart'; label: string; model: ChartModel }
  | { kind: 'quote'; text: string; about: string }

export interface Report extends Omit<PlainDocument, 'parts'> {
  parts: ReportPart[]
}

/** Pixels of a drawing, which a page of paper then shows a little smaller. */
const CHART_WIDTH = 560

/** The same on paper: each chart by its sentence, its drawing and its table. */
export function onPaper({ parts, ...report }: Report): PaperDocument {
  return {
    ...report,
    parts: parts.flatMap((part): PaperDocument['parts'] => {
      if (part.kind === 'chart') {
        const { sentence, height, table } = part.model
        return [
          { kind: 'sentence', strong: `${part.label}. `, rest: sentence },
          {
            kind: 'drawing',
            alt: sentence,
            svg: drawSvg(part.model, { width: CHART_WIDTH, font: 'text' }),
            width: CHART_WIDTH,
            height,
          },
          { kind: 'table', columns: [...table.columns], rows: table.rows.map(row => [...row]) },
        ]
      }
      if (part.kind === 'quote')
        return [{ kind: 'paragraph', text: part.about ? `“${part.text}” (${part.about})` : `“${part.text}”` }]
      return [part]
    }),
  }
}

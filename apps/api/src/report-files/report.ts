import type { ChartModel } from '@sixfold/charts/chart-model'
import type { DocumentPart, PlainDocument } from '@sixfold/domain/minutes/document'

/** A piece of a report: what every document has, a chart, or what somebody said. */
export type ReportPart =
  | DocumentPart
  | { kind: 'chart'; label: string; model: ChartModel }
  | { kind: 'quote'; text: string; about: string }

export interface Report extends Omit<PlainDocument, 'parts'> {
  parts: ReportPart[]
}

/** The same without drawings: each chart by its sentence and its table. */
export function withoutDrawings({ parts, ...report }: Report): PlainDocument {
  return {
    ...report,
    parts: parts.flatMap((part): DocumentPart[] => {
      if (part.kind === 'chart')
        return [
          { kind: 'marked', mark: part.label, text: part.model.sentence },
          {
            kind: 'table',
            columns: [...part.model.table.columns],
            rows: part.model.table.rows.map(row => [...row]),
          },
        ]
      if (part.kind === 'quote')
        return [{ kind: 'paragraph', text: part.about ? `“${part.text}” (${part.about})` : `“${part.text}”` }]
      return [part]
    }),
  }
}

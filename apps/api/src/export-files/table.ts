import type { Cell } from '@sixfold/domain/text/csv-safe'

/** A column of a file, with what programs that know labels are told. */
export interface TableColumn {
  key: string
  label: string
  type: 'coded' | 'number' | 'text'
  codes: readonly { value: string | number; code: number; label: string; missing?: true | undefined }[]
}

/** A table as every format takes it. Rows come as they are read, so that a file never stands in memory. */
export interface ExportTable {
  title: string
  at: Date
  columns: readonly TableColumn[]
  /** The longest text of each column in bytes of UTF-8; 0 where there is none. */
  longest: readonly number[]
  rows: () => AsyncIterable<readonly Cell[]>
}

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json', 'sav'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

import { foldText } from '../text/fold.ts'

/** The columns of a customer file, in the order of its template. One row is a contact with its account, or an account alone. */
export const importColumns = [
  'account_id',
  'account_name',
  'account_kind',
  'region',
  'segment',
  'annual_revenue',
  'contact_id',
  'contact_name',
  'email',
  'phone',
  'role',
  'executive',
  'language',
  'country',
  'zone',
] as const
export type ImportColumn = (typeof importColumns)[number]

export interface ImportHeader {
  /** For each cell of a row, the column that it belongs to; null: not read. */
  columns: (ImportColumn | null)[]
  /** Headings that name no column of ours; their cells are left alone. */
  ignored: string[]
  /** Columns without which no row can be read. */
  missing: ImportColumn[]
  /** Columns that stand twice. */
  repeated: ImportColumn[]
}

/**
 * Reads the headings of a file. Case, spaces and dashes do not matter.
 *
 * @example readHeader(['Account ID', 'Account name', 'Notes']).columns // ['account_id', 'account_name', null]
 * @example readHeader(['account_id', 'email']).missing // ['contact_id', 'contact_name']
 */
export function readHeader(cells: readonly string[]): ImportHeader {
  const columns = cells.map(columnNamed)
  const found = columns.filter(column => column !== null)
  const present = new Set(found)
  const needed: ImportColumn[] = ['account_id']
  if (contactColumns.some(column => present.has(column))) needed.push('contact_id', 'contact_name', 'email')
  return {
    columns,
    ignored: cells.filter((cell, index) => columns[index] === null && cell.trim() !== ''),
    missing: needed.filter(column => !present.has(column)),
    repeated: [...new Set(found.filter((column, index) => found.indexOf(column) !== index))],
  }
}

/** Columns that say something about a contact alone. */
const contactColumns: readonly ImportColumn[] = [
  'contact_id',
  'contact_name',
  'email',
  'phone',
  'role',
  'executive',
]

function columnNamed(heading: string): ImportColumn | null {
  const name = foldText(heading).replace(/[\s-]+/g, '_')
  return importColumns.find(column => column === name) ?? null
}

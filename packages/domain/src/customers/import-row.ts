import { readEmail, readPhone } from '../contact-points.ts'
import { plainText } from '../text/csv-safe.ts'
import type { ImportColumn } from './import-columns.ts'
import type { ImportedKind, Read, ValueFault } from './import-values.ts'
import { readAmount, readCountry, readKind, readLanguage, readYesNo, readZone } from './import-values.ts'

export type RowFault =
  | ValueFault
  | 'required'
  | 'too_long'
  | 'control_characters'
  | 'cells_missing'
  | 'cells_surplus'

export interface CellFault {
  column: ImportColumn | ''
  value: string
  fault: RowFault
}

/** A row as it was read. What a file does not say is absent: it stays as it is stored. */
export interface ImportedRow {
  account: {
    externalId: string
    name?: string
    kind?: ImportedKind
    /** By its name; the importer knows which regions there are. */
    region?: string
    segment?: string
    annualRevenue?: number
  }
  contact: ImportedContact | null
  country?: string
  zone?: string
}

export interface ImportedContact {
  externalId: string
  name: string
  email: string
  phone?: string | null
  role?: string
  executive?: boolean
  language?: string
}

/** Longest texts, in characters. */
const longest: Partial<Record<ImportColumn, number>> = {
  account_id: 100,
  account_name: 200,
  region: 80,
  segment: 60,
  contact_id: 100,
  contact_name: 120,
  role: 120,
}

/**
 * Reads one row by its columns, with every fault of every cell. An empty cell of an account says nothing, because accounts
 * stand in many rows; an empty telephone number or role of a contact empties what is stored.
 *
 * @example readRow(['account_id', 'account_name'], ['A-1', 'Minh Phát'])
 *   // { row: { account: { externalId: 'A-1', name: 'Minh Phát' }, contact: null }, faults: [] }
 */
export function readRow(
  columns: readonly (ImportColumn | null)[],
  cells: readonly string[],
): { row: ImportedRow | null; faults: CellFault[] } {
  const faults: CellFault[] = []
  if (cells.length < columns.length)
    faults.push({ column: '', value: String(cells.length), fault: 'cells_missing' })
  if (cells.slice(columns.length).some(cell => cell.trim() !== ''))
    faults.push({ column: '', value: String(cells.length), fault: 'cells_surplus' })
  const text = textsOf(columns, cells, faults)
  const has = (column: ImportColumn) => columns.includes(column)
  const read = <T>(column: ImportColumn, reader: (text: string) => Read<T>): T | undefined => {
    const value = text(column)
    if (value === '') return undefined
    const result = reader(value)
    if (result.ok) return result.value
    faults.push({ column, value, fault: result.fault })
    return undefined
  }
  const needed = (column: ImportColumn): string => {
    const value = text(column)
    if (value === '') faults.push({ column, value: '', fault: 'required' })
    return value
  }

  const account = {
    externalId: needed('account_id'),
    ...present('name', text('account_name') || undefined),
    ...present('kind', read('account_kind', readKind)),
    ...present('region', text('region') || undefined),
    ...present('segment', text('segment') || undefined),
    ...present('annualRevenue', read('annual_revenue', readAmount)),
  }
  const about = {
    ...present('country', read('country', readCountry)),
    ...present('zone', read('zone', readZone)),
  }
  const hasContact = (['contact_id', 'contact_name', 'email', 'phone', 'role'] as const).some(
    column => text(column) !== '',
  )
  const contact = hasContact
    ? {
        externalId: needed('contact_id'),
        name: needed('contact_name'),
        email: needed('email') === '' ? '' : (read('email', readEmail) ?? ''),
        ...(has('phone') ? { phone: read('phone', readPhone) ?? null } : {}),
        ...(has('role') ? { role: text('role') } : {}),
        ...(has('executive') ? { executive: read('executive', readYesNo) ?? false } : {}),
        ...present('language', read('language', readLanguage)),
      }
    : null
  return { row: faults.length > 0 ? null : { account, contact, ...about }, faults }
}

/** The text of each column of a row, guarded starts read back, and checked for what no text should hold. */
function textsOf(
  columns: readonly (ImportColumn | null)[],
  cells: readonly string[],
  faults: CellFault[],
): (column: ImportColumn) => string {
  const texts = new Map<ImportColumn, string>()
  columns.forEach((column, index) => {
    if (!column) return
    const value = plainText((cells[index] ?? '').trim()).trim()
    const most = longest[column] ?? 300
    const control = hasControlCharacters(value)
    if (control) faults.push({ column, value, fault: 'control_characters' })
    else if ([...value].length > most) faults.push({ column, value, fault: 'too_long' })
    texts.set(column, control ? '' : value.replace(/\s+/g, ' '))
  })
  return column => texts.get(column) ?? ''
}

/** Line breaks and tabs become spaces; everything else of the kind, such as NUL, is damage. */
function hasControlCharacters(text: string): boolean {
  return [...text].some(character => /\p{Cc}|\uFFFD/u.test(character) && !/[\t\r\n]/.test(character))
}

function present<Key extends string, T>(key: Key, value: T | undefined): { [K in Key]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: T })
}

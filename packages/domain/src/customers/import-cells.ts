import { plainText } from '../text/csv-safe.ts'
import type { ImportColumn } from './import-columns.ts'
import type { Read, ValueFault } from './import-values.ts'

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

/** The cells of one row by their columns. What is wrong with them gathers in `faults`. */
export interface Cells {
  faults: CellFault[]
  text(column: ImportColumn): string
  /** The text, or a fault where there is none. */
  needed(column: ImportColumn): string
  /** What a cell means; undefined where it is empty or cannot be read, which is a fault. */
  read<T>(column: ImportColumn, reader: (text: string) => Read<T>): T | undefined
}

/** Longest texts, in characters. */
const longest: Partial<Record<ImportColumn, number>> = {
  account_id: 100,
  account_name: 200,
  region: 80,
  segment: 60,
  website: 200,
  contact_id: 100,
  contact_name: 120,
  role: 120,
  consent_wording: 100,
  installation_id: 100,
  product_id: 100,
  product_name: 200,
  deal_id: 100,
  deal_name: 200,
  competitor: 120,
  competitor_product: 120,
  seller_reasons: 1000,
  buyer_reasons: 1000,
  seller_change: 4000,
  buyer_change: 4000,
}

/** Opens a row: guarded starts are read back, and texts checked for what none should hold. */
export function openCells(columns: readonly (ImportColumn | null)[], cells: readonly string[]): Cells {
  const faults: CellFault[] = []
  if (cells.length < columns.length)
    faults.push({ column: '', value: String(cells.length), fault: 'cells_missing' })
  if (cells.slice(columns.length).some(cell => cell.trim() !== ''))
    faults.push({ column: '', value: String(cells.length), fault: 'cells_surplus' })
  const texts = textsOf(columns, cells, faults)
  const text = (column: ImportColumn) => texts.get(column) ?? ''
  return {
    faults,
    text,
    needed(column) {
      const value = text(column)
      if (value === '') faults.push({ column, value: '', fault: 'required' })
      return value
    },
    read(column, reader) {
      const value = text(column)
      if (value === '') return undefined
      const result = reader(value)
      if (result.ok) return result.value
      faults.push({ column, value, fault: result.fault })
      return undefined
    },
  }
}

/**
 * A key with its value, or nothing at all where there is none.
 *
 * @example { ...present('size', undefined) } // {}
 */
export function present<Key extends string, T>(key: Key, value: T | undefined): { [K in Key]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: T })
}

function textsOf(
  columns: readonly (ImportColumn | null)[],
  cells: readonly string[],
  faults: CellFault[],
): ReadonlyMap<ImportColumn, string> {
  const texts = new Map<ImportColumn, string>()
  columns.forEach((column, index) => {
    if (!column) return
    const value = plainText((cells[index] ?? '').trim()).trim()
    const most = longest[column] ?? 300
    const control = hasControlCharacters(value)
    if (control) faults.push({ column, value, fault: 'control_characters' })
    else if (value.length > most && [...value].length > most)
      faults.push({ column, value, fault: 'too_long' })
    texts.set(column, control ? '' : value.replace(/\s+/g, ' '))
  })
  return texts
}

/** Line breaks and tabs become spaces; everything else of the kind, such as NUL, is damage. */
function hasControlCharacters(text: string): boolean {
  return /[^\P{Cc}\t\r\n]|\uFFFD/u.test(text)
}

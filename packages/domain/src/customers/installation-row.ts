import type { LocalDate } from '../local-date.ts'
import type { CellFault } from './import-cells.ts'
import { openCells, present } from './import-cells.ts'
import type { ImportColumn } from './import-columns.ts'
import { readDay } from './import-day.ts'

/** One thing bought, as a file says it, by external ids. What it does not say is absent: it stays as it is stored. */
export interface ImportedInstallation {
  externalId: string
  accountId: string
  productId: string
  productName?: string
  contactId?: string
  purchasedOn?: LocalDate
  installedOn?: LocalDate
}

/**
 * Reads one row of a file of things bought and installed, with every fault of every cell.
 *
 * @example
 * readInstallationRow(['installation_id', 'account_id', 'product_id', 'purchased_on'], ['I-1', 'A-1', 'P-1', '2026-02-17']).row
 *   // { externalId: 'I-1', accountId: 'A-1', productId: 'P-1', purchasedOn: '2026-02-17' }
 */
export function readInstallationRow(
  columns: readonly (ImportColumn | null)[],
  cells: readonly string[],
): { row: ImportedInstallation | null; faults: CellFault[] } {
  const { faults, needed, text, read } = openCells(columns, cells)
  const row = {
    externalId: needed('installation_id'),
    accountId: needed('account_id'),
    productId: needed('product_id'),
    ...present('productName', text('product_name') || undefined),
    ...present('contactId', text('contact_id') || undefined),
    ...present('purchasedOn', read('purchased_on', readDay)),
    ...present('installedOn', read('installed_on', readDay)),
  }
  return { row: faults.length > 0 ? null : row, faults }
}

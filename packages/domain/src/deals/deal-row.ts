import { readEmail } from '../contact-points.ts'
import type { CellFault } from '../customers/import-cells.ts'
import { openCells, present } from '../customers/import-cells.ts'
import type { ImportColumn } from '../customers/import-columns.ts'
import { readDay } from '../customers/import-day.ts'
import { readAmount } from '../customers/import-values.ts'
import type { LocalDate } from '../local-date.ts'
import type { DealReason, DealResult, DealStage } from './deal.ts'
import { readReasons, readResult, readStage } from './deal-words.ts'

/** What a file says of one side. */
export interface ImportedSide {
  reasons?: DealReason[]
  changeFactor?: string
  change?: string
}

/** One deal, as a file says it, by external ids and names. What it does not say is absent: it stays as it is stored. */
export interface ImportedDeal {
  externalId: string
  accountId: string
  name?: string
  result?: DealResult
  decidedOn?: LocalDate
  stage?: DealStage
  value?: number
  productId?: string
  /** By their names. */
  competitor?: string
  rivalProduct?: string
  contactId?: string
  /** The e-mail address of a colleague. */
  seller?: string
  sides: { seller: ImportedSide; buyer: ImportedSide }
}

/**
 * Reads one row of a file of deals, with every fault of every cell.
 *
 * @example
 * readDealRow(['deal_id', 'account_id', 'result', 'decided_on'], ['D-1', 'A-1', 'Won', '2026-02-17']).row
 *   // { externalId: 'D-1', accountId: 'A-1', result: 'won', decidedOn: '2026-02-17', sides: { seller: {}, buyer: {} } }
 */
export function readDealRow(
  columns: readonly (ImportColumn | null)[],
  cells: readonly string[],
): { row: ImportedDeal | null; faults: CellFault[] } {
  const { faults, needed, text, read } = openCells(columns, cells)
  const row: ImportedDeal = {
    externalId: needed('deal_id'),
    accountId: needed('account_id'),
    ...present('name', text('deal_name') || undefined),
    ...present('result', read('result', readResult)),
    ...present('decidedOn', read('decided_on', readDay)),
    ...present('stage', read('stage', readStage)),
    ...present('value', read('deal_value', readAmount)),
    ...present('productId', text('product_id') || undefined),
    ...present('competitor', text('competitor') || undefined),
    ...present('rivalProduct', text('competitor_product') || undefined),
    ...present('contactId', text('contact_id') || undefined),
    ...present('seller', read('seller', readEmail)),
    sides: {
      seller: {
        ...present('reasons', read('seller_reasons', readReasons)),
        ...present('changeFactor', text('seller_change_factor').toLowerCase() || undefined),
        ...present('change', text('seller_change') || undefined),
      },
      buyer: {
        ...present('reasons', read('buyer_reasons', readReasons)),
        ...present('changeFactor', text('buyer_change_factor').toLowerCase() || undefined),
        ...present('change', text('buyer_change') || undefined),
      },
    },
  }
  return { row: faults.length > 0 ? null : row, faults }
}

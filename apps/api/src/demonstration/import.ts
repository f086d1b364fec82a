import type { StaffMember } from '@sixfold/contract/staff'
import { csvLine } from '@sixfold/domain/text/csv-safe'
import { startImport } from '../features/house/imports/service.ts'
import type { CustomerRow } from './companies.ts'
import type { DealFileRow } from './deals.ts'
import type { PurchaseRow } from './record.ts'
import type { Simulation } from './simulated-context.ts'

/** Imports customers, what they bought, or deals, as an administrator would: from a CSV file. */
export async function importRows<Row extends CustomerRow | PurchaseRow | DealFileRow>(
  { ctx }: Simulation,
  actor: StaffMember,
  kind: 'contacts' | 'installations' | 'deals',
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof Row & string)[]
  const lines = [csvLine(columns), ...rows.map(row => csvLine(columns.map(column => String(row[column]))))]
  const file = new File([`${lines.join('\r\n')}\r\n`], `${kind}.csv`, { type: 'text/csv' })
  const choice = { skipFaulty: false, createRegions: false, createProducts: true }
  await startImport(ctx, actor, { file, kind, ...choice }, actor.language)
}

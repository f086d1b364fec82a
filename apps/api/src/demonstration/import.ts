import type { StaffMember } from '@sixfold/contract/staff'
import { csvLine } from '@sixfold/domain/text/csv-safe'
import { startImport } from '../features/imports/service.ts'
import type { CustomerRow } from './companies.ts'
import type { Simulation } from './simulated-context.ts'

/** Imports customers as an administrator would: from a CSV file. */
export async function importCustomers(
  { ctx }: Simulation,
  actor: StaffMember,
  rows: readonly CustomerRow[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof CustomerRow)[]
  const lines = [csvLine(columns), ...rows.map(row => csvLine(columns.map(column => row[column])))]
  const file = new File([`${lines.join('\r\n')}\r\n`], 'customers.csv', { type: 'text/csv' })
  const choice = { skipFaulty: false, createRegions: false, createProducts: false }
  await startImport(ctx, actor, { file, kind: 'contacts', ...choice }, actor.language)
}

import type { CellFault } from '@sixfold/domain/customers/import-cells'
import type { ImportColumn, ImportKind } from '@sixfold/domain/customers/import-columns'
import type { FileFault } from '@sixfold/domain/customers/import-file'
import type { InstallationFileFault } from '@sixfold/domain/customers/installation-file'
import type { DealFileFault } from '@sixfold/domain/deals/deal-file'
import type { Context } from '../context.ts'
import type { CsvRow } from './rows.ts'

/** Why a row cannot be taken over. */
export type RowFaultCode = FileFault | InstallationFileFault | DealFileFault

export interface FoundFault extends Omit<CellFault, 'fault'> {
  fault: RowFaultCode
  /** The earlier line that this one does not agree with. */
  otherLine?: number
}

/** What an import may do and what marks what it writes. */
export interface ImportOrder {
  _id: string
  kind: ImportKind
  /** Regions that it may write to; null: all. */
  regionIds: string[] | null
  createRegions: boolean
  createProducts: boolean
  startedAt: Date
}

export interface ImportCounts {
  accountsCreated: number
  accountsUpdated: number
  contactsCreated: number
  contactsUpdated: number
  installationsCreated: number
  installationsUpdated: number
  dealsCreated: number
  dealsUpdated: number
  /** Things with a value that cannot be true. */
  marked: number
}

export const noCounts: Readonly<ImportCounts> = {
  accountsCreated: 0,
  accountsUpdated: 0,
  contactsCreated: 0,
  contactsUpdated: 0,
  installationsCreated: 0,
  installationsUpdated: 0,
  dealsCreated: 0,
  dealsUpdated: 0,
  marked: 0,
}

export type ImportColumns = readonly (ImportColumn | null)[]

/** The first pass over a file, a part at a time. */
export interface ImportCheck {
  /** The faults of each row, in their order. */
  check(rows: readonly CsvRow[]): Promise<FoundFault[][]>
  /** Makes what the file names and may be made, once the file has passed. */
  makeMissing(): Promise<{ regionsCreated: string[]; productsCreated: string[] }>
}

/** The second pass, over the rows without faults. */
export interface ImportWriter {
  counts: ImportCounts
  write(rows: readonly CsvRow[]): Promise<void>
}

/** How files of one kind are checked and written. Writing a row again changes nothing and counts the same. */
export interface Importer {
  openCheck(ctx: Context, order: ImportOrder, columns: ImportColumns): Promise<ImportCheck>
  openWriter(ctx: Context, order: ImportOrder, columns: ImportColumns): Promise<ImportWriter>
}

/** Whether a writer lost its race so often that something is wrong. */
const MOST_ROUNDS = 20

/** Writes what `attempt` plans from what is stored, until nobody wrote in between. */
export async function untilWritten(attempt: () => Promise<boolean>): Promise<void> {
  for (let round = 0; !(await attempt()); round += 1)
    if (round === MOST_ROUNDS) throw new Error('somebody else keeps writing what is being imported')
}

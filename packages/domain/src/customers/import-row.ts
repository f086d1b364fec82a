import { readEmail, readPhone } from '../contact-points.ts'
import type { TouchPurpose } from '../contact-policy.ts'
import type { LocalDate } from '../local-date.ts'
import type { Seniority } from '../survey/plan.ts'
import type { CellFault, Cells } from './import-cells.ts'
import { openCells, present } from './import-cells.ts'
import type { ImportColumn } from './import-columns.ts'
import { readDay } from './import-day.ts'
import type { ImportedKind } from './import-values.ts'
import {
  readAmount,
  readCount,
  readCountry,
  readKind,
  readLanguages,
  readMonth,
  readOptOuts,
  readPurpose,
  readSeniority,
  readWebsite,
  readYesNo,
  readZone,
} from './import-values.ts'

/** A row as it was read. What a file does not say is absent: it stays as it is stored. */
export interface ImportedRow {
  account: ImportedAccount
  contact: ImportedContact | null
  country?: string
  zone?: string
}

export interface ImportedAccount {
  externalId: string
  name?: string
  kind?: ImportedKind
  /** By its name; the importer knows which regions there are. */
  region?: string
  segment?: string
  annualRevenue?: number
  size?: number
  fiscalYearEnds?: number
  website?: string
  /** The e-mail address of the member of staff. */
  owner?: string
}

export interface ImportedContact {
  externalId: string
  name: string
  email: string
  phone?: string
  role?: string
  seniority?: Seniority
  languages?: string[]
  optOuts?: (TouchPurpose | 'everything')[]
  /** Only ever true: that somebody may be called is not for a list to say. */
  doNotCall?: true
  consent?: ImportedConsent
}

export interface ImportedConsent {
  purpose: TouchPurpose
  wordingVersion: string
  proof: string
  on: LocalDate
}

/**
 * Reads one row of a file of accounts or contacts by its columns, with every fault of every cell. An empty cell says
 * nothing: what is stored stays.
 *
 * @example readRow(['account_id', 'account_name'], ['A-1', 'Minh Phát'])
 *   // { row: { account: { externalId: 'A-1', name: 'Minh Phát' }, contact: null }, faults: [] }
 */
export function readRow(
  columns: readonly (ImportColumn | null)[],
  cells: readonly string[],
): { row: ImportedRow | null; faults: CellFault[] } {
  const row = openCells(columns, cells)
  const account = readAccount(row)
  const about = {
    ...present('country', row.read('country', readCountry)),
    ...present('zone', row.read('zone', readZone)),
  }
  const hasContact = whatMakesAContact.some(column => row.text(column) !== '')
  const contact = hasContact ? readContact(row) : null
  return { row: row.faults.length > 0 ? null : { account, contact, ...about }, faults: row.faults }
}

const whatMakesAContact = ['contact_id', 'contact_name', 'email', 'phone', 'role'] as const

function readAccount({ needed, text, read }: Cells): ImportedAccount {
  return {
    externalId: needed('account_id'),
    ...present('name', text('account_name') || undefined),
    ...present('kind', read('account_kind', readKind)),
    ...present('region', text('region') || undefined),
    ...present('segment', text('segment') || undefined),
    ...present('annualRevenue', read('annual_revenue', readAmount)),
    ...present('size', read('size', readCount)),
    ...present('fiscalYearEnds', read('fiscal_year_ends', readMonth)),
    ...present('website', read('website', readWebsite)),
    ...present('owner', read('owner', readEmail)),
  }
}

function readContact(row: Cells): ImportedContact {
  const { needed, text, read } = row
  return {
    externalId: needed('contact_id'),
    name: needed('contact_name'),
    email: needed('email') === '' ? '' : (read('email', readEmail) ?? ''),
    ...present('phone', read('phone', readPhone)),
    ...present('role', text('role') || undefined),
    ...present('seniority', read('seniority', readSeniority)),
    ...present('languages', read('languages', readLanguages)),
    ...present('optOuts', read('opt_out', readOptOuts)),
    ...present('doNotCall', read('do_not_call', readYesNo) || undefined),
    ...present('consent', readConsent(row)),
  }
}

/** A consent proves something only with all its parts: with one of them the others are needed, too. */
function readConsent({ text, needed, read }: Cells): ImportedConsent | undefined {
  const parts = ['consent_purpose', 'consent_wording', 'consent_proof', 'consent_date'] as const
  if (parts.every(column => text(column) === '')) return undefined
  for (const column of parts) needed(column)
  const purpose = read('consent_purpose', readPurpose)
  const on = read('consent_date', readDay)
  if (purpose === undefined || on === undefined) return undefined
  return { purpose, wordingVersion: text('consent_wording'), proof: text('consent_proof'), on }
}

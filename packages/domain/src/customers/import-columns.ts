import { foldText } from '../text/fold.ts'

/** What a file may hold: accounts, contacts with their accounts, things bought and installed, or deals won and lost. */
export const importKinds = ['accounts', 'contacts', 'installations', 'deals'] as const
export type ImportKind = (typeof importKinds)[number]

const aboutAccount = [
  'account_id',
  'account_name',
  'account_kind',
  'region',
  'segment',
  'annual_revenue',
  'size',
  'fiscal_year_ends',
  'website',
  'owner',
] as const
const aboutContact = [
  'contact_id',
  'contact_name',
  'email',
  'phone',
  'role',
  'seniority',
  'languages',
  'opt_out',
  'do_not_call',
  'consent_purpose',
  'consent_wording',
  'consent_proof',
  'consent_date',
] as const
const aboutPlace = ['country', 'zone'] as const
const aboutInstallation = [
  'installation_id',
  'account_id',
  'product_id',
  'product_name',
  'contact_id',
  'purchased_on',
  'installed_on',
] as const
const aboutDeal = [
  'deal_id',
  'account_id',
  'deal_name',
  'result',
  'decided_on',
  'stage',
  'deal_value',
  'product_id',
  'competitor',
  'competitor_product',
  'contact_id',
  'seller',
  'seller_reasons',
  'seller_change_factor',
  'seller_change',
  'buyer_reasons',
  'buyer_change_factor',
  'buyer_change',
] as const

export type ImportColumn =
  | (typeof aboutAccount)[number]
  | (typeof aboutContact)[number]
  | (typeof aboutPlace)[number]
  | (typeof aboutInstallation)[number]
  | (typeof aboutDeal)[number]

/** The columns of each kind of file, in the order of its template. */
export const importColumns: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  accounts: [...aboutAccount, ...aboutPlace],
  contacts: [...aboutAccount, ...aboutContact, ...aboutPlace],
  installations: aboutInstallation,
  deals: aboutDeal,
}

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
 * @example readHeader('contacts', ['Account ID', 'Account name', 'Notes']).columns // ['account_id', 'account_name', null]
 * @example readHeader('contacts', ['account_id', 'email']).missing // ['contact_id', 'contact_name']
 */
export function readHeader(kind: ImportKind, cells: readonly string[]): ImportHeader {
  const columns = cells.map(cell => columnNamed(kind, cell))
  const found = columns.filter(column => column !== null)
  const present = new Set(found)
  return {
    columns,
    ignored: cells.filter((cell, index) => columns[index] === null && cell.trim() !== ''),
    missing: neededOf(kind, present).filter(column => !present.has(column)),
    repeated: [...new Set(found.filter((column, index) => found.indexOf(column) !== index))],
  }
}

function neededOf(kind: ImportKind, present: ReadonlySet<ImportColumn>): ImportColumn[] {
  if (kind === 'installations') return ['installation_id', 'account_id', 'product_id']
  if (kind === 'deals') return ['deal_id', 'account_id']
  const speaksOfContacts = kind === 'contacts' && aboutContact.some(column => present.has(column))
  return speaksOfContacts ? ['account_id', 'contact_id', 'contact_name', 'email'] : ['account_id']
}

function columnNamed(kind: ImportKind, heading: string): ImportColumn | null {
  const name = foldText(heading).replace(/[\s-]+/g, '_')
  const present = otherNames[name] ?? name
  return importColumns[kind].find(column => column === present) ?? null
}

/** Headings that are usual, too. */
const otherNames: Readonly<Record<string, ImportColumn>> = {
  language: 'languages',
  employees: 'size',
  fiscal_year_end: 'fiscal_year_ends',
}

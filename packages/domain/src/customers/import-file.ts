import { foldText } from '../text/fold.ts'
import { likelyLanguage, zoneOfCountry } from './country-zones.ts'
import type { CellFault, RowFault } from './import-cells.ts'
import type { ImportColumn } from './import-columns.ts'
import type { ImportedAccount, ImportedRow } from './import-row.ts'

export type FileFault =
  | RowFault
  | 'unknown_region'
  | 'region_without_zone'
  | 'account_without_name'
  | 'account_without_region'
  | 'account_differs'
  | 'contact_repeated'
  | 'email_repeated'
  | 'email_taken'
  | 'not_changeable'
  | 'zone_needed'
  | 'unknown_owner'

export interface ImportFault extends Omit<CellFault, 'fault'> {
  fault: FileFault
  /** The earlier line that this one does not agree with. */
  otherLine?: number
}

export interface ImportRegion {
  name: string
  country: string
  zone: string
}

/** What is stored already, as far as a part of the file asks. Regions and stored things that the person may not see are absent or `foreign`. */
export interface StoredCustomers {
  /** External ids of accounts → whether it lies in a region of others. */
  accounts: ReadonlyMap<string, { foreign: boolean; region: string }>
  contacts: ReadonlyMap<string, { foreign: boolean }>
  /** Addresses → the external id of the contact that has it. */
  emails: ReadonlyMap<string, string>
  /** Addresses of members of staff. */
  owners: { has(email: string): boolean }
}

/** What a check remembers of the rows before: a row can be wrong by itself and against others. */
export interface FileCheck {
  /** By folded name. */
  regions: Map<string, ImportRegion>
  /** Regions that the file names and the import will create. */
  newRegions: Map<string, ImportRegion>
  accounts: Map<string, { line: number; account: ImportedAccount }>
  contacts: Map<string, number>
  emails: Map<string, number>
  createRegions: boolean
  /** For new regions whose rows name no country. */
  home: { country: string; zone: string }
}

export function startCheck(
  options: Pick<FileCheck, 'createRegions' | 'home'> & { regions: readonly ImportRegion[] },
): FileCheck {
  return {
    regions: new Map(options.regions.map(region => [foldText(region.name), region])),
    newRegions: new Map(),
    accounts: new Map(),
    contacts: new Map(),
    emails: new Map(),
    createRegions: options.createRegions,
    home: options.home,
  }
}

/**
 * The faults of a row against what is stored and against the rows before it. A row without faults is remembered by `check`;
 * a row with faults is not, so that one slip does not make others.
 */
export function checkRow(
  check: FileCheck,
  row: ImportedRow,
  line: number,
  stored: StoredCustomers,
): ImportFault[] {
  const faults = [...checkAccount(check, row, line, stored), ...checkContact(check, row, stored)]
  if (faults.length > 0) return faults
  const { account, contact } = row
  const before = check.accounts.get(account.externalId)
  check.accounts.set(account.externalId, {
    line: before?.line ?? line,
    account: { ...before?.account, ...account },
  })
  if (account.region !== undefined && !regionOf(check, account.region))
    check.newRegions.set(foldText(account.region), newRegion(check, row, account.region))
  if (contact) {
    check.contacts.set(contact.externalId, line)
    check.emails.set(contact.email, line)
  }
  return []
}

/** What a new contact gets where its row says nothing: its region's country and zone, or its own country's. */
export function placeOfContact(
  row: ImportedRow,
  region: ImportRegion,
): { country: string; zone: string; languages: string[] } {
  const country = row.country ?? region.country
  const zone = row.zone ?? (country === region.country ? region.zone : zoneOfCountry(country)) ?? region.zone
  return { country, zone, languages: row.contact?.languages ?? [likelyLanguage(country)] }
}

function checkAccount(
  check: FileCheck,
  row: ImportedRow,
  line: number,
  stored: StoredCustomers,
): ImportFault[] {
  const { account } = row
  const known = stored.accounts.get(account.externalId)
  const before = check.accounts.get(account.externalId)
  if (known?.foreign) return [{ column: 'account_id', value: account.externalId, fault: 'not_changeable' }]
  const faults: ImportFault[] = []
  if (!known && !before?.account.name && !account.name)
    faults.push({ column: 'account_name', value: '', fault: 'account_without_name' })
  if (!known && !before?.account.region && !account.region)
    faults.push({ column: 'region', value: '', fault: 'account_without_region' })
  if (account.region !== undefined && !regionOf(check, account.region)) {
    const { region } = account
    if (!check.createRegions) faults.push({ column: 'region', value: region, fault: 'unknown_region' })
    else if (newRegion(check, row, region).zone === '')
      faults.push({ column: 'zone', value: row.country ?? '', fault: 'region_without_zone' })
  }
  if (account.owner !== undefined && !stored.owners.has(account.owner))
    faults.push({ column: 'owner', value: account.owner, fault: 'unknown_owner' })
  if (before) faults.push(...differences(before.account, account, before.line))
  return line === before?.line ? [] : faults
}

/** The first row of an account says what it is; later ones may leave cells empty but not contradict. */
function differences(first: ImportedAccount, later: ImportedAccount, otherLine: number): ImportFault[] {
  const pairs: [ImportColumn, unknown, unknown][] = [
    ['account_name', first.name, later.name],
    ['account_kind', first.kind, later.kind],
    ['region', first.region && foldText(first.region), later.region && foldText(later.region)],
    ['segment', first.segment, later.segment],
    ['annual_revenue', first.annualRevenue, later.annualRevenue],
    ['size', first.size, later.size],
    ['fiscal_year_ends', first.fiscalYearEnds, later.fiscalYearEnds],
    ['website', first.website, later.website],
    ['owner', first.owner, later.owner],
  ]
  const shown = (column: ImportColumn, value: unknown) =>
    column === 'region' ? (later.region ?? '') : String(value)
  return pairs
    .filter(([, before, now]) => before !== undefined && now !== undefined && before !== now)
    .map(([column, , now]) => ({ column, value: shown(column, now), fault: 'account_differs', otherLine }))
}

function checkContact(check: FileCheck, row: ImportedRow, stored: StoredCustomers): ImportFault[] {
  const { contact } = row
  if (!contact) return []
  if (stored.contacts.get(contact.externalId)?.foreign)
    return [{ column: 'contact_id', value: contact.externalId, fault: 'not_changeable' }]
  const faults: ImportFault[] = []
  const sameId = check.contacts.get(contact.externalId)
  if (sameId !== undefined)
    faults.push({
      column: 'contact_id',
      value: contact.externalId,
      fault: 'contact_repeated',
      otherLine: sameId,
    })
  const sameEmail = check.emails.get(contact.email)
  if (sameId === undefined && sameEmail !== undefined)
    faults.push({ column: 'email', value: contact.email, fault: 'email_repeated', otherLine: sameEmail })
  const owner = stored.emails.get(contact.email)
  if (owner !== undefined && owner !== contact.externalId)
    faults.push({ column: 'email', value: contact.email, fault: 'email_taken' })
  const region = placeName(check, row, stored)
  if (
    row.zone === undefined &&
    row.country !== undefined &&
    region &&
    row.country !== region.country &&
    !zoneOfCountry(row.country)
  )
    faults.push({ column: 'zone', value: row.country, fault: 'zone_needed' })
  return faults
}

function placeName(check: FileCheck, row: ImportedRow, stored: StoredCustomers): ImportRegion | undefined {
  const { externalId, region } = row.account
  const name =
    region ?? check.accounts.get(externalId)?.account.region ?? stored.accounts.get(externalId)?.region
  return name === undefined ? undefined : regionOf(check, name)
}

function regionOf(check: FileCheck, name: string): ImportRegion | undefined {
  const folded = foldText(name)
  return check.regions.get(folded) ?? check.newRegions.get(folded)
}

/** The first row that names a new region says where it lies. */
function newRegion(check: FileCheck, row: ImportedRow, name: string): ImportRegion {
  const country = row.country ?? check.home.country
  const zone = row.zone ?? (country === check.home.country ? check.home.zone : (zoneOfCountry(country) ?? ''))
  return { name, country, zone }
}

import type { CellFault, RowFault } from './import-cells.ts'
import type { ImportedInstallation } from './installation-row.ts'

export type InstallationFileFault =
  | RowFault
  | 'unknown_account'
  | 'unknown_contact'
  | 'contact_of_other_account'
  | 'unknown_product'
  | 'product_without_name'
  | 'product_differs'
  | 'installation_repeated'
  | 'installation_of_other_account'
  | 'not_changeable'

export interface InstallationFault extends Omit<CellFault, 'fault'> {
  fault: InstallationFileFault
  /** The earlier line that this one does not agree with. */
  otherLine?: number
}

/** What is stored already, by external ids. Accounts and contacts that the person may not see are absent. */
export interface StoredInstallations {
  /** → the account's own id, which several external ids can share after a merger. */
  accounts: ReadonlyMap<string, string>
  /** → the own id of the contact's account. */
  contacts: ReadonlyMap<string, string>
  /** `accountId`: the account's own id. `foreign`: in a region of others. */
  installations: ReadonlyMap<string, { foreign: boolean; accountId: string }>
  products: { has(externalId: string): boolean }
}

/** What a check remembers of the rows before. */
export interface InstallationCheck {
  createProducts: boolean
  lines: Map<string, number>
  /** Products that the file names and the import will create. */
  newProducts: Map<string, { line: number; name: string }>
}

export function startInstallationCheck({
  createProducts,
}: Pick<InstallationCheck, 'createProducts'>): InstallationCheck {
  return { createProducts, lines: new Map(), newProducts: new Map() }
}

/**
 * The faults of a row against what is stored and against the rows before it. Days that cannot be true are no fault: they
 * are taken over and marked.
 */
export function checkInstallation(
  check: InstallationCheck,
  row: ImportedInstallation,
  line: number,
  stored: StoredInstallations,
): InstallationFault[] {
  const faults: InstallationFault[] = []
  const repeated = check.lines.get(row.externalId)
  const known = stored.installations.get(row.externalId)
  if (known?.foreign) return [{ column: 'installation_id', value: row.externalId, fault: 'not_changeable' }]
  if (repeated !== undefined)
    faults.push({
      column: 'installation_id',
      value: row.externalId,
      fault: 'installation_repeated',
      otherLine: repeated,
    })
  const accountId = stored.accounts.get(row.accountId)
  if (accountId === undefined)
    faults.push({ column: 'account_id', value: row.accountId, fault: 'unknown_account' })
  else if (known && known.accountId !== accountId)
    faults.push({ column: 'account_id', value: row.accountId, fault: 'installation_of_other_account' })
  faults.push(...checkContact(row, stored), ...checkProduct(check, row, line, stored))
  if (faults.length === 0) check.lines.set(row.externalId, line)
  return faults
}

function checkContact(row: ImportedInstallation, stored: StoredInstallations): InstallationFault[] {
  const { contactId, accountId } = row
  if (contactId === undefined) return []
  const account = stored.contacts.get(contactId)
  if (account === undefined) return [{ column: 'contact_id', value: contactId, fault: 'unknown_contact' }]
  return account === stored.accounts.get(accountId)
    ? []
    : [{ column: 'contact_id', value: contactId, fault: 'contact_of_other_account' }]
}

function checkProduct(
  check: InstallationCheck,
  { productId, productName }: ImportedInstallation,
  line: number,
  stored: StoredInstallations,
): InstallationFault[] {
  if (stored.products.has(productId)) return []
  if (!check.createProducts) return [{ column: 'product_id', value: productId, fault: 'unknown_product' }]
  const before = check.newProducts.get(productId)
  if (!before) {
    if (productName === undefined)
      return [{ column: 'product_name', value: '', fault: 'product_without_name' }]
    check.newProducts.set(productId, { line, name: productName })
    return []
  }
  return productName === undefined || productName === before.name
    ? []
    : [{ column: 'product_name', value: productName, fault: 'product_differs', otherLine: before.line }]
}

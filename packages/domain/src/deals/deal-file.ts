import type { CellFault, RowFault } from '../customers/import-cells.ts'
import { foldText } from '../text/fold.ts'
import { DEAL_SIDES, viewFaults } from './deal.ts'
import type { ImportedDeal } from './deal-row.ts'

export type DealFileFault =
  | RowFault
  | 'unknown_account'
  | 'unknown_contact'
  | 'contact_of_other_account'
  | 'unknown_product'
  | 'unknown_owner'
  | 'unknown_competitor'
  | 'unknown_competitor_product'
  | 'unknown_factor'
  | 'deal_repeated'
  | 'deal_of_other_account'
  | 'deal_incomplete'
  | 'not_changeable'

export interface DealFault extends Omit<CellFault, 'fault'> {
  fault: DealFileFault
  /** The earlier line that this one does not agree with. */
  otherLine?: number
}

/** What is stored already, by external ids and folded names. What the person may not see is absent. */
export interface StoredDeals {
  /** → the account's own id. */
  accounts: ReadonlyMap<string, string>
  /** → the own id of the contact's account. */
  contacts: ReadonlyMap<string, string>
  products: { has(externalId: string): boolean }
  /** By e-mail address. */
  sellers: { has(email: string): boolean }
  /** By folded name → the folded names of its products. */
  competitors: ReadonlyMap<string, ReadonlySet<string>>
  /** `accountId`: the account's own id. `foreign`: in a region of others. */
  deals: ReadonlyMap<string, { foreign: boolean; accountId: string }>
  model: Parameters<typeof viewFaults>[1]
}

/** The faults of a row against what is stored and against the rows before it; `lines` remembers those. */
export function checkDeal(
  lines: Map<string, number>,
  row: ImportedDeal,
  line: number,
  stored: StoredDeals,
): DealFault[] {
  const { externalId, accountId, contactId, productId, seller, competitor, rivalProduct } = row
  const known = stored.deals.get(externalId)
  if (known?.foreign) return [{ column: 'deal_id', value: externalId, fault: 'not_changeable' }]
  const faults: DealFault[] = []
  const add = (column: DealFault['column'], value: string, fault: DealFileFault, otherLine?: number) =>
    faults.push({ column, value, fault, ...(otherLine === undefined ? {} : { otherLine }) })
  const repeated = lines.get(externalId)
  if (repeated !== undefined) add('deal_id', externalId, 'deal_repeated', repeated)
  const account = stored.accounts.get(accountId)
  if (account === undefined) add('account_id', accountId, 'unknown_account')
  else if (known && known.accountId !== account) add('account_id', accountId, 'deal_of_other_account')
  if (!known)
    for (const [column, value] of [
      ['deal_name', row.name],
      ['result', row.result],
      ['decided_on', row.decidedOn],
    ] as const)
      if (value === undefined) add(column, '', 'deal_incomplete')
  if (contactId !== undefined) {
    const at = stored.contacts.get(contactId)
    if (at === undefined) add('contact_id', contactId, 'unknown_contact')
    else if (at !== account) add('contact_id', contactId, 'contact_of_other_account')
  }
  if (productId !== undefined && !stored.products.has(productId))
    add('product_id', productId, 'unknown_product')
  if (seller !== undefined && !stored.sellers.has(seller)) add('seller', seller, 'unknown_owner')
  const theirs = competitor === undefined ? undefined : stored.competitors.get(foldText(competitor))
  if (competitor !== undefined && !theirs) add('competitor', competitor, 'unknown_competitor')
  if (rivalProduct !== undefined && !theirs?.has(foldText(rivalProduct)))
    add('competitor_product', rivalProduct, 'unknown_competitor_product')
  for (const side of DEAL_SIDES) {
    const { reasons = [], changeFactor = null } = row.sides[side]
    if (viewFaults({ reasons, changeFactor: null }, stored.model).length > 0)
      add(`${side}_reasons`, reasons.map(({ factor }) => factor).join('; '), 'unknown_factor')
    if (viewFaults({ reasons: [], changeFactor }, stored.model).length > 0)
      add(`${side}_change_factor`, changeFactor ?? '', 'unknown_factor')
  }
  if (faults.length === 0) lines.set(externalId, line)
  return faults
}

import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { AccountRow } from './store.ts'
import { findAccountsByExternalId, findAccountsById, writeAccounts } from './store.ts'

export type {
  AccountChange,
  AccountEntry,
  AccountFields,
  AccountKind,
  AccountRow,
  AccountSearch,
  NewAccount,
} from './store.ts'
export {
  countAccounts,
  findAccountIds,
  findAccountsByExternalId,
  findSegments,
  insertAccount,
  listAccounts,
  storeImportedAccounts,
  updateAccount,
  writeAccounts,
} from './store.ts'

/** Accounts by id. */
export async function findAccounts(ctx: Context, ids: readonly string[]): Promise<Map<string, AccountRow>> {
  const rows = ids.length === 0 ? [] : await findAccountsById(ctx, [...new Set(ids)])
  return new Map(rows.map(row => [row._id, row]))
}

/** An account that the caller may read, or `not_found`. */
export async function accountFor(ctx: Context, actor: StaffMember, id: string): Promise<AccountRow> {
  const [row] = await findAccountsById(ctx, [id])
  if (!row || !can(actor, 'customers.read', row)) throw new AppError('not_found')
  return row
}

/** The regions to look in for customers; null: all. A region that the caller may not see holds nothing for them. */
export function regionsToSearch(actor: StaffMember, regionId: string | undefined): string[] | null {
  if (!can(actor, 'customers.read')) throw new AppError('not_found')
  const own = actor.regions === 'all' ? null : actor.regions
  if (regionId === undefined) return own
  return !own || own.includes(regionId) ? [regionId] : []
}

/** What an import asks before it writes, and what makes accounts for tests. */
export const accountBooks = { findAccountsByExternalId, writeAccounts }

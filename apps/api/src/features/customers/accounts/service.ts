import type { FieldMark, FieldOrigin } from '@sixfold/contract/customers'
import type { StaffMember } from '@sixfold/contract/staff'
import type { Provenance, FieldMark as StoredMark } from '@sixfold/domain/customers/provenance'
import { can } from '@sixfold/domain/permissions'
import { findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { AccountRow } from './store.ts'
import { findAccountsById } from './store.ts'

export type {
  AccountChange,
  AccountFields,
  AccountKind,
  AccountRow,
  NewAccount,
} from './store.ts'
export {
  countAccounts,
  findAccountIds,
  findAccountsByExternalId,
  findSegments,
  insertAccount,
  listAccounts,
  pointAccount,
  storeImportedAccounts,
  updateAccount,
  walkAccounts,
} from './store.ts'

/** Accounts by id. */
export async function findAccounts(ctx: Context, ids: readonly string[]): Promise<Map<string, AccountRow>> {
  const rows = ids.length === 0 ? [] : await findAccountsById(ctx, [...new Set(ids)])
  return new Map(rows.map(row => [row._id, row]))
}

/** Accounts by external id; in the place of one that was merged stands the account that it is now. */
export async function keptAccounts(
  ctx: Context,
  rows: readonly AccountRow[],
): Promise<Map<string, AccountRow>> {
  const kept = await findAccounts(
    ctx,
    rows.flatMap(({ mergedInto }) => mergedInto ?? []),
  )
  return new Map(rows.map(row => [row.externalId, (row.mergedInto && kept.get(row.mergedInto)) || row]))
}

/** An account that the caller may read (or edit), or `not_found`. */
export async function accountFor(
  ctx: Context,
  actor: StaffMember,
  id: string,
  action: 'customers.read' | 'customers.edit' = 'customers.read',
): Promise<AccountRow> {
  const [row] = await findAccountsById(ctx, [id])
  if (row?.mergedInto) return accountFor(ctx, actor, row.mergedInto, action)
  if (!row || !can(actor, action, row)) throw new AppError('not_found')
  return row
}

/** Who somebody of the house is as the source of what they say. */
export const sourceOf = (actor: StaffMember) => `${STAFF}${actor.id}`
const STAFF = 'staff:'

/** Where values come from and which cannot be true, as it goes over the wire. */
export async function describeOrigins(
  ctx: Context,
  { provenance, marks }: { provenance: Provenance; marks: readonly StoredMark[] },
): Promise<{ provenance: Record<string, FieldOrigin>; marks: FieldMark[] }> {
  const origins = Object.entries(provenance).flatMap(([field, origin]) => (origin ? [{ field, origin }] : []))
  const isByStaff = origins.some(({ origin }) => origin.source.startsWith(STAFF))
  const names = isByStaff ? await namesOfStaff(ctx) : null
  const described = origins.map(({ field, origin: { source, at, verifiedAt } }) => [
    field,
    {
      source,
      by: source.startsWith(STAFF) ? (names?.get(source.slice(STAFF.length)) ?? null) : null,
      at: at.toISOString(),
      verifiedAt: verifiedAt?.toISOString() ?? null,
    },
  ])
  return { provenance: Object.fromEntries(described), marks: [...marks] }
}

export async function namesOfStaff(ctx: Context): Promise<Map<string, string>> {
  return new Map((await findMembers(ctx)).map(({ id, name }) => [id, name]))
}

/** The regions to look in for customers; null: all. A region that the caller may not see holds nothing for them. */
export function regionsToSearch(actor: StaffMember, regionId: string | undefined): string[] | null {
  if (!can(actor, 'customers.read')) throw new AppError('not_found')
  return ownRegions(actor, regionId)
}

/** Of a region that was asked for, what lies among the caller's; null: all. Who calls it knows that the caller may look. */
export function ownRegions({ regions }: StaffMember, regionId: string | undefined): string[] | null {
  const own = regions === 'all' ? null : regions
  if (regionId === undefined) return own
  return !own || own.includes(regionId) ? [regionId] : []
}

/** Whose accounts a list is about, as a search. */
export function ownersToSearch(
  { id }: StaffMember,
  of: 'me' | 'nobody' | 'all',
): { ownerId?: string | null } {
  return of === 'all' ? {} : { ownerId: of === 'me' ? id : null }
}

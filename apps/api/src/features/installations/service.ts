import type { Context } from '../../context.ts'
import type { InstallationRow, SinceQuery } from './store.ts'
import {
  findInstallationsById,
  findInstallationsOf,
  findInstallationsSince as findRowsSince,
  writeInstallations,
} from './store.ts'

export type {
  InstallationChange,
  InstallationEntry,
  InstallationRow,
  NewInstallation,
  SinceQuery,
} from './store.ts'
export {
  dayOf,
  findInstallationsByExternalId,
  moveInstallations,
  storeImportedInstallations,
} from './store.ts'

/** What other features know of one thing bought. */
export interface KnownInstallation
  extends Omit<InstallationRow, '_id' | 'revision' | 'createdBy' | 'createdAt'> {
  id: string
}

/** What an account bought, the latest first. */
export async function listInstallations(ctx: Context, accountId: string): Promise<KnownInstallation[]> {
  return (await findInstallationsOf(ctx, accountId)).map(toKnown)
}

export async function findInstallations(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, KnownInstallation>> {
  const rows = ids.length === 0 ? [] : await findInstallationsById(ctx, ids)
  return new Map(rows.map(row => [row._id, toKnown(row)]))
}

/**
 * Things bought (for `product_survey`) or installed (for `installation_call`) from one day to another, both inclusive, by day
 * and id: a walk is taken up again after `{ since, id }` of the last one.
 */
export async function findInstallationsSince(ctx: Context, query: SinceQuery): Promise<KnownInstallation[]> {
  return (await findRowsSince(ctx, query)).map(toKnown)
}

/** What an import writes, and what makes things bought for tests. */
export const installationBooks = { writeInstallations }

function toKnown({
  _id: id,
  revision: _r,
  createdBy: _b,
  createdAt: _a,
  ...row
}: InstallationRow): KnownInstallation {
  return { id, ...row }
}

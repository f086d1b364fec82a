import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../context.ts'
import type { ImportRow } from './store.ts'
import { findImport } from './store.ts'

/** Somebody sees the imports they started; an administrator of all regions sees everybody's. */
export function seesAllImports(actor: StaffMember): boolean {
  return actor.role === 'administrator' && actor.regions === 'all'
}

export function maySeeImport(actor: StaffMember, run: Pick<ImportRow, 'startedBy'>): boolean {
  return can(actor, 'customers.import') && (seesAllImports(actor) || run.startedBy === actor.id)
}

export async function mayFollowImport(ctx: Context, actor: StaffMember, id: string): Promise<boolean> {
  const run = await findImport(ctx, id)
  return run !== null && maySeeImport(actor, run)
}

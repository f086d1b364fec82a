import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { insertEntries, insertEntry, insertEntryOnce, listEntries } from './store.ts'

/** Leaves an entry (law 7). `actor` is null for what the system does by itself. */
export function record(
  ctx: Context,
  actor: StaffMember | null,
  action: string,
  subject: string,
  detail = '',
): Promise<void> {
  return insertEntry(ctx, {
    at: ctx.clock.now(),
    actor: actor?.id ?? 'system',
    actorName: actor?.name ?? '',
    action,
    subject,
    detail,
  })
}

/** Several entries in one write; `by` null: the system. */
export async function recordAll(
  ctx: Context,
  entries: readonly {
    by: StaffMember | 'customer' | null
    action: string
    subject: string
    detail: string
  }[],
): Promise<void> {
  if (entries.length === 0) return
  const at = ctx.clock.now()
  await insertEntries(
    ctx,
    entries.map(({ by, ...entry }) =>
      by === null || by === 'customer'
        ? { at, actor: by ?? 'system', actorName: '', ...entry }
        : { at, actor: by.id, actorName: by.name, ...entry },
    ),
  )
}

/** For the system's own work that may be repeated after a crash: one entry by this id, which `newId()` minted. */
export function recordOnce(
  ctx: Context,
  id: string,
  { action, subject, detail }: { action: string; subject: string; detail: string },
): Promise<void> {
  const at = ctx.clock.now()
  return insertEntryOnce(ctx, { _id: id, at, actor: 'system', actorName: '', action, subject, detail })
}

/** An entry for what a person did with the own data, by a personal link. */
export function recordOfCustomer(ctx: Context, action: string, subject: string, detail = ''): Promise<void> {
  return insertEntry(ctx, { at: ctx.clock.now(), actor: 'customer', actorName: '', action, subject, detail })
}

export async function listAudit(
  ctx: Context,
  actor: StaffMember,
  page: { cursor?: string | undefined; limit?: number | undefined },
) {
  if (!can(actor, 'audit.read')) throw new AppError('not_found')
  const limit = page.limit ?? 50
  const rows = await listEntries(ctx, page.cursor ?? null, limit)
  const items = rows.map(({ _id, at, actorName, actor: by, action, subject, detail }) => ({
    id: _id,
    at: at.toISOString(),
    actor: actorName || by,
    action,
    subject,
    detail,
  }))
  return { items, next: rows.length === limit ? (rows.at(-1)?._id ?? null) : null }
}

import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { insertEntry, listEntries } from './store.ts'

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

/** The same for what a person did with the own data, by a personal link. */
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

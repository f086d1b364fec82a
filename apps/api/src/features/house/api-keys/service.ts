import type { ApiKey, KeyScope } from '@sixfold/contract/api-keys'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import { addDays } from 'date-fns/addDays'
import { subMinutes } from 'date-fns/subMinutes'
import { findMember, findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { hashToken, newLink } from '../../../secrets.ts'
import { record } from '../audit/service.ts'
import type { ApiKeyRow } from './store.ts'
import { deleteKey, findKeyByHash, findKeys, insertKey, noteUse } from './store.ts'

export { deleteKeysOf } from './store.ts'

/** Tells scanners of source code, and people, what they have found. */
const MARK = 'sixfold_'

export async function listKeys(ctx: Context, actor: StaffMember) {
  const rows = await findKeys(ctx, whose(actor))
  const names = new Map((await findMembers(ctx)).map(({ id, name }) => [id, name]))
  return { items: rows.map(row => toKey(row, names.get(row.staffId) ?? '')) }
}

export async function makeKey(
  ctx: Context,
  actor: StaffMember,
  { name, scope, days }: { name: string; scope: KeyScope; days: number | null },
) {
  const { token, tokenHash } = newLink(MARK)
  const now = ctx.clock.now()
  const row: ApiKeyRow = {
    _id: newId(),
    staffId: actor.id,
    name,
    scope,
    tokenHash,
    start: token.slice(0, MARK.length + 4),
    createdAt: now,
    expiresAt: days === null ? null : addDays(now, days),
    usedAt: null,
  }
  await insertKey(ctx, row)
  await record(ctx, actor, 'api-key.made', `api-key:${row._id}`, `${name} (${scope})`)
  return { apiKey: toKey(row, actor.name), key: token }
}

/** The own key, or, as an administrator for all regions, anybody's. */
export async function endKey(ctx: Context, actor: StaffMember, id: string): Promise<void> {
  const ended = await deleteKey(ctx, id, whose(actor))
  if (!ended) throw new AppError('not_found')
  await record(ctx, actor, 'api-key.ended', `api-key:${id}`, ended.name)
}

/** Whose keys somebody sees and ends; null: everybody's. */
function whose(actor: StaffMember): string | null {
  return can(actor, 'staff.invite') && actor.regions === 'all' ? null : actor.id
}

/** Who calls with a key: its owner as the rights are now (R2), under a name that tells the key too. Null: no such key. */
export async function callerOfKey(
  ctx: Context,
  token: string,
): Promise<{ id: string; scope: KeyScope; actor: StaffMember } | null> {
  if (!token.startsWith(MARK)) return null
  const row = await findKeyByHash(ctx, hashToken(token))
  const now = ctx.clock.now()
  if (!row || (row.expiresAt && row.expiresAt <= now)) return null
  const member = await findMember(ctx, row.staffId)
  if (!member) return null
  await noteUse(ctx, row._id, now, subMinutes(now, 1))
  return { id: row._id, scope: row.scope, actor: { ...member, name: `${member.name} (${row.name})` } }
}

function toKey(row: ApiKeyRow, ownerName: string): ApiKey {
  return {
    id: row._id,
    name: row.name,
    scope: row.scope,
    start: row.start,
    owner: { id: row.staffId, name: ownerName },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    usedAt: row.usedAt?.toISOString() ?? null,
  }
}

import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { accountFor, findAccounts } from '../../customers/accounts/service.ts'
import { record } from '../../house/audit/service.ts'
import { deleteRivalry, findRivalries, insertRivalry } from './store.ts'

/** Pairs of these accounts that compete with one another. */
export async function rivalsAmong(
  ctx: Context,
  accountIds: readonly string[],
): Promise<(readonly [string, string])[]> {
  const among = new Set(accountIds)
  if (among.size < 2) return []
  const rows = await findRivalries(ctx, [...among])
  return rows.map(row => row.accountIds).filter(([a, b]) => among.has(a) && among.has(b))
}

/** Competitors of an account in the regions that the caller may see. */
export async function listRivals(ctx: Context, actor: StaffMember, id: string) {
  const { _id } = await accountFor(ctx, actor, id)
  const rows = await findRivalries(ctx, [_id])
  const others = await findAccounts(
    ctx,
    rows.map(row => otherOf(row.accountIds, _id)),
  )
  return {
    items: rows.flatMap(({ accountIds, by, at }) => {
      const other = others.get(otherOf(accountIds, _id))
      if (!other || !can(actor, 'customers.read', other)) return []
      return [{ accountId: other._id, name: other.name, by, at: at.toISOString() }]
    }),
  }
}

export async function addRival(
  ctx: Context,
  actor: StaffMember,
  { id, otherId }: { id: string; otherId: string },
) {
  const [one, other] = [
    await accountFor(ctx, actor, id, 'customers.edit'),
    await accountFor(ctx, actor, otherId, 'customers.edit'),
  ]
  if (one._id === other._id) throw new AppError('wrong_state')
  const isNew = await insertRivalry(ctx, [one._id, other._id], { by: actor.name, at: ctx.clock.now() })
  if (isNew) await record(ctx, actor, 'account.rival-added', `account:${one._id}`, other.name)
  return listRivals(ctx, actor, one._id)
}

export async function removeRival(
  ctx: Context,
  actor: StaffMember,
  { id, otherId }: { id: string; otherId: string },
) {
  const [one, other] = [
    await accountFor(ctx, actor, id, 'customers.edit'),
    await accountFor(ctx, actor, otherId, 'customers.edit'),
  ]
  if (await deleteRivalry(ctx, [one._id, other._id]))
    await record(ctx, actor, 'account.rival-removed', `account:${one._id}`, other.name)
  return listRivals(ctx, actor, one._id)
}

/** Gives the competitors of an account to another; the two do not compete with each other. */
export async function handOverRivals(ctx: Context, accountId: string, to: string): Promise<void> {
  for (const { accountIds, by, at } of await findRivalries(ctx, [accountId])) {
    const other = otherOf(accountIds, accountId)
    if (other !== to) await insertRivalry(ctx, [to, other], { by, at })
    await deleteRivalry(ctx, accountIds)
  }
}

const otherOf = ([a, b]: readonly [string, string], id: string) => (a === id ? b : a)

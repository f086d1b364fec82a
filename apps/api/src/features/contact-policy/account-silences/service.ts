import type { AccountSilence, SilenceReason } from '@sixfold/contract/account-silences'
import type { StaffMember } from '@sixfold/contract/staff'
import { addLocalDays } from '@sixfold/domain/local-date'
import { can } from '@sixfold/domain/permissions'
import { resolveWallTime } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import type { AccountRow } from '../../customers/accounts/service.ts'
import { accountFor } from '../../customers/accounts/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import type { AccountSilenceRow } from './store.ts'
import { findOpenSilences, findSilencesOf, insertSilence, storeEnd } from './store.ts'

export { moveSilences as handOverSilences } from './store.ts'

export interface NewSilence {
  /** Names it for ever, such as `case:` and the case's id: opening it again changes nothing, even after it ended. */
  key: string
  accountId: string
  reason: SilenceReason
  note?: string
  until?: Date | null
}

/** Surveys nobody at an account from now on. */
export async function openSilence(
  ctx: Context,
  { key, accountId, reason, note = '', until = null }: NewSilence,
  actor: StaffMember | null = null,
): Promise<void> {
  const isNew = await insertSilence(ctx, {
    _id: key,
    accountId,
    reason,
    note,
    until,
    openedAt: ctx.clock.now(),
    openedBy: actor?.name ?? '',
    endedAt: null,
    endedBy: '',
  })
  if (isNew) await record(ctx, actor, 'account.silence', `account:${accountId}`, reason)
}

/** Ends a silence by its key; one that has ended, or never was, is left alone. */
export async function endSilence(ctx: Context, key: string): Promise<void> {
  if (await storeEnd(ctx, { _id: key }, { endedAt: ctx.clock.now(), endedBy: '' }))
    await record(ctx, null, 'account.silence-ended', `silence:${key}`)
}

/** Which of these accounts are silenced now, and until when; null: until somebody ends it. */
export async function readSilences(
  ctx: Context,
  accountIds: readonly string[],
): Promise<Map<string, { until: Date | null }>> {
  const now = ctx.clock.now()
  const found = new Map<string, { until: Date | null }>()
  for (const { accountId, until } of await findOpenSilences(ctx, [...new Set(accountIds)])) {
    if (until && until <= now) continue
    const before = found.get(accountId)
    found.set(accountId, { until: before ? later(before.until, until) : until })
  }
  return found
}

export async function listSilences(ctx: Context, actor: StaffMember, accountId: string) {
  const account = await accountFor(ctx, actor, accountId)
  const [rows, zone] = await Promise.all([findSilencesOf(ctx, accountId), zoneOf(ctx, account)])
  const now = ctx.clock.now()
  return { items: rows.map(row => toSilence(row, now)), zone }
}

export async function silenceAccount(
  ctx: Context,
  actor: StaffMember,
  input: { id: string; reason: SilenceReason; note: string; lastDay: string | null },
) {
  const account = await silenceable(ctx, actor, input.id)
  const { reason, note, lastDay } = input
  const zone = await zoneOf(ctx, account)
  const until =
    lastDay === null ? null : resolveWallTime({ date: addLocalDays(lastDay, 1), time: '00:00', zone }).instant
  if (until && until <= ctx.clock.now()) throw new AppError('wrong_state')
  await openSilence(ctx, { key: newId(), accountId: account._id, reason, note, until }, actor)
  return listSilences(ctx, actor, input.id)
}

export async function endSilenceOf(
  ctx: Context,
  actor: StaffMember,
  { id, silenceId }: { id: string; silenceId: string },
) {
  const account = await silenceable(ctx, actor, id)
  const rows = await findSilencesOf(ctx, account._id)
  if (!rows.some(({ _id }) => _id === silenceId)) throw new AppError('not_found')
  const end = { endedAt: ctx.clock.now(), endedBy: actor.name }
  if (await storeEnd(ctx, { _id: silenceId, accountId: id }, end))
    await record(ctx, actor, 'account.silence-ended', `account:${id}`)
  return listSilences(ctx, actor, id)
}

async function silenceable(ctx: Context, actor: StaffMember, id: string): Promise<AccountRow> {
  const account = await accountFor(ctx, actor, id)
  if (!can(actor, 'account.silence', account)) throw new AppError('not_found')
  return account
}

/** Days of an account begin and end in its region. */
async function zoneOf(ctx: Context, { regionId }: AccountRow): Promise<string> {
  const region = (await listRegions(ctx)).find(({ _id }) => _id === regionId)
  return region?.zone ?? (await readOrganisation(ctx)).zone
}

const later = (a: Date | null, b: Date | null) => (a === null || b === null ? null : a > b ? a : b)

function toSilence(row: AccountSilenceRow, now: Date): AccountSilence {
  const { _id: id, reason, note, openedBy, endedBy, until, endedAt } = row
  return {
    id,
    reason,
    note,
    openedAt: row.openedAt.toISOString(),
    openedBy,
    until: until?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    endedBy,
    open: endedAt === null && (until === null || until > now),
  }
}

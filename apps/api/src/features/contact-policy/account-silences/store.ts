import type { SilenceReason } from '@sixfold/contract/account-silences'
import type { Context } from '../../../context.ts'
import { defineCollection, trusted } from '../../../db/collection.ts'

export interface AccountSilenceRow {
  /** Names this silence for ever: opening it again changes nothing. */
  _id: string
  accountId: string
  reason: SilenceReason
  note: string
  openedAt: Date
  openedBy: string
  /** When it ends by itself; null: when somebody ends it. */
  until: Date | null
  endedAt: Date | null
  endedBy: string
}

const silences = defineCollection<AccountSilenceRow>(
  'accountSilences',
  {
    _id: String,
    accountId: String,
    reason: String,
    note: String,
    openedAt: Date,
    openedBy: String,
    until: Date,
    endedAt: Date,
    endedBy: String,
  },
  [{ fields: { accountId: 1, openedAt: -1 } }],
)

/** True when it is new. */
export async function insertSilence(ctx: Context, { _id, ...row }: AccountSilenceRow): Promise<boolean> {
  const { upsertedCount } = await silences(ctx).updateOne({ _id }, { $setOnInsert: row }, { upsert: true })
  return upsertedCount === 1
}

/** Ends it once; false when it had ended, or there is none. */
export async function storeEnd(
  ctx: Context,
  filter: { _id: string; accountId?: string },
  end: Pick<AccountSilenceRow, 'endedAt' | 'endedBy'>,
): Promise<boolean> {
  const { modifiedCount } = await silences(ctx).updateOne({ ...filter, endedAt: null }, { $set: end })
  return modifiedCount === 1
}

export function findSilencesOf(ctx: Context, accountId: string): Promise<AccountSilenceRow[]> {
  return silences(ctx)
    .find({ accountId })
    .sort({ openedAt: -1 })
    .limit(100)
    .lean<AccountSilenceRow[]>()
    .exec()
}

/** Brings the silences of an account to another one. */
export async function moveSilences(ctx: Context, accountId: string, to: string): Promise<void> {
  await silences(ctx).updateMany({ accountId }, { $set: { accountId: to } })
}

/** Those that nobody has ended, of these accounts. */
export function findOpenSilences(ctx: Context, accountIds: readonly string[]): Promise<AccountSilenceRow[]> {
  return silences(ctx)
    .find({ accountId: trusted({ $in: [...accountIds] }), endedAt: null })
    .lean<AccountSilenceRow[]>()
    .exec()
}

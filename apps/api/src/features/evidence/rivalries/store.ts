import type { Context } from '../../../context.ts'
import { defineCollection, trusted } from '../../../db/collection.ts'

/** Two accounts that compete; `_id` names the pair whoever is written first. */
export interface RivalryRow {
  _id: string
  accountIds: [string, string]
  by: string
  at: Date
}

const rivalries = defineCollection<RivalryRow>(
  'rivalries',
  { _id: String, accountIds: [String], by: String, at: Date },
  [{ fields: { accountIds: 1 } }],
)

const pairOf = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a])
const idOf = (a: string, b: string) => pairOf(a, b).join('+')

/** True when it is new. */
export async function insertRivalry(
  ctx: Context,
  [a, b]: readonly [string, string],
  row: Pick<RivalryRow, 'by' | 'at'>,
): Promise<boolean> {
  const { upsertedCount } = await rivalries(ctx).updateOne(
    { _id: idOf(a, b) },
    { $setOnInsert: { accountIds: pairOf(a, b), ...row } },
    { upsert: true },
  )
  return upsertedCount === 1
}

/** True when there was one. */
export async function deleteRivalry(ctx: Context, [a, b]: readonly [string, string]): Promise<boolean> {
  const { deletedCount } = await rivalries(ctx).deleteOne({ _id: idOf(a, b) })
  return deletedCount === 1
}

/** Pairs in which one of these accounts stands. */
export function findRivalries(ctx: Context, accountIds: readonly string[]): Promise<RivalryRow[]> {
  return rivalries(ctx)
    .find({ accountIds: trusted({ $in: [...accountIds] }) })
    .sort({ _id: 1 })
    .lean<RivalryRow[]>()
    .exec()
}

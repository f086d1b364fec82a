import type { KeyScope } from '@sixfold/contract/api-keys'
import type { Context } from '../../../context.ts'
import { defineCollection, trusted } from '../../../db/collection.ts'

export interface ApiKeyRow {
  _id: string
  staffId: string
  name: string
  scope: KeyScope
  tokenHash: string
  start: string
  createdAt: Date
  expiresAt: Date | null
  usedAt: Date | null
}

const keys = defineCollection<ApiKeyRow>(
  'apiKeys',
  {
    _id: String,
    staffId: String,
    name: String,
    scope: String,
    tokenHash: String,
    start: String,
    createdAt: Date,
    expiresAt: Date,
    usedAt: Date,
  },
  [{ fields: { tokenHash: 1 }, unique: true }, { fields: { staffId: 1 } }],
)

export async function insertKey(ctx: Context, row: ApiKeyRow): Promise<void> {
  await keys(ctx).create(row)
}

export function findKeyByHash(ctx: Context, tokenHash: string): Promise<ApiKeyRow | null> {
  return keys(ctx).findOne({ tokenHash }).lean<ApiKeyRow>().exec()
}

/** Of one colleague; null: of everybody. */
export function findKeys(ctx: Context, staffId: string | null): Promise<ApiKeyRow[]> {
  return keys(ctx)
    .find(staffId === null ? {} : { staffId })
    .sort({ _id: -1 })
    .limit(500)
    .lean<ApiKeyRow[]>()
    .exec()
}

/** Of one colleague; null: of anybody. */
export function deleteKey(ctx: Context, id: string, staffId: string | null): Promise<ApiKeyRow | null> {
  return keys(ctx)
    .findOneAndDelete({ _id: id, ...(staffId === null ? {} : { staffId }) })
    .lean<ApiKeyRow>()
    .exec()
}

export async function deleteKeysOf(ctx: Context, staffId: string): Promise<void> {
  await keys(ctx).deleteMany({ staffId })
}

/** Notes the use unless one was noted since. */
export async function noteUse(ctx: Context, id: string, at: Date, unlessSince: Date): Promise<void> {
  await keys(ctx).updateOne(
    { _id: id, $or: [{ usedAt: null }, { usedAt: trusted({ $lt: unlessSince }) }] },
    { $set: { usedAt: at } },
  )
}

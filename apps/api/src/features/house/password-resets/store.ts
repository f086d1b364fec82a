import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** One a member: asking again replaces the link before. */
interface PasswordResetRow {
  /** The member's id. */
  _id: string
  tokenHash: string
  expiresAt: Date
  usedAt: Date | null
}

const resets = defineCollection<PasswordResetRow>(
  'passwordResets',
  { _id: String, tokenHash: String, expiresAt: Date, usedAt: Date },
  [{ fields: { tokenHash: 1 }, unique: true }],
)

/** Replaces the link before. False: this one or a newer one is there already, and whether it was used stays known. */
export async function storeReset(
  ctx: Context,
  memberId: string,
  { tokenHash, expiresAt }: Pick<PasswordResetRow, 'tokenHash' | 'expiresAt'>,
): Promise<boolean> {
  try {
    const older = { _id: memberId, expiresAt: trusted({ $lt: expiresAt }) }
    await resets(ctx).updateOne(older, { $set: { tokenHash, expiresAt, usedAt: null } }, { upsert: true })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

export function findReset(ctx: Context, tokenHash: string): Promise<PasswordResetRow | null> {
  return resets(ctx).findOne({ tokenHash }).lean<PasswordResetRow>().exec()
}

/** True for exactly one of all who use the link. */
export async function spendReset(ctx: Context, tokenHash: string): Promise<boolean> {
  const now = ctx.clock.now()
  const result = await resets(ctx).updateOne(
    { tokenHash, usedAt: null, expiresAt: trusted({ $gt: now }) },
    { $set: { usedAt: now } },
  )
  return result.modifiedCount === 1
}

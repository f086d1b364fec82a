import type { Role } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'

export interface StaffInvitationRow {
  _id: string
  email: string
  role: Role
  regions: 'all' | string[]
  language: UiLanguage
  tokenHash: string
  invitedAt: Date
  expiresAt: Date
  usedAt: Date | null
}

const invitations = defineCollection<StaffInvitationRow>(
  'staffInvitations',
  {
    _id: String,
    email: String,
    role: String,
    regions: {},
    language: String,
    tokenHash: String,
    invitedAt: Date,
    expiresAt: Date,
    usedAt: Date,
  },
  [
    { fields: { tokenHash: 1 }, unique: true },
    { fields: { email: 1 }, unique: true, partialFilterExpression: { usedAt: null } },
  ],
)

/** The one-time link of the first administrator. */
interface SetupLinkRow {
  _id: 'setup'
  tokenHash: string
  usedAt: Date | null
}

const setupLinks = defineCollection<SetupLinkRow>('setupLink', {
  _id: String,
  tokenHash: String,
  usedAt: Date,
})

/** Null when the address has an open invitation. */
export async function insertInvitation(
  ctx: Context,
  row: Omit<StaffInvitationRow, '_id'>,
): Promise<StaffInvitationRow | null> {
  const full = { _id: newId(), ...row }
  try {
    await invitations(ctx).create(full)
    return full
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

export function findInvitation(ctx: Context, tokenHash: string): Promise<StaffInvitationRow | null> {
  return invitations(ctx).findOne({ tokenHash }).lean<StaffInvitationRow>().exec()
}

export function findOpenInvitations(ctx: Context): Promise<StaffInvitationRow[]> {
  return invitations(ctx).find({ usedAt: null }).sort({ _id: -1 }).lean<StaffInvitationRow[]>().exec()
}

/** An invitation that ran out must not stand in the way of a new one. */
export async function deleteExpiredInvitation(ctx: Context, email: string): Promise<void> {
  await invitations(ctx).deleteOne({ email, usedAt: null, expiresAt: trusted({ $lte: ctx.clock.now() }) })
}

export function findInvitationById(ctx: Context, id: string): Promise<StaffInvitationRow | null> {
  return invitations(ctx).findById(id).lean<StaffInvitationRow>().exec()
}

/** True for exactly one of all who use the link. */
export async function spendInvitation(ctx: Context, id: string): Promise<boolean> {
  const now = ctx.clock.now()
  const result = await invitations(ctx).updateOne(
    { _id: id, usedAt: null, expiresAt: trusted({ $gt: now }) },
    { $set: { usedAt: now } },
  )
  return result.modifiedCount === 1
}

/** Gives a link back whose use came to nothing. */
export async function returnInvitation(ctx: Context, id: string): Promise<void> {
  await invitations(ctx).updateOne({ _id: id }, { $set: { usedAt: null } })
}

export async function deleteInvitation(ctx: Context, id: string): Promise<boolean> {
  return (await invitations(ctx).deleteOne({ _id: id, usedAt: null })).deletedCount === 1
}

export async function returnSetupLink(ctx: Context, tokenHash: string): Promise<void> {
  await setupLinks(ctx).updateOne({ _id: 'setup', tokenHash }, { $set: { usedAt: null } })
}

/** Replaces an unused link: only the latest one that was printed works. */
export async function storeSetupLink(ctx: Context, tokenHash: string): Promise<void> {
  await setupLinks(ctx).updateOne({ _id: 'setup' }, { $set: { tokenHash, usedAt: null } }, { upsert: true })
}

export async function spendSetupLink(ctx: Context, tokenHash: string): Promise<'used' | 'unknown' | 'spent'> {
  const result = await setupLinks(ctx).updateOne(
    { _id: 'setup', tokenHash, usedAt: null },
    { $set: { usedAt: ctx.clock.now() } },
  )
  if (result.modifiedCount === 1) return 'used'
  return (await setupLinks(ctx).exists({ _id: 'setup', tokenHash })) ? 'spent' : 'unknown'
}

import type { Role, StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { toStaffMember } from '../../auth/actor.ts'
import type { Context } from '../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../db/collection.ts'

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

/** True for exactly one of all who use the link. */
export async function spendInvitation(ctx: Context, id: string): Promise<boolean> {
  const now = ctx.clock.now()
  const result = await invitations(ctx).updateOne(
    { _id: id, usedAt: null, expiresAt: trusted({ $gt: now }) },
    { $set: { usedAt: now } },
  )
  return result.modifiedCount === 1
}

export async function deleteInvitation(ctx: Context, id: string): Promise<boolean> {
  return (await invitations(ctx).deleteOne({ _id: id, usedAt: null })).deletedCount === 1
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

/** Accounts are better-auth's; they are reached through it alone. */
export async function findMembers(ctx: Context): Promise<StaffMember[]> {
  const { internalAdapter } = await ctx.auth.$context
  const users = await internalAdapter.listUsers(1000)
  return users.map(user => toStaffMember(user as unknown as Parameters<typeof toStaffMember>[0]))
}

export async function emailTaken(ctx: Context, email: string): Promise<boolean> {
  const { internalAdapter } = await ctx.auth.$context
  return (await internalAdapter.findUserByEmail(email.toLowerCase())) !== null
}

export async function storeLanguage(ctx: Context, id: string, language: UiLanguage): Promise<void> {
  const { internalAdapter } = await ctx.auth.$context
  await internalAdapter.updateUser(id, { language })
}

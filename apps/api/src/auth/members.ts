import type { Role, StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import type { Context } from '../context.ts'
import { toStaffMember } from './actor.ts'
import { toStoredRegions } from './auth.ts'

// Accounts are better-auth's; they are reached through it alone.

type StoredUser = Parameters<typeof toStaffMember>[0]

export async function findMembers(ctx: Context): Promise<StaffMember[]> {
  const { internalAdapter } = await ctx.auth.$context
  const users = await internalAdapter.listUsers(1000)
  return users.map(user => toStaffMember(user as unknown as StoredUser))
}

export async function findMember(ctx: Context, id: string): Promise<StaffMember | null> {
  const { internalAdapter } = await ctx.auth.$context
  const user = await internalAdapter.findUserById(id)
  return user && toStaffMember(user as unknown as StoredUser)
}

export async function findMemberByEmail(ctx: Context, email: string): Promise<{ id: string } | null> {
  const { internalAdapter } = await ctx.auth.$context
  const found = await internalAdapter.findUserByEmail(email.toLowerCase())
  return found && { id: found.user.id }
}

export async function storeLanguage(ctx: Context, id: string, language: UiLanguage): Promise<void> {
  const { internalAdapter } = await ctx.auth.$context
  await internalAdapter.updateUser(id, { language })
}

export async function storeRights(
  ctx: Context,
  id: string,
  { role, regions }: { role: Role; regions: 'all' | string[] },
): Promise<void> {
  const { internalAdapter } = await ctx.auth.$context
  await internalAdapter.updateUser(id, { role, regions: toStoredRegions(regions) })
}

/** Whether this is the member's password. */
export async function isPassword(ctx: Context, id: string, text: string): Promise<boolean> {
  const { internalAdapter, password } = await ctx.auth.$context
  const account = await internalAdapter.findCredentialAccount(id)
  return account?.password != null && password.verify({ hash: account.password, password: text })
}

/** Changes the password and ends every session that was opened with the old one (R2). */
export async function storePassword(ctx: Context, id: string, text: string): Promise<void> {
  const { internalAdapter, password } = await ctx.auth.$context
  await internalAdapter.updatePassword(id, await password.hash(text))
  await internalAdapter.deleteUserSessions(id)
}

/** Takes the account and its sessions away; a session without its account opens nothing, so the account goes first. */
export async function deleteMember(ctx: Context, id: string): Promise<void> {
  const { internalAdapter } = await ctx.auth.$context
  await internalAdapter.deleteUser(id)
  await internalAdapter.deleteUserSessions(id)
}

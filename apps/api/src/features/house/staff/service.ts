import type { Role, StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { can, canGrantRole } from '@sixfold/domain/permissions'
import { addDays } from 'date-fns/addDays'
import { createStaffAccount } from '../../../auth/auth.ts'
import {
  deleteMember,
  findMember,
  findMemberByEmail,
  findMembers,
  isPassword,
  storeLanguage,
  storePassword,
  storeRights,
} from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { hashToken, newLink } from '../../../secrets.ts'
import { deleteKeysOf } from '../api-keys/service.ts'
import { record } from '../audit/service.ts'
import {
  createOrganisation,
  listRegions,
  organisationExists,
  readOrganisation,
  toRegion,
} from '../organisation/service.ts'
import { sendMail } from '../outbox/service.ts'
import type { StaffInvitationRow } from './store.ts'
import {
  deleteExpiredInvitation,
  deleteInvitation,
  findInvitation,
  findInvitationById,
  findOpenInvitations,
  insertInvitation,
  returnInvitation,
  returnSetupLink,
  spendInvitation,
  spendSetupLink,
  storeSetupLink,
} from './store.ts'

const INVITATION_DAYS = 7

/** Who is signed in, and the house they are in: only the regions they may see. */
export async function readSession(ctx: Context, actor: StaffMember) {
  const { demonstration, ...organisation } = await readOrganisation(ctx)
  const regions = (await listRegions(ctx)).map(toRegion)
  return {
    actor,
    organisation,
    regions: regions.filter(({ id }) => actor.regions === 'all' || actor.regions.includes(id)),
    now: ctx.clock.now().toISOString(),
    demonstration,
  }
}

export async function chooseLanguage(
  ctx: Context,
  actor: StaffMember,
  language: UiLanguage,
): Promise<StaffMember> {
  await storeLanguage(ctx, actor.id, language)
  return { ...actor, language }
}

export async function readWelcome(ctx: Context) {
  if (!(await organisationExists(ctx))) return { organisation: '', needsSetup: true, demonstration: false }
  const { name, demonstration } = await readOrganisation(ctx)
  return { organisation: name, needsSetup: false, demonstration }
}

/** Makes a new one-time link for the first administrator; earlier ones stop working. */
export async function createSetupLink(ctx: Context): Promise<string> {
  const { token, tokenHash } = newLink()
  await storeSetupLink(ctx, tokenHash)
  return `${ctx.config.publicUrl}/setup/${token}`
}

export interface SetupInput extends NewMember {
  token: string
  organisation: string
  zone: string
  email: string
}

interface NewMember {
  name: string
  password: string
  language: UiLanguage
}

/**
 * One link, one organisation, one administrator. The organisation comes last: until it stands, a set-up that broke off
 * can be done again, with a new link if this one's process died.
 */
export async function completeSetup(ctx: Context, input: SetupInput): Promise<StaffMember> {
  const tokenHash = hashToken(input.token)
  const link = await spendSetupLink(ctx, tokenHash)
  if (link !== 'used') throw new AppError(link === 'spent' ? 'link_used' : 'link_unknown')
  if (await organisationExists(ctx)) throw new AppError('link_used')
  try {
    const leftover = await findMemberByEmail(ctx, input.email)
    if (leftover) await deleteMember(ctx, leftover.id)
    const member = await createMember(ctx, { ...input, role: 'administrator', regions: 'all' })
    await createOrganisation(ctx, { name: input.organisation, zone: input.zone, demonstration: false })
    return member
  } catch (error) {
    await returnSetupLink(ctx, tokenHash)
    throw error
  }
}

/** Everybody; open invitations only for those who may invite. */
export async function listStaff(ctx: Context, actor: StaffMember) {
  if (!can(actor, 'staff.read')) throw new AppError('not_found')
  const open = can(actor, 'staff.invite') ? await findOpenInvitations(ctx) : []
  return { members: await findMembers(ctx), invitations: open.map(toInvitation) }
}

export interface StaffInvitationInput {
  email: string
  role: Role
  regions: 'all' | string[]
  language: UiLanguage
}

/** Invites a colleague by mail, with a role and regions that lie within the inviter's own (R5). */
export async function inviteStaff(ctx: Context, actor: StaffMember, input: StaffInvitationInput) {
  await checkGrant(ctx, actor, input)
  const email = input.email.toLowerCase()
  if (await isStaff(ctx, email)) throw new AppError('already_exists')
  await deleteExpiredInvitation(ctx, email)
  const { token, tokenHash } = newLink()
  const now = ctx.clock.now()
  const invitation = await insertInvitation(ctx, {
    ...input,
    email,
    tokenHash,
    invitedAt: now,
    expiresAt: addDays(now, INVITATION_DAYS),
    usedAt: null,
  })
  if (!invitation) throw new AppError('already_exists')
  const { name: organisation } = await readOrganisation(ctx)
  await sendMail(ctx, {
    kind: 'staff-invitation',
    key: `staff-invitation:${invitation._id}`,
    to: email,
    language: input.language,
    values: {
      organisation,
      inviter: actor.name,
      link: `${ctx.config.publicUrl}/join/${token}`,
      days: INVITATION_DAYS,
    },
  })
  await record(ctx, actor, 'staff.invited', `staff-invitation:${invitation._id}`, input.role)
  return toInvitation(invitation)
}

/** Only an invitation that one could have written oneself. */
export async function withdrawInvitation(ctx: Context, actor: StaffMember, id: string): Promise<void> {
  const invitation = can(actor, 'staff.invite') ? await findInvitationById(ctx, id) : null
  if (!invitation || !canGrantRole(actor, invitation.role, invitation.regions))
    throw new AppError('not_found')
  if (!(await deleteInvitation(ctx, id))) throw new AppError('not_found')
  await record(ctx, actor, 'staff.invitation-withdrawn', `staff-invitation:${id}`)
}

/** Gives a colleague another role or other regions, both within one's own (R5). Open screens are cut off at once (R2). */
export async function changeMember(
  ctx: Context,
  actor: StaffMember,
  { id, role, regions }: { id: string; role: Role; regions: 'all' | string[] },
): Promise<StaffMember> {
  await checkGrant(ctx, actor, { role, regions })
  const member = await colleagueOf(ctx, actor, id)
  await storeRights(ctx, id, { role, regions })
  ctx.live.endMember(id)
  await record(ctx, actor, 'staff.changed', `staff:${id}`, role)
  return { ...member, role, regions }
}

/** Ends an account. What the person did stays under their name. */
export async function endMember(ctx: Context, actor: StaffMember, id: string): Promise<void> {
  const member = await colleagueOf(ctx, actor, id)
  await deleteMember(ctx, id)
  await deleteKeysOf(ctx, id)
  ctx.live.endMember(id)
  await record(ctx, actor, 'staff.ended', `staff:${id}`, member.role)
}

/** A new password ends all sessions, the one that asked too: whoever holds it signs in again. */
export async function changePassword(
  ctx: Context,
  actor: StaffMember,
  { current, password }: { current: string; password: string },
): Promise<void> {
  if (!(await isPassword(ctx, actor.id, current))) throw new AppError('wrong_credentials')
  await storePassword(ctx, actor.id, password)
  ctx.live.endMember(actor.id)
  await record(ctx, actor, 'staff.password-changed', `staff:${actor.id}`)
}

export async function readStaffInvitation(ctx: Context, token: string) {
  const invitation = await openInvitation(ctx, token)
  const { name } = await readOrganisation(ctx)
  return { email: invitation.email, role: invitation.role, organisation: name, language: invitation.language }
}

/** The link counts once; it is given back when no account came of it. */
export async function joinStaff(ctx: Context, input: NewMember & { token: string }): Promise<StaffMember> {
  const { _id, email, role, regions } = await openInvitation(ctx, input.token)
  if (!(await spendInvitation(ctx, _id))) throw new AppError('link_used')
  try {
    return await createMember(ctx, { ...input, email, role, regions })
  } catch (error) {
    await returnInvitation(ctx, _id)
    throw error
  }
}

/** Creates an account directly; for set-up, staff invitations and the command line. */
export async function createMember(
  ctx: Context,
  { name, email, password, language, role, regions }: NewMember & Omit<StaffInvitationInput, 'language'>,
): Promise<StaffMember> {
  const account = await createStaffAccount(ctx.auth, { name, email, password, role, regions, language })
  if (!account) throw new AppError('already_exists')
  const member = { id: account.id, name, email: email.toLowerCase(), role, regions, language }
  await record(ctx, member, 'staff.joined', `staff:${member.id}`, role)
  return member
}

/** Whether somebody has an account with this address. */
export async function isStaff(ctx: Context, email: string): Promise<boolean> {
  return (await findMemberByEmail(ctx, email)) !== null
}

async function openInvitation(ctx: Context, token: string): Promise<StaffInvitationRow> {
  const invitation = await findInvitation(ctx, hashToken(token))
  if (!invitation) throw new AppError('link_unknown')
  if (invitation.usedAt) throw new AppError('link_used')
  if (invitation.expiresAt <= ctx.clock.now()) throw new AppError('link_expired')
  return invitation
}

/** Nobody hands out a role or regions beyond their own, nor regions that do not exist. */
async function checkGrant(
  ctx: Context,
  actor: StaffMember,
  { role, regions }: { role: Role; regions: 'all' | string[] },
): Promise<void> {
  if (!canGrantRole(actor, role, regions)) throw new AppError('not_found')
  if (regions === 'all') return
  const known = new Set((await listRegions(ctx)).map(({ _id }) => _id))
  if (!regions.every(id => known.has(id))) throw new AppError('not_found')
}

/** Somebody else, whom one could have invited oneself: so an administrator always remains. */
async function colleagueOf(ctx: Context, actor: StaffMember, id: string): Promise<StaffMember> {
  const member = can(actor, 'staff.invite') ? await findMember(ctx, id) : null
  if (!member || !canGrantRole(actor, member.role, member.regions)) throw new AppError('not_found')
  if (member.id === actor.id) throw new AppError('wrong_state')
  return member
}

function toInvitation({ _id, email, role, regions, invitedAt, expiresAt }: StaffInvitationRow) {
  return {
    id: _id,
    email,
    role,
    regions,
    invitedAt: invitedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}

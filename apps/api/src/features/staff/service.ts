import type { Role, StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { can, canGrantRole } from '@sixfold/domain/permissions'
import { addDays } from 'date-fns'
import { createStaffAccount } from '../../auth/auth.ts'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { hashToken, newLink } from '../../secrets.ts'
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
  deleteInvitation,
  emailTaken,
  findInvitation,
  findMembers,
  findOpenInvitations,
  insertInvitation,
  spendInvitation,
  spendSetupLink,
  storeLanguage,
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

export async function completeSetup(ctx: Context, input: SetupInput): Promise<StaffMember> {
  const link = await spendSetupLink(ctx, hashToken(input.token))
  if (link !== 'used') throw new AppError(link === 'spent' ? 'link_used' : 'link_unknown')
  await createOrganisation(ctx, { name: input.organisation, zone: input.zone, demonstration: false })
  return createMember(ctx, { ...input, role: 'administrator', regions: 'all' })
}

export async function listStaff(ctx: Context, actor: StaffMember) {
  if (!can(actor, 'staff.read')) throw new AppError('not_found')
  const [members, open] = await Promise.all([findMembers(ctx), findOpenInvitations(ctx)])
  return { members, invitations: open.map(toInvitation) }
}

export interface StaffInvitationInput {
  email: string
  role: Role
  regions: 'all' | string[]
  language: UiLanguage
}

/** Invites a colleague by mail, with a role and regions that lie within the inviter's own (R5). */
export async function inviteStaff(ctx: Context, actor: StaffMember, input: StaffInvitationInput) {
  if (!can(actor, 'staff.invite') || !canGrantRole(actor, input.role)) throw new AppError('not_found')
  await checkRegions(ctx, actor, input.regions)
  const email = input.email.toLowerCase()
  if (await emailTaken(ctx, email)) throw new AppError('already_exists')
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

export async function withdrawInvitation(ctx: Context, actor: StaffMember, id: string): Promise<void> {
  if (!can(actor, 'staff.invite') || !(await deleteInvitation(ctx, id))) throw new AppError('not_found')
  await record(ctx, actor, 'staff.invitation-withdrawn', `staff-invitation:${id}`)
}

export async function readStaffInvitation(ctx: Context, token: string) {
  const invitation = await openInvitation(ctx, token)
  const { name } = await readOrganisation(ctx)
  return { email: invitation.email, role: invitation.role, organisation: name, language: invitation.language }
}

export async function joinStaff(ctx: Context, input: NewMember & { token: string }): Promise<StaffMember> {
  const invitation = await openInvitation(ctx, input.token)
  if (await emailTaken(ctx, invitation.email)) throw new AppError('already_exists')
  if (!(await spendInvitation(ctx, invitation._id))) throw new AppError('link_used')
  const { email, role, regions } = invitation
  return createMember(ctx, { ...input, email, role, regions })
}

/** Creates an account directly; for set-up, staff invitations and the command line. */
export async function createMember(
  ctx: Context,
  { name, email, password, language, role, regions }: NewMember & Omit<StaffInvitationInput, 'language'>,
): Promise<StaffMember> {
  const { id } = await createStaffAccount(ctx.auth, { name, email, password, role, regions, language })
  const member = { id, name, email: email.toLowerCase(), role, regions, language }
  await record(ctx, member, 'staff.joined', `staff:${id}`, role)
  return member
}

async function openInvitation(ctx: Context, token: string): Promise<StaffInvitationRow> {
  const invitation = await findInvitation(ctx, hashToken(token))
  if (!invitation) throw new AppError('link_unknown')
  if (invitation.usedAt) throw new AppError('link_used')
  if (invitation.expiresAt <= ctx.clock.now()) throw new AppError('link_expired')
  return invitation
}

async function checkRegions(ctx: Context, actor: StaffMember, regions: 'all' | string[]): Promise<void> {
  if (regions === 'all') {
    if (actor.regions !== 'all') throw new AppError('not_found')
    return
  }
  const known = new Set((await listRegions(ctx)).map(({ _id }) => _id))
  const own = actor.regions
  if (!regions.every(id => known.has(id) && (own === 'all' || own.includes(id))))
    throw new AppError('not_found')
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

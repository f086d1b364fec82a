import { addMinutes } from 'date-fns/addMinutes'
import { findMember, findMemberByEmail, storePassword } from '../../auth/members.ts'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { hashToken, newLink } from '../../secrets.ts'
import { record } from '../audit/service.ts'
import { readOrganisation } from '../organisation/service.ts'
import { sendMail } from '../outbox/service.ts'
import { findReset, spendReset, storeReset } from './store.ts'

const RESET_MINUTES = 60

/** Sends a link for a new password. Says nothing about whether the address has an account. */
export async function askReset(ctx: Context, email: string): Promise<void> {
  const found = await findMemberByEmail(ctx, email)
  const member = found && (await findMember(ctx, found.id))
  if (!member) return
  const { token, tokenHash } = newLink()
  await storeReset(ctx, member.id, { tokenHash, expiresAt: addMinutes(ctx.clock.now(), RESET_MINUTES) })
  const { name: organisation } = await readOrganisation(ctx)
  await sendMail(ctx, {
    kind: 'password-reset',
    key: `password-reset:${tokenHash}`,
    to: member.email,
    language: member.language,
    values: {
      name: member.name,
      organisation,
      link: `${ctx.config.publicUrl}/reset/${token}`,
      minutes: RESET_MINUTES,
    },
  })
  await record(ctx, null, 'staff.password-reset-asked', `staff:${member.id}`)
}

/** The link counts once. Every session of the member ends, so whoever held one signs in again. */
export async function completeReset(
  ctx: Context,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const tokenHash = hashToken(token)
  const reset = await findReset(ctx, tokenHash)
  const member = reset && (await findMember(ctx, reset._id))
  if (!reset || !member) throw new AppError('link_unknown')
  if (!(await spendReset(ctx, tokenHash))) throw new AppError(reset.usedAt ? 'link_used' : 'link_expired')
  await storePassword(ctx, member.id, password)
  ctx.live.endMember(member.id)
  await record(ctx, member, 'staff.password-reset', `staff:${member.id}`)
}

import { addMinutes } from 'date-fns/addMinutes'
import { findMember, findMemberByEmail, storePassword } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { hashToken, newLink } from '../../../secrets.ts'
import { record } from '../audit/service.ts'
import { readOrganisation } from '../organisation/service.ts'
import { sendMail } from '../outbox/service.ts'
import { findReset, spendReset, storeReset } from './store.ts'

const RESET_MINUTES = 60

/** What a job has to send. */
interface ResetOrder {
  /** Null: nobody has the address. */
  memberId: string | null
  /** The token of the link, encrypted. */
  sealed: string
  expiresAt: string
}

/**
 * Has a link for a new password sent. Neither the answer nor its time tells whether the address has an account: what only an
 * account needs is done by the job (R11).
 */
export async function askReset(ctx: Context, email: string): Promise<void> {
  const member = await findMemberByEmail(ctx, email)
  const { token, tokenHash } = newLink()
  const order: ResetOrder = {
    memberId: member?.id ?? null,
    sealed: ctx.secrets.encrypt(token),
    expiresAt: addMinutes(ctx.clock.now(), RESET_MINUTES).toISOString(),
  }
  await enqueue(ctx, {
    kind: 'password-reset.send',
    key: `password-reset:${tokenHash}`,
    payload: { ...order },
  })
}

export async function sendReset(ctx: Context, { memberId, sealed, expiresAt }: ResetOrder): Promise<void> {
  const member = memberId && (await findMember(ctx, memberId))
  if (!member) return
  const token = ctx.secrets.decrypt(sealed)
  const tokenHash = hashToken(token)
  if (await storeReset(ctx, member.id, { tokenHash, expiresAt: new Date(expiresAt) }))
    await record(ctx, null, 'staff.password-reset-asked', `staff:${member.id}`)
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

import type { StaffMember } from '@sixfold/contract/staff'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { findMember, findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { dayText } from '../../../mails/event-times.ts'
import { sendMail } from '../../house/outbox/service.ts'
import type { ApprovalRow, RoundtableRow } from '../event-records/service.ts'

/** Tells everybody who may agree, the one who asks left out, that a change waits. */
export async function mailThoseWhoMayDecide(
  ctx: Context,
  event: RoundtableRow,
  { id, askedById, askedBy: who, note }: ApprovalRow,
): Promise<void> {
  for (const member of await findMembers(ctx)) {
    if (member.id === askedById || !can(member, 'roundtable.plan', event)) continue
    await sendMail(ctx, {
      kind: 'approval-asked',
      key: `approval-asked:${id}:${member.id}`,
      ...addressed(ctx, event, member, { who, note }),
    })
  }
}

/** Tells who asked what a second person said; who took the own request back knows. */
export async function mailWhoAsked(
  ctx: Context,
  event: RoundtableRow,
  { id, state, askedById, decidedBy: who, reason }: ApprovalRow,
): Promise<void> {
  if (state !== 'approved' && state !== 'refused') return
  const member = await findMember(ctx, askedById)
  // They may have left the house, or the region, since.
  if (!member || !can(member, 'roundtable.read', event)) return
  const said = reason === '' ? '' : ` “${reason}”`
  await sendMail(ctx, {
    kind: `approval-${state}`,
    key: `approval-decided:${id}`,
    ...addressed(ctx, event, member, { who, reason: said }),
  })
}

function addressed<T extends Record<string, string>>(
  ctx: Context,
  { _id, title, startsAt, usedZone }: RoundtableRow,
  { email: to, name, language }: StaffMember,
  said: T,
) {
  const values = {
    ...said,
    name,
    title: textIn(title, language, 'en'),
    date: dayText(startsAt, usedZone, language),
    link: `${ctx.config.publicUrl}/scheduler/events/${_id}`,
  }
  return { to, language, values }
}

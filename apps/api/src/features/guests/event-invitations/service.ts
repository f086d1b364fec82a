import type { SentLink } from '@sixfold/contract/guests'
import type { StaffMember } from '@sixfold/contract/staff'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import {
  announceEvent,
  findGuestEvent,
  toEvent,
  visibleEvent,
} from '../../roundtables/event-records/service.ts'
import { readGuests } from '../../roundtables/roundtables/service.ts'
import {
  findGuestsById,
  inviteGuests,
  mailLinkAgain,
  previewInvitations,
  sendInvitations,
} from '../guests/service.ts'

/** Invites contacts of the event's region, as far and as soon as the contact policy allows. */
export async function inviteToRoundtable(
  ctx: Context,
  actor: StaffMember,
  { id, contactIds }: { id: string; contactIds: string[] },
) {
  const row = await visibleEvent(ctx, actor, id, 'roundtable.plan')
  if (row.state !== 'planned' || ctx.clock.now() >= row.acceptUntil) throw new AppError('wrong_state')
  await inviteGuests(ctx, toEvent(row), contactIds)
  await record(ctx, actor, 'roundtable.invited', `roundtable:${id}`, `${contactIds.length}`)
  announceEvent(ctx, id)
  return { guests: await readGuests(ctx, id) }
}

/** What would come of inviting contacts now, so that it is known before anybody is asked. */
export async function previewInvite(
  ctx: Context,
  actor: StaffMember,
  { id, contactIds }: { id: string; contactIds: string[] },
) {
  const row = await visibleEvent(ctx, actor, id, 'roundtable.plan')
  if (row.state !== 'planned' || ctx.clock.now() >= row.acceptUntil) throw new AppError('wrong_state')
  return { items: await previewInvitations(ctx, toEvent(row), contactIds) }
}

/** Sends a guest who was invited the personal link again, as the guest asked a colleague for it. */
export async function sendLinkAgain(
  ctx: Context,
  actor: StaffMember,
  { id, guestId }: { id: string; guestId: string },
): Promise<SentLink> {
  const row = await visibleEvent(ctx, actor, id, 'roundtable.plan')
  const [guest] = await findGuestsById(ctx, [guestId])
  if (guest?.roundtableId !== id) throw new AppError('not_found')
  const isOver = row.state !== 'planned' || ctx.clock.now() >= row.startsAt
  if (isOver || guest.state !== 'invited') throw new AppError('wrong_state')
  const outcome = await mailLinkAgain(ctx, toEvent(row), guest)
  if (outcome.sent) await record(ctx, actor, 'roundtable.link_sent', `contact:${guest.contactId}`)
  return outcome
}

/** Sends what the contact policy allows by now. */
export async function runInvitations(ctx: Context, id: string, guestIds: readonly string[]): Promise<void> {
  const event = await findGuestEvent(ctx, id)
  if (!event) return
  await sendInvitations(ctx, event, guestIds)
  announceEvent(ctx, id)
}

import type { CalendarReply } from '@sixfold/contract/calendar-replies'
import { LARGEST_REPLY_FILE } from '@sixfold/contract/calendar-replies'
import type { StaffMember } from '@sixfold/contract/staff'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { limitReplyFile } from '../../../http/limits.ts'
import { calendarOf, parseReturned } from '../../../mails/parse-returned.ts'
import { record } from '../../house/audit/service.ts'
import { announceEvent, openEvent } from '../../roundtables/event-records/service.ts'
import type { ReplyRow } from '../calendar-replies/service.ts'
import {
  carryOutDecision,
  findReply,
  listReplies,
  moveReply,
  readCalendar,
  takeReply,
  takeUpLater,
} from '../calendar-replies/service.ts'
import { findGuestsById } from '../guests/service.ts'

const LISTED = 100

/** Answers that guests gave in their calendars. */
export async function listCalendarReplies(ctx: Context, actor: StaffMember, id: string) {
  const event = await openEvent(ctx, actor, id, 'roundtable.read')
  return { items: (await listReplies(ctx, event.id, LISTED)).map(toReply) }
}

/** What a file answers that a colleague got: a calendar text, or the mail that brought one. The colleague vouches for it. */
export async function uploadReply(
  ctx: Context,
  actor: StaffMember,
  { id, file }: { id: string; file: File },
) {
  const event = await openEvent(ctx, actor, id, 'roundtable.plan')
  if (file.size > LARGEST_REPLY_FILE) throw new AppError('body_too_large')
  await limitReplyFile(actor.id)
  const text = await calendarIn(new Uint8Array(await file.arrayBuffer()))
  const read = text === null ? 'unreadable' : await readCalendar(text)
  if (!Array.isArray(read)) return { outcome: read, reply: null }
  const ours = read.find(({ uid }) => uid === event.uid)
  if (!ours) return { outcome: 'other_event' as const, reply: null }
  const { uid: _, ...reply } = ours
  const { outcome, id: replyId } = await takeReply(ctx, event, reply, null)
  await record(ctx, actor, 'roundtable.reply-uploaded', `roundtable:${event.id}`, outcome)
  const row = await findReply(ctx, replyId)
  return { outcome, reply: row && toReply(row) }
}

export type ReplyDecision =
  | { id: string; replyId: string; decision: 'accept' | 'decline'; guestId: string }
  | { id: string; replyId: string; decision: 'dismiss' }

/** Says what an answer means that waits. Of two colleagues at once the first decides. */
export async function decideReply(
  ctx: Context,
  actor: StaffMember,
  order: ReplyDecision,
): Promise<CalendarReply> {
  const event = await openEvent(ctx, actor, order.id, 'roundtable.plan')
  const row = await findReply(ctx, order.replyId)
  if (row?.roundtableId !== event.id) throw new AppError('not_found')
  const by = { decidedBy: actor.name, decidedAt: ctx.clock.now() }
  if (order.decision === 'dismiss') {
    const dismissed = await moveReply(ctx, row._id, 'waiting', { state: 'dismissed', ...by })
    if (!dismissed) throw new AppError('wrong_state')
    await note(ctx, actor, event.id, 'dismiss')
    return toReply(dismissed)
  }
  const [guest] = await findGuestsById(ctx, [order.guestId])
  if (guest?.roundtableId !== event.id) throw new AppError('not_found')
  const { decision } = order
  // The job stands first: what is decided is carried out, also when this process dies.
  await takeUpLater(ctx, row._id, 'settled')
  const whose = { guestId: guest._id, contactId: guest.contactId }
  const settled = await moveReply(ctx, row._id, 'waiting', {
    state: 'settled',
    decision,
    pending: true,
    ...whose,
    ...by,
  })
  if (!settled) throw new AppError('wrong_state')
  await carryOutDecision(ctx, row._id)
  await note(ctx, actor, event.id, decision)
  return toReply(settled)
}

async function note(ctx: Context, actor: StaffMember, id: string, decision: string): Promise<void> {
  await record(ctx, actor, 'roundtable.reply-decided', `roundtable:${id}`, decision)
  announceEvent(ctx, id)
}

/** A mail begins with its headers, a calendar text with itself. */
async function calendarIn(bytes: Uint8Array): Promise<string | null> {
  const text = textOf(bytes)
  if (/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) return text
  const parsed = await parseReturned(bytes)
  return parsed && calendarOf(parsed.mail)
}

/** Windows programs save in UTF-16 now and then. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function toReply(row: ReplyRow): CalendarReply {
  const { _id: id, address, name, guestId, answer, sequence, comment, source, sender, reason } = row
  return {
    id,
    address,
    name,
    guestId,
    answer,
    sequence,
    stamp: row.stamp?.toISOString() ?? null,
    comment,
    source,
    sender: sender && sender.address !== address ? sender.address : '',
    receivedAt: row.receivedAt.toISOString(),
    // What is being decided this moment waits.
    state: row.state === 'read' ? 'waiting' : row.state,
    reason,
    decision: row.decision,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }
}

import type { ReplyReason } from '@sixfold/contract/calendar-replies'
import type { CalendarReply as ReadReply } from '@sixfold/domain/calendar-message/read-reply'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** `read`: nothing was decided yet. `waiting`: a colleague has to. */
export type ReplyState = 'read' | 'taken' | 'ignored' | 'waiting' | 'settled' | 'dismissed'

/** An answer that a guest's calendar wrote, and what became of it. Of the mail that brought it nothing else is kept. */
export interface ReplyRow extends Omit<ReadReply, 'uid'> {
  /** Of the event and of what it says: the same answer is read once, however often and on whatever way it comes. */
  _id: string
  roundtableId: string
  guestId: string | null
  contactId: string | null
  source: 'mail' | 'upload'
  /** Null: it was uploaded. */
  sender: { address: string; failsProof: boolean } | null
  receivedAt: Date
  state: ReplyState
  reason: ReplyReason | null
  decision: 'accept' | 'decline' | null
  /** What was decided is not carried out yet. */
  pending: boolean
  decidedBy: string
  decidedAt: Date | null
}

const replies = defineCollection<ReplyRow>(
  'calendarReplies',
  {
    _id: String,
    roundtableId: String,
    guestId: String,
    contactId: String,
    address: String,
    name: String,
    answer: String,
    sequence: Number,
    stamp: Date,
    comment: String,
    source: String,
    sender: {},
    receivedAt: Date,
    state: String,
    reason: String,
    decision: String,
    pending: Boolean,
    decidedBy: String,
    decidedAt: Date,
  },
  [
    { fields: { roundtableId: 1, state: 1, receivedAt: -1 } },
    { fields: { contactId: 1 } },
    { fields: { address: 1 } },
  ],
)

/** Stores an answer; false when it was read before. */
export async function insertReply(ctx: Context, row: ReplyRow): Promise<boolean> {
  try {
    await replies(ctx).create(row)
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

export function findReply(ctx: Context, id: string): Promise<ReplyRow | null> {
  return replies(ctx).findById(id).lean<ReplyRow>().exec()
}

export function countWaiting(ctx: Context, roundtableId: string): Promise<number> {
  return replies(ctx).countDocuments({ roundtableId, state: 'waiting' }).exec()
}

/** Those that wait, the oldest first, then the others, the latest first. */
export async function listReplies(ctx: Context, roundtableId: string, limit: number): Promise<ReplyRow[]> {
  const waiting = await replies(ctx)
    .find({ roundtableId, state: 'waiting' })
    .sort({ receivedAt: 1, _id: 1 })
    .limit(limit)
    .lean<ReplyRow[]>()
  const others = await replies(ctx)
    .find({ roundtableId, state: trusted({ $nin: ['waiting', 'read'] }) })
    .sort({ receivedAt: -1, _id: 1 })
    .limit(limit)
    .lean<ReplyRow[]>()
  return [...waiting, ...others]
}

/** Moves an answer on from the state it was read in; null when somebody else did. */
export function moveReply(
  ctx: Context,
  id: string,
  from: ReplyState,
  changes: Partial<ReplyRow>,
): Promise<ReplyRow | null> {
  return replies(ctx)
    .findOneAndUpdate({ _id: id, state: from }, { $set: changes }, { returnDocument: 'after' })
    .lean<ReplyRow>()
    .exec()
}

/** What the calendars of these people said, the earliest first. */
export function findRepliesOf(ctx: Context, contactIds: readonly string[]): Promise<ReplyRow[]> {
  return replies(ctx)
    .find({ contactId: trusted({ $in: [...contactIds] }) })
    .sort({ receivedAt: 1 })
    .lean<ReplyRow[]>()
    .exec()
}

/** Forgets what these people's calendars said. */
export async function deleteReplies(
  ctx: Context,
  { contactIds, addresses }: { contactIds: readonly string[]; addresses: readonly string[] },
): Promise<void> {
  await replies(ctx).deleteMany({
    $or: [
      { contactId: trusted({ $in: [...contactIds] }) },
      { address: trusted({ $in: [...addresses] }) },
      { 'sender.address': trusted({ $in: [...addresses] }) },
    ],
  })
}

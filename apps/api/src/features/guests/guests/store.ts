import type { CalendarNotice, NoticeReason } from '@sixfold/domain/calendar-message/next-notice'
import type { Side } from '@sixfold/domain/seats/seat-ledger'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'

/** `planned`: waits until the contact policy allows the invitation. `refused`: it never will, or not in time. */
export type InvitationState = 'planned' | 'invited' | 'refused'

/** The last calendar message to a guest; `promoted`: from the waiting list. `mailed` once it stands in the outbox. */
export type ToldGuest = CalendarNotice & {
  reason: NoticeReason
  promoted: boolean
  /** By a colleague. */
  removed?: boolean
  mailed: boolean
  place?: string
  side?: Side
}

/** One contact's invitation to one round table. Whether the guest has a seat stands in the seat ledger alone. */
export interface GuestRow {
  _id: string
  roundtableId: string
  contactId: string
  /** What the guest counts as when seats are kept for segments. */
  segment: string
  /** Each mail carries a link of its own; all of them are this guest's. */
  tokenHashes: string[]
  state: InvitationState
  reason: string | null
  dueAt: Date | null
  answer: 'none' | 'accept' | 'decline'
  /** The revision of the seat ledger that the answer led to: of two answers the later revision stands. */
  answerRevision: number
  answeredAt: Date | null
  /** The acceptance found no free seat: a seat that came later is good news. */
  waited: boolean
  /** A colleague took the guest off; absent: nobody did, or the guest answered since. */
  removed?: boolean
  told: ToldGuest | null
  /** The last answer out of the guest's calendar that was taken; absent: none was. */
  replied?: { id: string; sequence: number; stamp: Date } | null
  createdAt: Date
}

const guests = defineCollection<GuestRow>(
  'guests',
  {
    _id: String,
    roundtableId: String,
    contactId: String,
    segment: String,
    tokenHashes: [String],
    state: String,
    reason: String,
    dueAt: Date,
    answer: String,
    answerRevision: Number,
    answeredAt: Date,
    waited: Boolean,
    removed: Boolean,
    told: {},
    replied: {},
    createdAt: Date,
  },
  [
    { fields: { roundtableId: 1, contactId: 1 }, unique: true },
    { fields: { tokenHashes: 1 } },
    { fields: { contactId: 1 } },
  ],
)

/** The contact's invitation to this round table, made when there is none. */
export async function ensureGuest(
  ctx: Context,
  guest: Pick<GuestRow, 'roundtableId' | 'contactId' | 'segment'>,
): Promise<GuestRow> {
  const { roundtableId, contactId } = guest
  const row: GuestRow = {
    _id: newId(),
    ...guest,
    tokenHashes: [],
    state: 'planned',
    reason: null,
    dueAt: null,
    answer: 'none',
    answerRevision: 0,
    answeredAt: null,
    waited: false,
    told: null,
    createdAt: ctx.clock.now(),
  }
  try {
    await guests(ctx).create(row)
    return row
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return guests(ctx).findOne({ roundtableId, contactId }).lean<GuestRow>().orFail()
  }
}

/** Guests by the hashes of their links. */
export async function findGuestsByToken(
  ctx: Context,
  tokenHashes: readonly string[],
): Promise<Map<string, GuestRow>> {
  const rows = await guests(ctx)
    .find({ tokenHashes: trusted({ $in: [...tokenHashes] }) })
    .lean<GuestRow[]>()
  return new Map(rows.flatMap(row => row.tokenHashes.map(hash => [hash, row] as const)))
}

/** The contact's invitation to this round table; null: none was made. */
export function findGuestOf(
  ctx: Context,
  { roundtableId, contactId }: Pick<GuestRow, 'roundtableId' | 'contactId'>,
): Promise<GuestRow | null> {
  return guests(ctx).findOne({ roundtableId, contactId }).lean<GuestRow>().exec()
}

export function findGuests(ctx: Context, roundtableId: string): Promise<GuestRow[]> {
  return guests(ctx).find({ roundtableId }).sort({ _id: 1 }).lean<GuestRow[]>().exec()
}

export function findGuestsById(ctx: Context, ids: readonly string[]): Promise<GuestRow[]> {
  return guests(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<GuestRow[]>()
    .exec()
}

export function findGuestsOf(ctx: Context, contactIds: readonly string[]): Promise<GuestRow[]> {
  return guests(ctx)
    .find({ contactId: trusted({ $in: [...contactIds] }) })
    .sort({ _id: 1 })
    .lean<GuestRow[]>()
    .exec()
}

/** Ends the links of guests who were erased; what is still planned is refused. */
export async function eraseFromGuests(ctx: Context, contactIds: readonly string[]): Promise<void> {
  const own = { contactId: trusted({ $in: [...contactIds] }) }
  await guests(ctx).updateMany(own, { $set: { tokenHashes: [], dueAt: null } })
  await guests(ctx).updateMany({ ...own, state: 'planned' }, { $set: { state: 'refused', reason: 'erased' } })
}

export interface GuestCounts {
  invited: number
  declined: number
}

/** How many were invited, and how many of them declined, by round table. */
export async function countGuests(
  ctx: Context,
  roundtableIds: readonly string[],
): Promise<Map<string, GuestCounts>> {
  const counts = await guests(ctx).aggregate<{ _id: string } & GuestCounts>([
    { $match: { roundtableId: { $in: [...roundtableIds] }, state: 'invited' } },
    {
      $group: {
        _id: '$roundtableId',
        invited: { $sum: 1 },
        declined: { $sum: { $cond: [{ $eq: ['$answer', 'decline'] }, 1, 0] } },
      },
    },
  ])
  return new Map(counts.map(({ _id, ...count }) => [_id, count]))
}

/** Moves an invitation that has not left. One that left stays `invited`, whatever was decided late. */
export async function storeInvitation(
  ctx: Context,
  id: string,
  invitation: Pick<GuestRow, 'state' | 'reason' | 'dueAt'>,
): Promise<void> {
  await guests(ctx).updateOne({ _id: id, state: trusted({ $ne: 'invited' }) }, { $set: invitation })
}

/** Keeps the hash of one more link. */
export async function storeLink(ctx: Context, id: string, tokenHash: string): Promise<void> {
  await guests(ctx).updateOne({ _id: id }, { $push: { tokenHashes: tokenHash } })
}

export type GuestAnswer = Pick<
  GuestRow,
  '_id' | 'answer' | 'answerRevision' | 'answeredAt' | 'waited' | 'removed'
>

/** Answers as the ledger led to them; one that an older revision led to does not replace a newer one. */
export async function storeAnswers(ctx: Context, answers: readonly GuestAnswer[]): Promise<void> {
  await guests(ctx).bulkWrite(
    answers.map(({ _id, ...answer }) => ({
      updateOne: {
        filter: { _id, answerRevision: trusted({ $lte: answer.answerRevision }) },
        update: { $set: { removed: false, ...answer } },
      },
    })),
  )
}

/** Whoever is taken off by a colleague is told so in other words than who declined. */
export async function markRemoved(ctx: Context, id: string): Promise<void> {
  await guests(ctx).updateOne({ _id: id }, { $set: { removed: true } })
}

/** Claims the next calendar message; false when another worker did. `after`: the number of the one before, 0 if none. */
export async function claimNotice(
  ctx: Context,
  id: string,
  after: number,
  told: ToldGuest,
): Promise<boolean> {
  const unclaimed = after === 0 ? { told: null } : { 'told.number': after }
  const { matchedCount } = await guests(ctx).updateOne({ _id: id, ...unclaimed }, { $set: { told } })
  return matchedCount === 1
}

/** Claims that an answer out of a calendar is the guest's last; false when another one is by now. */
export async function claimReply(
  ctx: Context,
  id: string,
  before: NonNullable<GuestRow['replied']> | null,
  reply: NonNullable<GuestRow['replied']>,
): Promise<boolean> {
  const unclaimed = before === null ? { replied: null } : { 'replied.id': before.id }
  const { matchedCount } = await guests(ctx).updateOne(
    { _id: id, ...unclaimed },
    { $set: { replied: reply } },
  )
  return matchedCount === 1
}

export async function markMailed(ctx: Context, id: string, number: number): Promise<void> {
  await guests(ctx).updateOne({ _id: id, 'told.number': number }, { $set: { 'told.mailed': true } })
}

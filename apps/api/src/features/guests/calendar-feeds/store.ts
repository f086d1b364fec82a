import type { Context } from '../../../context.ts'
import { defineCollection, trusted } from '../../../db/collection.ts'

/** Whose calendar it is: of a colleague for a region, or of a contact. */
export type FeedOwner = { staffId: string; regionId: string } | { contactId: string }

/** A calendar to subscribe to. `_id` names the owner: each has one at most. */
export interface FeedRow {
  _id: string
  staffId: string | null
  regionId: string | null
  contactId: string | null
  tokenHash: string
  /** The token, encrypted: its owner may see the address again. */
  sealed: string
  createdAt: Date
  readAt: Date | null
}

const feeds = defineCollection<FeedRow>(
  'calendarFeeds',
  {
    _id: String,
    staffId: String,
    regionId: String,
    contactId: String,
    tokenHash: String,
    sealed: String,
    createdAt: Date,
    readAt: Date,
  },
  [{ fields: { tokenHash: 1 }, unique: true }, { fields: { staffId: 1 } }],
)

export function feedIdOf(owner: FeedOwner): string {
  return 'contactId' in owner ? `contact:${owner.contactId}` : `region:${owner.regionId}:${owner.staffId}`
}

/** Makes the owner's calendar; one that is there stays as it is. */
export function ensureFeed(
  ctx: Context,
  owner: FeedOwner,
  link: Pick<FeedRow, 'tokenHash' | 'sealed'>,
): Promise<FeedRow> {
  const whose = { staffId: null, regionId: null, contactId: null, ...owner }
  return feeds(ctx)
    .findOneAndUpdate(
      { _id: feedIdOf(owner) },
      { $setOnInsert: { ...whose, ...link, createdAt: ctx.clock.now(), readAt: null } },
      { upsert: true, returnDocument: 'after' },
    )
    .lean<FeedRow>()
    .orFail()
    .exec()
}

export function findFeed(ctx: Context, owner: FeedOwner): Promise<FeedRow | null> {
  return feeds(ctx).findById(feedIdOf(owner)).lean<FeedRow>().exec()
}

export function findFeedByToken(ctx: Context, tokenHash: string): Promise<FeedRow | null> {
  return feeds(ctx).findOne({ tokenHash }).lean<FeedRow>().exec()
}

export function findFeedsOfMember(ctx: Context, staffId: string): Promise<FeedRow[]> {
  return feeds(ctx).find({ staffId }).sort({ _id: 1 }).lean<FeedRow[]>().exec()
}

export async function noteRead(ctx: Context, id: string, readAt: Date): Promise<void> {
  await feeds(ctx).updateOne({ _id: id }, { $set: { readAt } })
}

export async function deleteFeed(ctx: Context, owner: FeedOwner): Promise<void> {
  await feeds(ctx).deleteOne({ _id: feedIdOf(owner) })
}

export async function deleteFeedsOf(ctx: Context, contactIds: readonly string[]): Promise<void> {
  await feeds(ctx).deleteMany({ contactId: trusted({ $in: [...contactIds] }) })
}

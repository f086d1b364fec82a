import type { LiveAnswer } from '@sixfold/domain/live-room/live-item'
import type { Context } from '../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../db/collection.ts'

interface VoteRow {
  /** The item and the participant: one answer each. */
  _id: string
  roundtableId: string
  itemId: string
  participant: string
  answer: LiveAnswer
  number: number
  at: Date
}

const votes = defineCollection<VoteRow>(
  'liveVotes',
  {
    _id: String,
    roundtableId: String,
    itemId: String,
    participant: String,
    answer: {},
    number: Number,
    at: Date,
  },
  [{ fields: { itemId: 1, at: 1 } }, { fields: { roundtableId: 1, participant: 1 } }],
)

/** The newest answer stands; false: the same one again, or an older one that arrives late, changed nothing. */
export async function putVote(ctx: Context, vote: Omit<VoteRow, '_id'>): Promise<boolean> {
  const _id = `${vote.itemId}:${vote.participant}`
  try {
    await votes(ctx)
      .updateOne({ _id, number: trusted({ $lt: vote.number }) }, { $set: vote }, { upsert: true })
      .exec()
    return true
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return false
  }
}

export type CountedVote = Pick<VoteRow, 'participant' | 'answer' | 'number' | 'at'>

/** The answers to an item that were given or changed since. */
export function findVotesSince(ctx: Context, itemId: string, since: Date): Promise<CountedVote[]> {
  return votes(ctx)
    .find({ itemId, at: trusted({ $gte: since }) })
    .select('participant answer number at')
    .lean<CountedVote[]>()
    .exec()
}

export function findVotesOf(
  ctx: Context,
  roundtableId: string,
  participant: string,
): Promise<Pick<VoteRow, 'itemId' | 'answer'>[]> {
  return votes(ctx)
    .find({ roundtableId, participant })
    .select('itemId answer')
    .lean<Pick<VoteRow, 'itemId' | 'answer'>[]>()
    .exec()
}

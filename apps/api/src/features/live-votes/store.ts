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
  [{ fields: { itemId: 1 } }, { fields: { roundtableId: 1, participant: 1 } }],
)

/** The newest answer stands; the same one again, or an older one that arrives late, changes nothing. */
export async function putVote(ctx: Context, vote: Omit<VoteRow, '_id'>): Promise<void> {
  const _id = `${vote.itemId}:${vote.participant}`
  try {
    await votes(ctx)
      .updateOne({ _id, number: trusted({ $lt: vote.number }) }, { $set: vote }, { upsert: true })
      .exec()
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

export async function findAnswers(ctx: Context, itemId: string): Promise<LiveAnswer[]> {
  const rows = await votes(ctx).find({ itemId }).select('answer').lean<{ answer: LiveAnswer }[]>().exec()
  return rows.map(({ answer }) => answer)
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

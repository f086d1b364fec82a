import type { LiveAnswer } from '@sixfold/domain/live-room/live-item'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

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

/**
 * The answer with the highest number stands. `same`: this very one was kept before. `superseded`: another one has a higher
 * number, as after a phone's clock was set back.
 */
export async function putVote(
  ctx: Context,
  vote: Omit<VoteRow, '_id'>,
): Promise<'kept' | 'same' | 'superseded'> {
  const _id = idOf(vote)
  try {
    await votes(ctx)
      .updateOne({ _id, number: trusted({ $lt: vote.number }) }, { $set: vote }, { upsert: true })
      .exec()
    return 'kept'
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    const kept = await votes(ctx).findById(_id).lean<VoteRow>().exec()
    return JSON.stringify(kept?.answer) === JSON.stringify(vote.answer) ? 'same' : 'superseded'
  }
}

/** The number of the answer that a participant gave to an item; null: none was given. */
export async function findNumber(
  ctx: Context,
  vote: Pick<VoteRow, 'itemId' | 'participant'>,
): Promise<number | null> {
  const kept = await votes(ctx).findById(idOf(vote)).select('number').lean<Pick<VoteRow, 'number'>>().exec()
  return kept?.number ?? null
}

const idOf = ({ itemId, participant }: Pick<VoteRow, 'itemId' | 'participant'>) => `${itemId}:${participant}`

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
): Promise<Pick<VoteRow, 'itemId' | 'answer' | 'number'>[]> {
  return votes(ctx)
    .find({ roundtableId, participant })
    .select('itemId answer number')
    .lean<Pick<VoteRow, 'itemId' | 'answer' | 'number'>[]>()
    .exec()
}

import type { LiveAnswer, LiveItem } from '@sixfold/domain/live-room/live-item'
import { liveAnswerFault } from '@sixfold/domain/live-room/live-item'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { foldVote } from './live.ts'
import { findVotesOf, putVote } from './store.ts'

export { foldedTally, forgetFolds } from './live.ts'

export interface GivenAnswer {
  roundtableId: string
  itemId: string
  participant: string
  answer: LiveAnswer
  number: number
}

/** Keeps one participant's answer to an item; what is kept was acknowledged, and outlives the process. */
export async function keepAnswer(ctx: Context, item: LiveItem, given: GivenAnswer): Promise<void> {
  if (liveAnswerFault(item, given.answer) !== null) throw new AppError('invalid_input')
  if (await putVote(ctx, { ...given, at: ctx.clock.now() })) foldVote(ctx, given.itemId, given)
}

/** What one participant answered, by item. */
export async function answersOf(
  ctx: Context,
  roundtableId: string,
  participant: string,
): Promise<Record<string, LiveAnswer>> {
  const votes = await findVotesOf(ctx, roundtableId, participant)
  return Object.fromEntries(votes.map(({ itemId, answer }) => [itemId, answer]))
}

import type { LiveAnswer, LiveItem } from '@sixfold/domain/live-room/live-item'
import { liveAnswerFault } from '@sixfold/domain/live-room/live-item'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { foldVote } from './live.ts'
import { findNumber, findVotesOf, putVote } from './store.ts'

export { foldedTally, forgetFolds } from './live.ts'

export interface GivenAnswer {
  roundtableId: string
  itemId: string
  participant: string
  answer: LiveAnswer
  number: number
}

/** Keeps one participant's answer to an item; what is acknowledged is kept, and outlives the process. */
export async function keepAnswer(ctx: Context, item: LiveItem, given: GivenAnswer): Promise<void> {
  if (liveAnswerFault(item, given.answer) !== null) throw new AppError('invalid_input')
  const outcome = await putVote(ctx, { ...given, at: ctx.clock.now() })
  if (outcome === 'superseded') throw new AppError('revision_conflict')
  if (outcome === 'kept') foldVote(ctx, given.itemId, given)
}

/** What one participant answered, and the number it has, by item. */
export async function answersOf(
  ctx: Context,
  roundtableId: string,
  participant: string,
): Promise<{ answers: Record<string, LiveAnswer>; numbers: Record<string, number> }> {
  const votes = await findVotesOf(ctx, roundtableId, participant)
  return {
    answers: Object.fromEntries(votes.map(({ itemId, answer }) => [itemId, answer])),
    numbers: Object.fromEntries(votes.map(({ itemId, number }) => [itemId, number])),
  }
}

/** The number that another answer to an item needs, whatever clocks said. */
export async function nextNumber(
  ctx: Context,
  vote: { itemId: string; participant: string },
): Promise<number> {
  return ((await findNumber(ctx, vote)) ?? 0) + 1
}

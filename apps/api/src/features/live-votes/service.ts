import type { LiveAnswer, LiveItem } from '@sixfold/domain/live-room/live-item'
import { liveAnswerFault } from '@sixfold/domain/live-room/live-item'
import type { LiveTally } from '@sixfold/domain/live-room/live-tally'
import { tallyOf } from '@sixfold/domain/live-room/live-tally'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { findAnswers, findVotesOf, putVote } from './store.ts'

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
  await putVote(ctx, { ...given, at: ctx.clock.now() })
}

/** The counts of an item, from what is kept. An answer that no longer fits is left out. */
export async function countAnswers(ctx: Context, itemId: string, item: LiveItem): Promise<LiveTally> {
  const answers = await findAnswers(ctx, itemId)
  return tallyOf(
    item,
    answers.filter(answer => liveAnswerFault(item, answer) === null),
  )
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

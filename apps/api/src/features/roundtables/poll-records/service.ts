import type { PollVote } from '@sixfold/domain/roundtables/date-poll'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { hashToken, newLink } from '../../../secrets.ts'
import type { PollRow, VoterRow } from './store.ts'
import {
  deleteVoters,
  findPoll,
  findUndecided,
  findVoterByToken,
  findVoters,
  findVotersOf,
  removeBallot,
  storeVoterLink,
  storeVotes,
} from './store.ts'

export type { PollPlan, PollRow, VoterRow } from './store.ts'
export {
  changePoll,
  ensureVoter,
  findPoll,
  findUnconverted,
  findVoters,
  findVotersById,
  findVotersOf,
  insertPoll,
  markConverted,
  storeAsking,
  storeCore,
  storeReminder,
} from './store.ts'

/** Votes meet changes of the poll by staff now and then, never more often than this. */
const MOST_ROUNDS = 10

/** Whose link this is; null: nobody's. */
export function voterBehind(ctx: Context, token: string): Promise<VoterRow | null> {
  return findVoterByToken(ctx, hashToken(token))
}

/** A new personal link of a voter. */
export async function makeVoterLink(ctx: Context, voterId: string): Promise<string> {
  const { token, tokenHash } = newLink()
  await storeVoterLink(ctx, voterId, tokenHash)
  return `${ctx.config.publicUrl}/p/${token}`
}

/** Keeps votes on dates that the poll has; the last vote on a date stands. Null: it takes no votes. */
export async function castVotes(
  ctx: Context,
  voter: VoterRow,
  ballot: { votes: Readonly<Record<string, PollVote>>; note: string | undefined },
): Promise<PollRow | null> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const poll = await findPoll(ctx, voter.roundtableId)
    if (!poll || !takesVotes(poll, ctx.clock.now())) return null
    const known = new Set(poll.options.map(({ id }) => id))
    const votes = Object.fromEntries(Object.entries(ballot.votes).filter(([date]) => known.has(date)))
    if (Object.keys(votes).length === 0 && ballot.note === undefined) return poll
    const stored = await storeVotes(ctx, poll, voter._id, { ...ballot, votes })
    if (stored) return stored
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}

export function takesVotes({ state, closesAt }: PollRow, now: Date): boolean {
  return state === 'open' && now < closesAt
}

/** What a voter said about the dates that the poll has. */
export function votesOf(poll: PollRow, voterId: string): Record<string, PollVote> {
  const votes = poll.ballots[voterId]?.votes ?? {}
  return Object.fromEntries(
    poll.options.flatMap(({ id }) => (votes[id] === undefined ? [] : [[id, votes[id]]])),
  )
}

/** Whether a voter said anything to a date that the poll has. */
export function hasVoted(poll: PollRow, voterId: string): boolean {
  return Object.keys(votesOf(poll, voterId)).length > 0
}

/** How the invitation to the event stands to its poll: it answers the contact's own vote, or the contact was only asked. */
export type AskedByPoll = 'answers_vote' | 'asked'

/** The contacts whom the date poll of an event asked: what they hear of the event from then on is no first touch. */
export async function askedByPoll(ctx: Context, roundtableId: string): Promise<Map<string, AskedByPoll>> {
  const poll = await findPoll(ctx, roundtableId)
  if (!poll) return new Map()
  const asked = (await findVoters(ctx, roundtableId)).filter(({ state }) => state === 'invited')
  return new Map(
    asked.map(({ _id, contactId }) => [
      contactId,
      poll.state === 'decided' && hasVoted(poll, _id) ? 'answers_vote' : 'asked',
    ]),
  )
}

/** Polls of these events that take no more votes and that nobody has decided; with the number of answers. */
export async function endedPolls(ctx: Context, ids: readonly string[]): Promise<Map<string, number>> {
  const now = ctx.clock.now()
  const ended = (await findUndecided(ctx, ids)).filter(poll => !takesVotes(poll, now))
  return new Map(ended.map(({ _id, ballots }) => [_id, Object.keys(ballots).length]))
}

/** Takes a voter out: the link ends, and what was said is gone. */
export async function removeVoterRow(ctx: Context, voter: VoterRow): Promise<void> {
  await deleteVoters(ctx, [voter._id])
  await removeBallot(ctx, voter.roundtableId, voter._id)
}

/** Forgets people who were erased, with their votes. */
export async function eraseFromPolls(ctx: Context, contactIds: readonly string[]): Promise<void> {
  for (const voter of await findVotersOf(ctx, contactIds)) await removeVoterRow(ctx, voter)
}

import type { BallotView } from '@sixfold/contract/date-polls'
import { textIn } from '@sixfold/domain/local-text'
import type { PollVote } from '@sixfold/domain/roundtables/date-poll'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { addDays } from 'date-fns/addDays'
import { max } from 'date-fns/max'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import type { GuestEvent } from '../../guests/guests/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { announceEvent, findGuestEvent } from '../event-records/service.ts'
import { holdReminder } from '../poll-asking/service.ts'
import type { PollRow, VoterRow } from '../poll-records/service.ts'
import { castVotes, findPoll, hasVoted, takesVotes, voterBehind, votesOf } from '../poll-records/service.ts'

/** A link still shows what was asked for this long after the last date. */
const LINK_DAYS_AFTER = 30

/** The poll behind a link, in the contact's language unless another is asked for. Reading it changes nothing. */
export async function readBallot(
  ctx: Context,
  token: string,
  language?: string | undefined,
): Promise<BallotView> {
  return view(ctx, await openLink(ctx, token), language)
}

/** Keeps what a voter says; the last vote on a date stands. */
export async function vote(
  ctx: Context,
  { token, votes, note }: { token: string; votes: Record<string, PollVote>; note?: string | undefined },
): Promise<BallotView> {
  const found = await openLink(ctx, token)
  if (found.event.cancelled) throw new AppError('event_closed')
  const poll = await castVotes(ctx, found.voter, { votes, note })
  if (!poll) throw new AppError('event_closed')
  if (hasVoted(poll, found.voter._id)) await holdReminder(ctx, found.voter)
  const { id } = found.event
  announceEvent(ctx, id)
  return view(ctx, { ...found, poll })
}

interface OpenLink {
  voter: VoterRow
  poll: PollRow
  event: GuestEvent
  contact: KnownContact
}

/** Whoever was erased or taken out has no links any more. */
async function openLink(ctx: Context, token: string): Promise<OpenLink> {
  const voter = await voterBehind(ctx, token)
  if (!voter) throw new AppError('link_unknown')
  const [poll, event, contact] = await Promise.all([
    findPoll(ctx, voter.roundtableId),
    findGuestEvent(ctx, voter.roundtableId),
    findContact(ctx, voter.contactId),
  ])
  if (!poll || !event || !contact || contact.erased) throw new AppError('link_unknown')
  const last = max([event.endsAt, ...poll.options.map(({ endsAt }) => endsAt)])
  if (ctx.clock.now() >= addDays(last, LINK_DAYS_AFTER)) throw new AppError('link_expired')
  return { voter, poll, event, contact }
}

async function view(
  ctx: Context,
  { voter, poll, event, contact }: OpenLink,
  language: string = contact.language,
): Promise<BallotView> {
  const organisation = await readOrganisation(ctx)
  const votes = votesOf(poll, voter._id)
  const ballot = poll.ballots[voter._id]
  return {
    state: event.cancelled ? 'cancelled' : stateOf(poll, ctx.clock.now()),
    organisation: organisation.name,
    contactName: contact.name,
    language,
    title: textIn(event.title, language, 'en'),
    description: textIn(event.description, language, 'en'),
    venue: event.venue,
    zone: poll.usedZone,
    ownZone: wallTimeIn(poll.closesAt, contact.zone, organisation.zone).zone,
    closesAt: poll.closesAt.toISOString(),
    dates: poll.options.map(({ id, startsAt, endsAt }) => ({
      id,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      vote: votes[id] ?? null,
      decided: poll.decided === id,
    })),
    note: ballot?.note ?? '',
    votedAt: ballot?.votedAt.toISOString() ?? null,
  }
}

function stateOf(poll: PollRow, now: Date): 'open' | 'closed' | 'decided' {
  if (poll.state === 'decided') return 'decided'
  return takesVotes(poll, now) ? 'open' : 'closed'
}

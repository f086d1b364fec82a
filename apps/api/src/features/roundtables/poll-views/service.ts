import type { DatePoll, PolledDate, PollVoter } from '@sixfold/contract/date-polls'
import { dayKind } from '@sixfold/domain/calendar/working-days'
import type { PollBallot, PollResult } from '@sixfold/domain/roundtables/date-poll'
import { pollResult } from '@sixfold/domain/roundtables/date-poll'
import type { ResolvedPollDate } from '@sixfold/domain/roundtables/poll-dates'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import type { GuestEvent } from '../../guests/guests/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import type { PollRow, VoterRow } from '../poll-records/service.ts'
import { findVoters, hasVoted, takesVotes, votesOf } from '../poll-records/service.ts'

/** A poll as staff see it: its dates by the one rule, and who said what. */
export async function describePoll(ctx: Context, event: GuestEvent, poll: PollRow): Promise<DatePoll> {
  const now = ctx.clock.now()
  const [voters, calendarOf, organisation] = await Promise.all([
    findVoters(ctx, poll._id),
    readCalendars(ctx),
    readOrganisation(ctx),
  ])
  const calendar = await calendarOf(event.regionId)
  const contacts = await findContacts(
    ctx,
    voters.map(({ contactId }) => contactId),
  )
  const coming = poll.options.filter(({ startsAt }) => startsAt > now)
  const past = poll.options.filter(({ startsAt }) => startsAt <= now)
  const result = resultOf(poll, coming, voters)
  const dates = [...rankedDates(result, coming), ...rankedDates(resultOf(poll, past, voters), past)]
  return {
    id: poll._id,
    state: poll.state,
    takesVotes: takesVotes(poll, now) && !event.cancelled,
    zone: poll.zone,
    dates: dates.map(date => {
      const day = dayKind(date.date, calendar)
      return { ...date, past: date.startsAt <= now.toISOString(), holiday: 'name' in day ? day.name : null }
    }),
    best: poll.state === 'decided' ? poll.decided : result.best,
    because: result.because,
    answerBy: poll.answerBy,
    closesAt: poll.closesAt.toISOString(),
    remindOn: poll.remindOn,
    asked: voters.filter(voter => wasAsked(poll, voter)).length,
    answered: voters.filter(({ _id }) => hasVoted(poll, _id)).length,
    voters: voters.map(voter => describeVoter(poll, voter, contacts.get(voter.contactId), organisation.zone)),
    decided: poll.decided,
    revision: poll.revision,
  }
}

const wasAsked = (poll: PollRow, { _id, state }: VoterRow) => state === 'invited' || hasVoted(poll, _id)

function resultOf(
  poll: PollRow,
  options: readonly ResolvedPollDate[],
  voters: readonly VoterRow[],
): PollResult {
  const ids = new Set(options.map(({ id }) => id))
  const asked = voters.filter(voter => wasAsked(poll, voter))
  const ballots: PollBallot[] = asked.map(({ _id, core }) => ({
    voter: _id,
    core,
    votes: Object.fromEntries(Object.entries(votesOf(poll, _id)).filter(([date]) => ids.has(date))),
  }))
  return pollResult({ options, ballots, invited: asked.length })
}

function rankedDates(
  { tallies }: PollResult,
  options: readonly ResolvedPollDate[],
): Omit<PolledDate, 'past' | 'holiday'>[] {
  const byId = new Map(options.map(option => [option.id, option]))
  return tallies.flatMap(({ option: id, ...tally }) => {
    const option = byId.get(id)
    if (!option) return []
    const { startsAt, endsAt, notice, ...date } = option
    return [
      {
        ...date,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        timeNotice: notice,
        ...tally,
      },
    ]
  })
}

function describeVoter(
  poll: PollRow,
  voter: VoterRow,
  contact: KnownContact | undefined,
  fallbackZone: string,
): PollVoter {
  const { _id: id, contactId, core, state, reason, dueAt, remindedAt, reminderReason } = voter
  const ballot = poll.ballots[id]
  return {
    id,
    contactId,
    name: contact && !contact.erased ? contact.name : '',
    accountName: contact?.accountName ?? '',
    zone: wallTimeIn(poll.closesAt, contact?.zone ?? fallbackZone, fallbackZone).zone,
    core,
    state,
    reason,
    dueAt: dueAt?.toISOString() ?? null,
    votes: votesOf(poll, id),
    note: ballot?.note ?? '',
    votedAt: ballot?.votedAt.toISOString() ?? null,
    remindedAt: remindedAt?.toISOString() ?? null,
    reminderReason,
  }
}

import { POLL_VOTES } from '@sixfold/domain/roundtables/date-poll'
import { z } from 'zod'
import { id, instant, language, localDate, localTime, publicProcedure, staffProcedure } from './common.ts'
import { inviteOutlook } from './guests.ts'

export const MOST_POLL_DATES = 20
export const LONGEST_POLL_NOTE = 500

/** `2027-03-09-0830-1200`: the day and hours of a date. */
const dateId = z.string().regex(/^\d{4}-\d\d-\d\d-\d{4}-\d{4}$/)
const vote = z.enum(POLL_VOTES)
const votes = z.record(dateId, vote)
const token = z.string().min(1).max(200)

export const pollDate = z.strictObject({ date: localDate, startTime: localTime, endTime: localTime })

/** What a poll asks, and until when. */
export const pollInput = z.strictObject({
  dates: z.array(pollDate).min(2).max(MOST_POLL_DATES),
  answerBy: localDate,
  /** Who said nothing is reminded on this day; null: nobody is. */
  remindOn: localDate.nullable(),
})

export const polledDate = z.strictObject({
  id: dateId,
  ...pollDate.shape,
  startsAt: instant,
  endsAt: instant,
  timeNotice: z.enum(['gap', 'overlap', 'unknown_zone']).nullable(),
  holiday: z.string().nullable(),
  past: z.boolean(),
  yes: z.int(),
  ifNeeded: z.int(),
  no: z.int(),
  /** Asked, and silent about this date. */
  open: z.int(),
  /** Ids of the core guests who cannot come. */
  coreNo: z.array(id),
  suitsAll: z.boolean(),
})
export type PolledDate = z.infer<typeof polledDate>

export const pollVoter = z.strictObject({
  id,
  contactId: id,
  /** Empty: erased. */
  name: z.string(),
  accountName: z.string(),
  zone: z.string(),
  /** The event is not held without this guest. */
  core: z.boolean(),
  state: z.enum(['planned', 'invited', 'refused']),
  reason: z.string().nullable(),
  dueAt: instant.nullable(),
  votes,
  note: z.string(),
  votedAt: instant.nullable(),
  remindedAt: instant.nullable(),
  /** Why the reminder was held back. */
  reminderReason: z.string().nullable(),
})
export type PollVoter = z.infer<typeof pollVoter>

export const datePoll = z.strictObject({
  id,
  state: z.enum(['open', 'closed', 'decided']),
  /** Votes are taken now. */
  takesVotes: z.boolean(),
  zone: z.string(),
  /** The best first; those that have passed at the end. */
  dates: z.array(polledDate),
  best: dateId.nullable(),
  because: z.enum(['suits_all', 'fewest_missing']).nullable(),
  answerBy: localDate,
  closesAt: instant,
  remindOn: localDate.nullable(),
  asked: z.int(),
  answered: z.int(),
  voters: z.array(pollVoter),
  decided: dateId.nullable(),
  revision: z.int(),
})
export type DatePoll = z.infer<typeof datePoll>

/** A poll as its voter sees it: the own votes, and nobody else's. */
export const ballotView = z.strictObject({
  state: z.enum(['open', 'closed', 'decided', 'cancelled']),
  organisation: z.string(),
  contactName: z.string(),
  language,
  title: z.string(),
  description: z.string(),
  venue: z.string(),
  /** Of the event. */
  zone: z.string(),
  /** Of the voter. */
  ownZone: z.string(),
  closesAt: instant,
  dates: z.array(
    z.strictObject({
      id: dateId,
      startsAt: instant,
      endsAt: instant,
      vote: vote.nullable(),
      decided: z.boolean(),
    }),
  ),
  note: z.string(),
  votedAt: instant.nullable(),
})
export type BallotView = z.infer<typeof ballotView>

const tags = ['round tables']
const path = '/roundtables/{id}/poll' as const

export const datePolls = {
  get: staffProcedure()
    .route({ method: 'GET', path, tags, summary: 'The date poll of a round table; null: there is none' })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ poll: datePoll.nullable() })),
  save: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'PUT',
      path,
      tags,
      summary: 'Begin a poll (revision 0), change its dates, or take votes again',
    })
    .input(z.strictObject({ id, revision: z.int().min(0), ...pollInput.shape }))
    .output(datePoll),
  previewAsk: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: `${path}/voters/preview`,
      tags,
      summary: 'What the contact policy would say about asking contacts now; nothing is written',
    })
    .input(z.strictObject({ id, contactIds: z.array(id).min(1).max(200) }))
    .output(z.strictObject({ items: z.array(inviteOutlook) })),
  ask: staffProcedure('wrong_state', 'quota_full')
    .route({
      method: 'POST',
      path: `${path}/voters`,
      tags,
      summary: 'Ask contacts of the region which date suits them',
    })
    .input(z.strictObject({ id, contactIds: z.array(id).min(1).max(200), core: z.boolean() }))
    .output(datePoll),
  setCore: staffProcedure('wrong_state')
    .route({
      method: 'PATCH',
      path: `${path}/voters/{voterId}`,
      tags,
      summary: 'Say whether the event is held without this guest',
    })
    .input(z.strictObject({ id, voterId: id, core: z.boolean() }))
    .output(datePoll),
  removeVoter: staffProcedure('wrong_state')
    .route({
      method: 'DELETE',
      path: `${path}/voters/{voterId}`,
      tags,
      summary: 'Take a voter out: the link ends, the votes go',
    })
    .input(z.strictObject({ id, voterId: id }))
    .output(datePoll),
  close: staffProcedure('revision_conflict', 'wrong_state')
    .route({ method: 'POST', path: `${path}/close`, tags, summary: 'Take no more votes' })
    .input(z.strictObject({ id, revision: z.int() }))
    .output(datePoll),
  decide: staffProcedure('revision_conflict', 'wrong_state', 'needs_approval')
    .route({
      method: 'POST',
      path: `${path}/decision`,
      tags,
      summary: 'Move the event to a date of the poll and invite its voters',
    })
    .input(
      z.strictObject({
        id,
        revision: z.int(),
        /** The event's own, as it was read. */
        eventRevision: z.int(),
        dateId,
        answerBy: localDate,
        /** Whether those who said nothing, and those who cannot, are invited too. */
        inviteSilent: z.boolean(),
        inviteUnable: z.boolean(),
      }),
    )
    .output(datePoll),
  readBallot: publicProcedure('link_unknown', 'link_expired')
    .route({ method: 'GET', path: '/ballots/{token}', tags: ['portal'], summary: 'The poll behind a link' })
    .input(z.strictObject({ token }))
    .output(ballotView),
  vote: publicProcedure('link_unknown', 'link_expired', 'event_closed')
    .route({
      method: 'POST',
      path: '/ballots/{token}',
      tags: ['portal'],
      summary: 'Vote; dates that are not named keep the vote they had, and the last vote on a date stands',
    })
    .input(z.strictObject({ token, votes, note: z.string().trim().max(LONGEST_POLL_NOTE).optional() }))
    .output(ballotView),
}

import type { DatePoll, pollInput } from '@sixfold/contract/date-polls'
import type { InviteOutlook } from '@sixfold/contract/guests'
import type { StaffMember } from '@sixfold/contract/staff'
import { addLocalDays, localDaysBetween } from '@sixfold/domain/local-date'
import { pollDates, pollReminderAt } from '@sixfold/domain/roundtables/poll-dates'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import type { GuestEvent } from '../../guests/guests/service.ts'
import { inviteGuests } from '../../guests/guests/service.ts'
import { record } from '../../house/audit/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { changePlan } from '../event-plans/service.ts'
import { announceEvent, findGuestEvent, openEvent } from '../event-records/service.ts'
import {
  askContacts,
  enqueueReminders,
  previewAsking,
  sendAsking,
  sendReminders,
} from '../poll-asking/service.ts'
import type { PollPlan, PollRow, VoterRow } from '../poll-records/service.ts'
import {
  changePoll,
  findPoll,
  findUnconverted,
  findVoters,
  findVotersById,
  insertPoll,
  markConverted,
  removeVoterRow,
  storeCore,
  takesVotes,
  votesOf,
} from '../poll-records/service.ts'
import { describePoll } from '../poll-views/service.ts'
import { readRoundtable } from '../roundtables/service.ts'
import { pollFaultWords } from './words.ts'

/** All votes stand in one document: so many voters keep it small and quick. */
const MOST_VOTERS = 300

type PollInput = z.output<typeof pollInput>

/** The poll with who said what; reading names leaves an audit entry. */
export async function readPoll(ctx: Context, actor: StaffMember, id: string) {
  const event = await openEvent(ctx, actor, id, 'roundtable.read')
  const poll = await findPoll(ctx, id)
  if (!poll) return { poll: null }
  await record(ctx, actor, 'date-poll.read', `roundtable:${id}`)
  return { poll: await describePoll(ctx, event, poll) }
}

/** Begins a poll, or changes one. It takes votes from then on; votes on dates that stay are kept. */
export async function savePoll(
  ctx: Context,
  actor: StaffMember,
  { id, revision, ...input }: PollInput & { id: string; revision: number },
): Promise<DatePoll> {
  const event = await plannable(ctx, actor, id)
  const before = await findPoll(ctx, id)
  if ((before?.revision ?? 0) !== revision) throw new AppError('revision_conflict')
  if (before?.state === 'decided') throw new AppError('wrong_state')
  const { roundtable } = await readRoundtable(ctx, actor, id)
  const plan = await planOf(ctx, actor, input, { zone: before?.zone ?? roundtable.zone, before })
  // Ordered first: a reminder of a poll that was not kept finds nothing to do.
  if (plan.remindOn !== null)
    await enqueueReminders(ctx, id, {
      remindOn: plan.remindOn,
      runAt: pollReminderAt({ remindOn: plan.remindOn, zone: plan.usedZone }),
    })
  const row = before ? await changePoll(ctx, before, plan) : await insertPoll(ctx, id, plan)
  if (!row) throw new AppError('revision_conflict')
  await record(ctx, actor, before ? 'date-poll.changed' : 'date-poll.begun', `roundtable:${id}`)
  return announced(ctx, event, row)
}

export async function previewAsk(
  ctx: Context,
  actor: StaffMember,
  { id, contactIds }: { id: string; contactIds: string[] },
): Promise<{ items: InviteOutlook[] }> {
  const { event, poll } = await openPoll(ctx, actor, id)
  return { items: await previewAsking(ctx, event, poll, contactIds) }
}

/** Asks contacts of the event's region, as far and as soon as the contact policy allows. */
export async function ask(
  ctx: Context,
  actor: StaffMember,
  { id, contactIds, core }: { id: string; contactIds: string[]; core: boolean },
): Promise<DatePoll> {
  const { event, poll } = await openPoll(ctx, actor, id)
  const known = new Set((await findVoters(ctx, id)).map(({ contactId }) => contactId))
  if (new Set([...known, ...contactIds]).size > MOST_VOTERS) throw new AppError('quota_full')
  await askContacts(ctx, event, poll, { contactIds, core })
  await record(ctx, actor, 'date-poll.asked', `roundtable:${id}`, `${contactIds.length}`)
  return announced(ctx, event, poll)
}

export async function setCore(
  ctx: Context,
  actor: StaffMember,
  { id, voterId, core }: { id: string; voterId: string; core: boolean },
): Promise<DatePoll> {
  const { event, poll, voter } = await openVoter(ctx, actor, id, voterId)
  await storeCore(ctx, voter._id, core)
  await record(ctx, actor, 'date-poll.core', `contact:${voter.contactId}`, `${core}`)
  return announced(ctx, event, poll)
}

export async function removeVoter(
  ctx: Context,
  actor: StaffMember,
  { id, voterId }: { id: string; voterId: string },
): Promise<DatePoll> {
  const { event, voter } = await openVoter(ctx, actor, id, voterId)
  await removeVoterRow(ctx, voter)
  await record(ctx, actor, 'date-poll.voter-removed', `contact:${voter.contactId}`)
  return announced(ctx, event, await knownPoll(ctx, id))
}

export async function closePoll(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number },
): Promise<DatePoll> {
  const { event, poll } = await openPoll(ctx, actor, id)
  if (poll.revision !== revision) throw new AppError('revision_conflict')
  const row = await changePoll(ctx, poll, { state: 'closed' })
  if (!row) throw new AppError('revision_conflict')
  await record(ctx, actor, 'date-poll.closed', `roundtable:${id}`)
  return announced(ctx, event, row)
}

export interface Decision {
  id: string
  revision: number
  eventRevision: number
  dateId: string
  answerBy: string
  inviteSilent: boolean
  inviteUnable: boolean
}

/**
 * Moves the event to a date of the poll, ends the poll and invites its voters. The event goes first: of two who decide at
 * once, its revision lets one through.
 */
export async function decideDate(ctx: Context, actor: StaffMember, decision: Decision): Promise<DatePoll> {
  const { id, dateId, answerBy } = decision
  const event = await plannable(ctx, actor, id)
  const poll = await knownPoll(ctx, id)
  if (poll.decided === dateId) return describePoll(ctx, event, poll)
  if (poll.state === 'decided') throw new AppError('wrong_state')
  if (poll.revision !== decision.revision) throw new AppError('revision_conflict')
  const option = poll.options.find(one => one.id === dateId)
  if (!option) throw new AppError('not_found')
  if (option.startsAt <= ctx.clock.now()) throw new AppError('wrong_state')
  const { date, startTime, endTime } = option
  const stays =
    option.startsAt.getTime() === event.startsAt.getTime() &&
    option.endsAt.getTime() === event.endsAt.getTime()
  const { roundtable } = await readRoundtable(ctx, actor, id)
  const { freezeOn } = roundtable
  const moved = stays
    ? {}
    : {
        date,
        startTime,
        endTime,
        zone: poll.zone,
        // The freeze keeps its distance: else it could come after the event, or long before it.
        freezeOn: freezeOn && addLocalDays(freezeOn, localDaysBetween(roundtable.date, date)),
      }
  await changePlan(ctx, actor, {
    id,
    revision: decision.eventRevision,
    changes: { ...moved, answerBy },
  })
  const invite = { silent: decision.inviteSilent, unable: decision.inviteUnable }
  const row = await changePoll(ctx, poll, { state: 'decided', decided: dateId, invite })
  if (!row) throw new AppError('revision_conflict')
  await enqueueConversion(ctx, id)
  await record(ctx, actor, 'date-poll.decided', `roundtable:${id}`, dateId)
  return announced(ctx, (await findGuestEvent(ctx, id)) ?? event, row)
}

/** Invites to the decided date; repeating it invites nobody twice. */
export async function runConversion(ctx: Context, id: string): Promise<void> {
  const [event, poll] = await Promise.all([findGuestEvent(ctx, id), findPoll(ctx, id)])
  if (!event || poll?.state !== 'decided' || poll.converted) return
  const wanted = (await findVoters(ctx, id)).filter(voter => isInvitedWith(poll, voter))
  const contacts = await findContacts(
    ctx,
    wanted.map(({ contactId }) => contactId),
  )
  const ids = [...contacts.values()].filter(one => !one.erased && one.regionId === event.regionId)
  if (ids.length > 0)
    await inviteGuests(
      ctx,
      event,
      ids.map(one => one.id),
    )
  await markConverted(ctx, id)
  announceEvent(ctx, id)
}

function isInvitedWith(poll: PollRow, { _id, state }: VoterRow): boolean {
  const votes = votesOf(poll, _id)
  if (Object.keys(votes).length === 0) return state === 'invited' && poll.invite?.silent === true
  return votes[poll.decided ?? ''] !== 'no' || poll.invite?.unable === true
}

/** Asks those who may be asked by now. */
export async function runAsking(ctx: Context, id: string, voterIds: readonly string[]): Promise<void> {
  const [event, poll] = await Promise.all([findGuestEvent(ctx, id), findPoll(ctx, id)])
  if (!event || !poll) return
  await sendAsking(ctx, event, poll, await findVotersById(ctx, voterIds))
  announceEvent(ctx, id)
}

/** Reminds those who are silent, if this is still the day for it. */
export async function runReminders(
  ctx: Context,
  id: string,
  { remindOn, voterIds }: { remindOn: string; voterIds?: string[] | undefined },
): Promise<void> {
  const [event, poll] = await Promise.all([findGuestEvent(ctx, id), findPoll(ctx, id)])
  if (!event || poll?.remindOn !== remindOn) return
  await sendReminders(
    ctx,
    event,
    poll,
    voterIds ? await findVotersById(ctx, voterIds) : await findVoters(ctx, id),
  )
  announceEvent(ctx, id)
}

/** After a start: decisions whose invitations a crash held up. */
export async function resumeConversions(ctx: Context): Promise<void> {
  for (const id of await findUnconverted(ctx)) await runConversion(ctx, id)
}

async function enqueueConversion(ctx: Context, id: string): Promise<void> {
  await enqueue(ctx, {
    kind: 'date-poll.convert',
    key: `date-poll-convert:${id}`,
    payload: { roundtableId: id },
  })
}

async function planOf(
  ctx: Context,
  actor: StaffMember,
  { dates, answerBy, remindOn }: PollInput,
  { zone, before }: { zone: string; before: PollRow | null },
): Promise<PollPlan> {
  const now = ctx.clock.now()
  const { zone: fallbackZone } = await readOrganisation(ctx)
  const resolved = pollDates({ dates, answerBy, zone, fallbackZone })
  const fault = (path: string, word: Parameters<ReturnType<typeof pollFaultWords>>[0]) =>
    new AppError('invalid_input', { fields: [{ path, message: pollFaultWords(actor.language)(word) }] })
  if (!resolved.ok)
    throw fault(
      resolved.reason === 'answer_after_first' ? 'answerBy' : `dates.${resolved.at}.date`,
      resolved.reason,
    )
  const { options, closesAt, usedZone } = resolved
  const known = new Set(before?.options.map(({ id }) => id))
  const passed = options.find(({ id, startsAt }) => startsAt <= now && !known.has(id))
  if (passed)
    throw fault(
      `dates.${dates.findIndex(one => one.date === passed.date && one.startTime === passed.startTime)}.date`,
      'past',
    )
  if (closesAt <= now) throw fault('answerBy', 'answered_late')
  if (remindOn !== null && remindOn !== before?.remindOn) {
    const at = pollReminderAt({ remindOn, zone: usedZone })
    if (at >= closesAt) throw fault('remindOn', 'remind_late')
    if (at <= now) throw fault('remindOn', 'remind_past')
  }
  return { state: 'open', zone, usedZone, options, answerBy, closesAt, remindOn }
}

/** The event, if its date may still be asked about. */
async function plannable(ctx: Context, actor: StaffMember, id: string): Promise<GuestEvent> {
  const event = await openEvent(ctx, actor, id, 'roundtable.plan')
  if (event.cancelled || event.startsAt <= ctx.clock.now()) throw new AppError('wrong_state')
  return event
}

async function knownPoll(ctx: Context, id: string): Promise<PollRow> {
  const poll = await findPoll(ctx, id)
  if (!poll) throw new AppError('not_found')
  return poll
}

async function openPoll(ctx: Context, actor: StaffMember, id: string) {
  const event = await plannable(ctx, actor, id)
  const poll = await knownPoll(ctx, id)
  if (!takesVotes(poll, ctx.clock.now())) throw new AppError('wrong_state')
  return { event, poll }
}

async function openVoter(ctx: Context, actor: StaffMember, id: string, voterId: string) {
  const event = await plannable(ctx, actor, id)
  const poll = await knownPoll(ctx, id)
  const [voter] = await findVotersById(ctx, [voterId])
  if (voter?.roundtableId !== id) throw new AppError('not_found')
  if (poll.state === 'decided') throw new AppError('wrong_state')
  return { event, poll, voter }
}

function announced(ctx: Context, event: GuestEvent, poll: PollRow): Promise<DatePoll> {
  announceEvent(ctx, event.id)
  return describePoll(ctx, event, poll)
}

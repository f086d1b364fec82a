import type { Decision } from '@sixfold/contract/event-year'
import type { Roundtable } from '@sixfold/contract/roundtables'
import type { StaffMember } from '@sixfold/contract/staff'
import { addLocalDays, localDaysBetween } from '@sixfold/domain/local-date'
import { proposeDates } from '@sixfold/domain/roundtables/date-proposals'
import { guestsWaiting, inOrder, type Urgency } from '@sixfold/domain/roundtables/decisions'
import type { EventKind } from '@sixfold/domain/roundtables/event-kind'
import { speakerClashes } from '@sixfold/domain/roundtables/speaker-clashes'
import type { Context } from '../../../context.ts'
import type { CalendarOf } from '../../contact-policy/region-calendars/service.ts'
import { endedPolls } from '../poll-records/service.ts'
import { readSpeakerTimes } from '../speaker-times/service.ts'
import { knownSpeakers } from '../speakers/service.ts'

/** A due date that no event answers. */
export interface OpenDate {
  regionId: string
  zone: string
  eventKind: EventKind
  date: string
  overdue: boolean
}

interface Found {
  urgency: Urgency
  date: string
  decision: Decision
}

/** Guests of a round table should have four weeks. */
const NOTICE_DAYS = 28
const REACH_DAYS = 14

/** What somebody has to decide about: dates that are due, and what stands in the way of events to come. */
export async function readDecisions(
  ctx: Context,
  actor: StaffMember,
  facts: {
    today: string
    open: readonly OpenDate[]
    /** Events to come that the person may see. */
    events: readonly Roundtable[]
    calendarOf: CalendarOf
  },
): Promise<Decision[]> {
  const { today, open, events } = facts
  const found: Found[] = [
    ...(await Promise.all(open.map(one => dueDecision(one, facts)))),
    ...events.flatMap(event => eventDecisions(event, actor, today)),
    ...(await clashes(ctx, actor, events)),
    ...(await pollsEnded(ctx, events)),
  ]
  return inOrder(found).map(({ decision }) => decision)
}

/** With the next day that looks free by calendar and events; who may be invited is asked when the event is planned. */
async function dueDecision(
  { regionId, zone, eventKind, date, overdue }: OpenDate,
  { today, events, calendarOf }: { today: string; events: readonly Roundtable[]; calendarOf: CalendarOf },
): Promise<Found> {
  const [best] = proposeDates({
    due: date,
    today,
    reach: REACH_DAYS,
    startTime: '08:30',
    endTime: '12:00',
    zone,
    calendar: await calendarOf(regionId),
    noticeDays: NOTICE_DAYS,
    events: events
      .filter(event => event.regionId === regionId)
      .map(event => ({ date: event.date, title: event.venue })),
    busy: [],
    accounts: [],
    guests: [],
  })
  const urgency = overdue ? 'overdue' : 'at_risk'
  const proposal = best?.date ?? null
  return { urgency, date, decision: { kind: 'due', regionId, eventKind, date, overdue, proposal } }
}

function eventDecisions(event: Roundtable, actor: StaffMember, today: string): Found[] {
  const { id: eventId, regionId, kind: eventKind, date, seats, answerBy, zone } = event
  const of = { regionId, eventId, date, eventKind }
  const found: Found[] = []
  const add = (urgency: Urgency, decision: Decision) => found.push({ urgency, date, decision })
  const request = event.approvals.find(({ state }) => state === 'open')
  if (request) {
    const own = request.askedById === actor.id
    add('approval', { kind: 'approval', ...of, askedBy: request.askedBy, own })
  }
  if (event.dayAlert) {
    const { is, isName: name } = event.dayAlert
    add('day_changed', { kind: 'day_changed', ...of, is, name })
  }
  if (event.timeNotice === 'unknown_zone') add('unknown_zone', { kind: 'unknown_zone', ...of, zone })
  const waiting = guestsWaiting({
    invited: seats.invited,
    answered: seats.taken + seats.waitlisted + seats.declined,
    daysToAnswer: localDaysBetween(today, answerBy),
    daysToEvent: localDaysBetween(today, date),
    overBy: seats.overBy,
  })
  if (waiting?.kind === 'over') add('over', { kind: 'over', ...of, by: waiting.by })
  if (waiting?.kind === 'unanswered')
    add('unanswered', { kind: 'unanswered', ...of, guests: waiting.guests, answerBy })
  if (waiting?.kind === 'nobody_invited') add('nobody_invited', { kind: 'nobody_invited', ...of })
  return found
}

/** Date polls whose time is over, while nobody has fixed a date. */
async function pollsEnded(ctx: Context, events: readonly Roundtable[]): Promise<Found[]> {
  const ended = await endedPolls(
    ctx,
    events.map(({ id }) => id),
  )
  return events.flatMap(({ id: eventId, regionId, kind: eventKind, date }) => {
    const answers = ended.get(eventId)
    if (answers === undefined) return []
    const of = { regionId, eventId, date, eventKind }
    return [
      { urgency: 'poll_ended' as const, date, decision: { kind: 'poll_ended' as const, ...of, answers } },
    ]
  })
}

async function clashes(ctx: Context, actor: StaffMember, events: readonly Roundtable[]): Promise<Found[]> {
  const spoken = events.filter(({ speakerIds }) => speakerIds.length > 0)
  if (spoken.length === 0) return []
  const speakers = await knownSpeakers(
    ctx,
    spoken.flatMap(({ speakerIds }) => speakerIds),
  )
  const found = speakerClashes(
    spoken.map(({ id, startsAt, endsAt, speakerIds }) => ({
      id,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      speakerIds,
    })),
    await readSpeakerTimes(ctx, actor, speakers),
  )
  return found.flatMap(clash => {
    const event = spoken.find(({ id }) => id === clash.eventId)
    if (!event) return []
    const { id: eventId, regionId, kind: eventKind, date } = event
    const speaker = speakers.get(clash.speakerId)?.name ?? ''
    const of = { regionId, eventId, date, eventKind }
    return [
      {
        urgency: 'speaker_clash' as const,
        date,
        decision: { kind: 'speaker_clash' as const, ...of, speaker, with: clash.with.title },
      },
    ]
  })
}

/** Events that decisions look at: from today on, as far as anybody plans. */
export const decisionSpan = (today: string) => ({ from: today, to: addLocalDays(today, 730) })

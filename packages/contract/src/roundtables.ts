import { EVENT_KINDS } from '@sixfold/domain/roundtables/event-kind'
import { APPROVAL_STATES } from '@sixfold/domain/roundtables/freeze'
import { SIDES } from '@sixfold/domain/seats/seat-ledger'
import { usualSeating } from '@sixfold/domain/seats/seating'
import { z } from 'zod'
import {
  id,
  instant,
  language,
  localDate,
  localText,
  localTime,
  publicProcedure,
  staffProcedure,
} from './common.ts'

const zone = z.string().min(1).max(64)

export const eventKind = z.enum(EVENT_KINDS)

const seatLimit = z.int().min(0).max(100_000)

/** How an event gives its seats, beside the room's capacity. */
export const seating = z.strictObject({
  /** Taking part from elsewhere, and how to join; null: in the room alone. */
  remote: z.strictObject({ capacity: seatLimit.nullable(), joining: localText }).nullable(),
  /** Seats in the room kept for a segment until so many days before the event; null: to the end. */
  kept: z
    .array(
      z.strictObject({
        segment: z.string().trim().min(1).max(60),
        seats: seatLimit,
        releaseDays: z.int().min(0).max(365).nullable(),
      }),
    )
    .max(20)
    .refine(kept => new Set(kept.map(({ segment }) => segment)).size === kept.length),
  /** How long a seat is held for somebody who waited; null: it is given at once. */
  offerHours: z.int().min(1).max(336).nullable(),
  /** The largest party of one invitation, the guest included. */
  largestParty: z.int().min(1).max(20),
  /** Whether a party that is larger than what is free is passed over, or holds up those behind it. */
  largeParties: z.enum(['skip', 'hold']),
})

const planFields = z.strictObject({
  regionId: id,
  kind: eventKind,
  title: localText,
  description: localText,
  date: localDate,
  startTime: localTime,
  endTime: localTime,
  zone,
  venue: z.string().trim().min(1).max(300),
  /** Null: unlimited. 0: closed. */
  capacity: seatLimit.nullable(),
  seating,
  answerBy: localDate,
  /** From this day on time, place and seats change only with the approval of a second person; null: never. */
  freezeOn: localDate.nullable(),
  speakerIds: z.array(id).max(50),
})

export const planInput = planFields.extend({
  kind: eventKind.default('round_table'),
  freezeOn: localDate.nullable().default(null),
  speakerIds: z.array(id).max(50).default([]),
  seating: seating.default({ ...usualSeating, kept: [] }),
})

/** What of a plan may change; its fields have no defaults, so that what was left out stays as it is. */
export const planChanges = planFields.omit({ regionId: true, kind: true }).partial()

export const seatCounts = z.strictObject({
  capacity: z.int().nullable(),
  taken: z.int(),
  free: z.int().nullable(),
  overBy: z.int(),
  waitlisted: z.int(),
  invited: z.int(),
  declined: z.int(),
})

export const dayKind = z.enum(['working', 'weekend', 'holiday', 'half', 'quiet'])

/** A change of a frozen event that waits for a second person, or waited for one. */
export const eventApproval = z.strictObject({
  id,
  changes: planChanges,
  /** What stood there when it was asked for. */
  before: planChanges,
  note: z.string(),
  state: z.enum(APPROVAL_STATES),
  askedById: id,
  askedBy: z.string(),
  askedAt: instant,
  decidedBy: z.string(),
  decidedAt: instant.nullable(),
  reason: z.string(),
})
export type EventApproval = z.infer<typeof eventApproval>

export const roundtable = z.strictObject({
  id,
  ...planFields.shape,
  state: z.enum(['planned', 'cancelled']),
  startsAt: instant,
  endsAt: instant,
  /** The wall time did not exist or happened twice, or the zone is unknown: shown as a warning. */
  timeNotice: z.enum(['gap', 'overlap', 'unknown_zone']).nullable(),
  holiday: z.string().nullable(),
  dayKind,
  /** The list of days off says something else about the day than when guests were invited for it. */
  dayAlert: z.strictObject({ was: dayKind, wasName: z.string(), is: dayKind, isName: z.string() }).nullable(),
  frozen: z.boolean(),
  /** The latest last. */
  approvals: z.array(eventApproval),
  seats: seatCounts,
  revision: z.int(),
})
export type Roundtable = z.infer<typeof roundtable>

export const guestState = z.enum([
  'planned',
  'invited',
  'accepted',
  'offered',
  'waitlisted',
  'declined',
  'refused',
])

export const guest = z.strictObject({
  id,
  contactId: id,
  name: z.string(),
  accountName: z.string(),
  state: guestState,
  waitlistPosition: z.int().nullable(),
  /** How long an offered seat is held. */
  heldUntil: instant.nullable(),
  reason: z.string().nullable(),
  dueAt: instant.nullable(),
  answeredAt: instant.nullable(),
})
export type Guest = z.infer<typeof guest>

/** What would come of an invitation: it leaves now, or at `dueAt`, or not at all. */
export const inviteOutlook = z.strictObject({
  contactId: id,
  state: z.enum(['invited', 'planned', 'refused']),
  reason: z.string().nullable(),
  dueAt: instant.nullable(),
})
export type InviteOutlook = z.infer<typeof inviteOutlook>

export const guestView = z.strictObject({
  state: z.enum(['open', 'started', 'cancelled']),
  answer: z.enum(['none', 'accepted', 'offered', 'waitlisted', 'declined']),
  waitlistPosition: z.int().nullable(),
  /** Where the guest has a seat, is offered one or waits. */
  side: z.enum(SIDES).nullable(),
  /** The party's size, the guest included, and the largest that is let in. */
  seats: z.int(),
  largestParty: z.int(),
  /** Until when an offered seat is held. */
  heldUntil: instant.nullable(),
  /** A seat was held and not taken in time. */
  lapsed: z.boolean(),
  organisation: z.string(),
  contactName: z.string(),
  language,
  title: z.string(),
  description: z.string(),
  venue: z.string(),
  zone,
  startsAt: instant,
  endsAt: instant,
  answerBy: localDate,
  full: z.boolean(),
  /** The day to answer by has passed, or no seats are given: only declining is left. */
  closed: z.boolean(),
  /** Null: in the room alone. How to join is told to those who do. */
  remote: z
    .strictObject({ full: z.boolean(), closed: z.boolean(), joining: z.string().nullable() })
    .nullable(),
  /** What staff's page at the door is opened with; only of those who come to the room. */
  checkInAt: z.string().nullable(),
})
export type GuestView = z.infer<typeof guestView>

const laneDay = z.strictObject({ date: localDate, name: z.string() })

/** What is due of one kind of event. */
const laneCadence = z.strictObject({
  everyMonths: z.int(),
  dueDates: z.array(localDate),
  lamp: z.enum(['on_cadence', 'at_risk', 'overdue']),
  /** Due dates that no event answers: passed, or near enough to act. */
  openDates: z.array(localDate),
})

/** A region's year. */
export const yearLane = z.strictObject({
  regionId: id,
  ...laneCadence.shape,
  /** Null: the region holds no conference. */
  conference: laneCadence.nullable(),
  holidays: z.array(laneDay),
  /** Days on which people work and are left alone. */
  quiet: z.array(laneDay),
})
export type YearLane = z.infer<typeof yearLane>

const ofEvent = { regionId: id, eventId: id, date: localDate, eventKind }

/** What somebody has to decide about. */
export const decision = z.discriminatedUnion('kind', [
  /** `proposal`: the next day against which little speaks; null: none is near. */
  z.strictObject({
    kind: z.literal('due'),
    regionId: id,
    eventKind,
    date: localDate,
    overdue: z.boolean(),
    proposal: localDate.nullable(),
  }),
  z.strictObject({ kind: z.literal('approval'), ...ofEvent, askedBy: z.string(), own: z.boolean() }),
  z.strictObject({ kind: z.literal('day_changed'), ...ofEvent, is: dayKind, name: z.string() }),
  z.strictObject({ kind: z.literal('speaker_clash'), ...ofEvent, speaker: z.string(), with: z.string() }),
  z.strictObject({ kind: z.literal('unknown_zone'), ...ofEvent, zone: z.string() }),
  z.strictObject({ kind: z.literal('over'), ...ofEvent, by: z.int() }),
  z.strictObject({ kind: z.literal('unanswered'), ...ofEvent, guests: z.int(), answerBy: localDate }),
  z.strictObject({ kind: z.literal('nobody_invited'), ...ofEvent }),
  /** The date poll takes no more votes, and no date was fixed. */
  z.strictObject({ kind: z.literal('poll_ended'), ...ofEvent, answers: z.int() }),
])
export type Decision = z.infer<typeof decision>

const token = z.string().min(1).max(200)

export const roundtables = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables',
      tags: ['round tables'],
      summary: 'Round tables of a year, and when each region is due',
    })
    .input(z.strictObject({ year: z.coerce.number().int().min(1990).max(2200) }))
    .output(
      z.strictObject({
        items: z.array(roundtable),
        lanes: z.array(yearLane),
        /** Events of regions that the caller may not see: that there is one, and when. */
        elsewhere: z.array(z.strictObject({ date: localDate, region: z.string(), kind: eventKind })),
        /** The most urgent first. */
        decisions: z.array(decision),
      }),
    ),
  plan: staffProcedure()
    .route({ method: 'POST', path: '/roundtables', tags: ['round tables'], summary: 'Plan a round table' })
    .input(planInput)
    .output(roundtable),
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}',
      tags: ['round tables'],
      summary: 'A round table and its guests',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ roundtable, guests: z.array(guest) })),
  keepDate: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/keep-date',
      tags: ['round tables'],
      summary: 'Keep the day although the list of days off changed',
    })
    .input(z.strictObject({ id, revision: z.int() }))
    .output(roundtable),
  change: staffProcedure('revision_conflict', 'wrong_state', 'needs_approval')
    .route({
      method: 'PATCH',
      path: '/roundtables/{id}',
      tags: ['round tables'],
      summary: 'Change time, place or seats; guests get an update',
    })
    .input(z.strictObject({ id, revision: z.int(), changes: planChanges }))
    .output(roundtable),
  cancel: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/cancel',
      tags: ['round tables'],
      summary: 'Cancel a round table; guests are told',
    })
    .input(z.strictObject({ id, revision: z.int() }))
    .output(roundtable),
  restore: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/restore',
      tags: ['round tables'],
      summary: 'Take up a cancelled round table again; guests with a seat are told',
    })
    .input(z.strictObject({ id, revision: z.int() }))
    .output(roundtable),
  invite: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/guests',
      tags: ['round tables'],
      summary: 'Invite contacts of the region',
    })
    .input(z.strictObject({ id, contactIds: z.array(id).min(1).max(1000) }))
    .output(z.strictObject({ guests: z.array(guest) })),
  previewInvite: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/guests/preview',
      tags: ['round tables'],
      summary: 'What the contact policy would say about inviting contacts now; nothing is written',
    })
    .input(z.strictObject({ id, contactIds: z.array(id).min(1).max(200) }))
    .output(z.strictObject({ items: z.array(inviteOutlook) })),
  readInvitation: publicProcedure('link_unknown', 'link_expired')
    .route({
      method: 'GET',
      path: '/guests/{token}',
      tags: ['portal'],
      summary: 'The invitation behind a link',
    })
    .input(z.strictObject({ token }))
    .output(guestView),
  answer: publicProcedure('link_unknown', 'link_expired', 'event_started', 'event_closed', 'quota_full')
    .route({
      method: 'POST',
      path: '/guests/{token}/answer',
      tags: ['portal'],
      summary: 'Accept or decline; the last answer stands',
    })
    .input(
      z.strictObject({
        token,
        answer: z.enum(['accept', 'decline']),
        /** Left out: where the guest stands already, else in the room. */
        side: z.enum(SIDES).optional(),
        /** Left out: as many as were said before, else one. */
        seats: z.int().min(1).max(20).optional(),
      }),
    )
    .output(guestView),
}

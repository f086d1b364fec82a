import { EVENT_KINDS } from '@sixfold/domain/roundtables/event-kind'
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
  capacity: z.int().min(0).max(100_000).nullable(),
  answerBy: localDate,
  /** From this day on time, place and seats change only with the approval of a second person; null: never. */
  freezeOn: localDate.nullable(),
  speakerIds: z.array(id).max(50),
})

export const planInput = planFields.extend({
  kind: eventKind.default('round_table'),
  freezeOn: localDate.nullable().default(null),
  speakerIds: z.array(id).max(50).default([]),
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

export const roundtable = z.strictObject({
  id,
  ...planFields.shape,
  state: z.enum(['planned', 'cancelled']),
  startsAt: instant,
  endsAt: instant,
  /** The wall time did not exist or happened twice, or the zone is unknown: shown as a warning. */
  timeNotice: z.enum(['gap', 'overlap', 'unknown_zone']).nullable(),
  holiday: z.string().nullable(),
  seats: seatCounts,
  revision: z.int(),
})
export type Roundtable = z.infer<typeof roundtable>

export const guestState = z.enum(['planned', 'invited', 'accepted', 'waitlisted', 'declined', 'refused'])

export const guest = z.strictObject({
  id,
  contactId: id,
  name: z.string(),
  accountName: z.string(),
  state: guestState,
  waitlistPosition: z.int().nullable(),
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
  answer: z.enum(['none', 'accepted', 'waitlisted', 'declined']),
  waitlistPosition: z.int().nullable(),
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
})
export type GuestView = z.infer<typeof guestView>

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
        lanes: z.array(
          z.strictObject({
            regionId: id,
            everyMonths: z.int(),
            dueDates: z.array(localDate),
            lamp: z.enum(['on_cadence', 'at_risk', 'overdue']),
            /** Due dates that no event answers: passed, or near enough to act. */
            openDates: z.array(localDate),
            holidays: z.array(z.strictObject({ date: localDate, name: z.string() })),
          }),
        ),
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
  change: staffProcedure('revision_conflict', 'wrong_state')
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
  answer: publicProcedure('link_unknown', 'link_expired', 'event_started', 'event_closed')
    .route({
      method: 'POST',
      path: '/guests/{token}/answer',
      tags: ['portal'],
      summary: 'Accept or decline; the last answer stands',
    })
    .input(z.strictObject({ token, answer: z.enum(['accept', 'decline']) }))
    .output(guestView),
}

import { APPROVAL_STATES } from '@sixfold/domain/roundtables/freeze'
import { SIDES } from '@sixfold/domain/seats/seat-ledger'
import { z } from 'zod'
import { id, instant, localDate, publicProcedure, staffProcedure } from './common.ts'
import { eventKind, planChanges, planFields, planInput } from './event-plans.ts'
import { decision, yearLane } from './event-year.ts'
import { guest, guestView, inviteOutlook, sentLink } from './guests.ts'
import { dayKind } from './region-calendars.ts'

export const seatCounts = z.strictObject({
  capacity: z.int().nullable(),
  taken: z.int(),
  free: z.int().nullable(),
  overBy: z.int(),
  waitlisted: z.int(),
  invited: z.int(),
  declined: z.int(),
})

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
  sendLink: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/guests/link',
      tags: ['round tables'],
      summary: 'Send a guest who asked for it the personal link again, if the contact policy allows it now',
    })
    .input(z.strictObject({ id, guestId: id }))
    .output(sentLink),
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

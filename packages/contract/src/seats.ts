import { SIDES } from '@sixfold/domain/seats/seat-ledger'
import { z } from 'zod'
import { id, instant, staffProcedure } from './common.ts'

const side = z.enum(SIDES)
const guestId = z.string().min(1).max(64)
const reason = z.string().trim().min(1).max(300)

/** One side's seats: room or remote. */
export const sideCounts = z.strictObject({
  /** Null: unlimited. 0: closed. */
  capacity: z.int().nullable(),
  taken: z.int(),
  offered: z.int(),
  free: z.int().nullable(),
  overBy: z.int(),
  waiting: z.int(),
  /** People who came, and who are still expected. */
  arrived: z.int(),
  expected: z.int(),
  kept: z.array(
    z.strictObject({ segment: z.string(), kept: z.int(), held: z.int(), releasesAt: instant.nullable() }),
  ),
})
export type SideCounts = z.infer<typeof sideCounts>

/** Somebody who was invited, waits, has a seat, or walked in. */
export const seatGuest = z.strictObject({
  id: guestId,
  /** Empty: the person was erased. */
  name: z.string(),
  accountName: z.string(),
  /** Nobody invited them: they came. */
  walkIn: z.boolean(),
  standing: z.enum(['confirmed', 'offered', 'waiting', 'declined', 'none']),
  side: side.nullable(),
  seats: z.int(),
  segment: z.string(),
  position: z.int().nullable(),
  since: instant.nullable(),
  expiresAt: instant.nullable(),
  /** What the table is called. */
  table: z.string().nullable(),
  arrived: z.strictObject({ at: instant, seats: z.int() }).nullable(),
})
export type SeatGuest = z.infer<typeof seatGuest>

export const seatsView = z.strictObject({
  room: sideCounts,
  remote: sideCounts.nullable(),
  guests: z.array(seatGuest),
  /** Arrivals are taken from then on. */
  doorsOpenAt: instant,
  largestParty: z.int(),
  revision: z.int(),
})
export type SeatsView = z.infer<typeof seatsView>

const of = { id, guestId }

export const seats = {
  read: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}/seats',
      tags: ['round tables'],
      summary: 'Who has a seat, who waits and in which order, and who came',
    })
    .input(z.strictObject({ id }))
    .output(seatsView),
  move: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/seats/move',
      tags: ['round tables'],
      summary: 'Move somebody on the waiting list, with a reason',
    })
    .input(z.strictObject({ ...of, position: z.int().min(1).max(100_000), reason }))
    .output(seatsView),
  changeSide: staffProcedure('wrong_state', 'quota_full')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/seats/side',
      tags: ['round tables'],
      summary: 'Move somebody between the room and taking part remotely',
    })
    .input(z.strictObject({ ...of, side, reason }))
    .output(seatsView),
  release: staffProcedure()
    .route({
      method: 'POST',
      path: '/roundtables/{id}/seats/release',
      tags: ['round tables'],
      summary: 'Take somebody off the seats or the waiting list, with a reason',
    })
    .input(z.strictObject({ ...of, reason }))
    .output(seatsView),
  answer: staffProcedure('wrong_state', 'event_started', 'event_closed', 'quota_full')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/seats/answer',
      tags: ['round tables'],
      summary: 'Note what an invited guest answered in another way, such as on the phone',
    })
    .input(z.strictObject({ ...of, answer: z.enum(['accept', 'decline']) }))
    .output(seatsView),
  checkIn: staffProcedure('wrong_state', 'quota_full')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/arrivals',
      tags: ['round tables'],
      summary: 'Somebody is at the door; saying it twice changes nothing',
    })
    .input(
      z.strictObject({
        ...of,
        side: side.default('room'),
        /** How many of the party came. */
        seats: z.int().min(1).max(100),
        /** Lets them in although no seat is free. */
        admit: z.boolean().default(false),
      }),
    )
    .output(seatsView),
  undoCheckIn: staffProcedure()
    .route({
      method: 'POST',
      path: '/roundtables/{id}/arrivals/undo',
      tags: ['round tables'],
      summary: 'Take an arrival back; the seat stays',
    })
    .input(z.strictObject(of))
    .output(seatsView),
  walkIn: staffProcedure('wrong_state', 'quota_full')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/walk-ins',
      tags: ['round tables'],
      summary: 'Somebody whom nobody expected is at the door; the same key is the same person',
    })
    .input(
      z
        .strictObject({
          id,
          key: z.uuid(),
          /** Somebody of the customer record, who becomes a guest; left out: known by name alone. */
          contactId: id.optional(),
          name: z.string().trim().max(120).default(''),
          accountName: z.string().trim().max(160).default(''),
          admit: z.boolean().default(false),
        })
        .refine(({ contactId, name }) => contactId !== undefined || name !== '', { path: ['name'] }),
    )
    .output(seatsView),
}

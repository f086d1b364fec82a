import { EVENT_KINDS } from '@sixfold/domain/roundtables/event-kind'
import { usualSeating } from '@sixfold/domain/seats/seating'
import { z } from 'zod'
import { id, localDate, localText, localTime } from './common.ts'

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

/** A plan as people write it. */
export const planFields = z.strictObject({
  regionId: id,
  kind: eventKind,
  title: localText,
  description: localText,
  date: localDate,
  startTime: localTime,
  endTime: localTime,
  zone: z.string().min(1).max(64),
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

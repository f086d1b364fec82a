import { SIDES } from '@sixfold/domain/seats/seat-ledger'
import { z } from 'zod'
import { id, instant, language, localDate } from './common.ts'

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

/** What became of sending a personal link again: it left, or why not, and from when on it may. */
export const sentLink = z.strictObject({
  sent: z.boolean(),
  reason: z.string().nullable(),
  from: instant.nullable(),
})
export type SentLink = z.infer<typeof sentLink>

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
  zone: z.string(),
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

import { z } from 'zod'
import { id, instant, staffProcedure } from './common.ts'

/** In bytes; a larger file is a 413. */
export const LARGEST_REPLY_FILE = 2_000_000

/** `waiting`: somebody has to look at it. `settled` and `dismissed`: somebody did. */
export const replyState = z.enum(['taken', 'ignored', 'waiting', 'settled', 'dismissed'])

const answer = z.enum(['accept', 'decline', 'tentative', 'delegated', 'counter', 'none'])

/** Why an answer was left alone, or waits. */
export const replyReason = z.enum([
  'older_message',
  'older_answer',
  'answered_since',
  'stranger',
  'other_sender',
  'unproven',
  'not_told',
  'no_stamp',
  'tentative',
  'delegated',
  'counter',
  'unclear',
  'event_cancelled',
  'event_started',
  'event_closed',
  'quota_full',
])
export type ReplyReason = z.infer<typeof replyReason>

/** An answer that a guest's calendar wrote. */
export const calendarReply = z.strictObject({
  id,
  /** As the answer says; not as the customer record does. */
  address: z.string(),
  name: z.string(),
  /** Null: nobody's, as far as is known. */
  guestId: id.nullable(),
  answer,
  sequence: z.int(),
  stamp: instant.nullable(),
  comment: z.string(),
  source: z.enum(['mail', 'upload']),
  /** Who sent the mail, where that is somebody else than who answers; else empty. */
  sender: z.string(),
  receivedAt: instant,
  state: replyState,
  reason: replyReason.nullable(),
  /** What a colleague made of it. */
  decision: z.enum(['accept', 'decline']).nullable(),
  decidedBy: z.string(),
  decidedAt: instant.nullable(),
})
export type CalendarReply = z.infer<typeof calendarReply>

export const calendarReplies = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}/calendar-replies',
      tags: ['round tables'],
      summary: 'Answers that guests gave in their calendars: those that wait first, then the latest',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ items: z.array(calendarReply) })),
  upload: staffProcedure()
    .route({
      method: 'POST',
      path: '/roundtables/{id}/calendar-replies',
      tags: ['round tables'],
      summary: 'Read an answer out of a file: calendar text (.ics) or a mail (.eml)',
    })
    .input(z.strictObject({ id, file: z.file() }))
    .output(
      z.strictObject({
        /** `other_event`: it answers another event. `repeated`: it was read before. `no_reply`: it answers nothing. */
        outcome: z.enum(['taken', 'ignored', 'waiting', 'repeated', 'other_event', 'no_reply', 'unreadable']),
        reply: calendarReply.nullable(),
      }),
    ),
  decide: staffProcedure('wrong_state', 'event_started', 'event_closed', 'quota_full')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/calendar-replies/{replyId}',
      tags: ['round tables'],
      summary: 'Say what an answer means that waits: whose it is and what it says, or nothing',
    })
    .input(
      z.discriminatedUnion('decision', [
        z.strictObject({ id, replyId: id, decision: z.enum(['accept', 'decline']), guestId: id }),
        z.strictObject({ id, replyId: id, decision: z.literal('dismiss') }),
      ]),
    )
    .output(calendarReply),
}

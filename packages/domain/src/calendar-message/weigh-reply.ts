import type { ReplyAnswer } from './read-reply.ts'

/** Why an answer is left alone. */
export type IgnoredReply = 'older_message' | 'older_answer' | 'answered_since'

/** Why somebody has to look at an answer. */
export type ReviewReason =
  /** Nobody with this address is a guest. */
  | 'stranger'
  /** It answers in the name of somebody else than the one who sent it. */
  | 'other_sender'
  /** The mail server says that the sender's domain did not send it. */
  | 'unproven'
  /** The guest never got a calendar message, or not yet this one. */
  | 'not_told'
  | 'no_stamp'
  | 'tentative'
  | 'delegated'
  | 'counter'
  | 'unclear'
  | 'event_cancelled'
  | 'event_started'

export type ReplyVerdict =
  | { verdict: 'take'; answer: 'accept' | 'decline' }
  | { verdict: 'ignore'; reason: IgnoredReply }
  | { verdict: 'review'; reason: ReviewReason }

export interface WeighedReply {
  answer: ReplyAnswer
  sequence: number
  /** Not later than when it was received, whatever the sender's clock said; null: unknown. */
  stamp: Date | null
  /** Of the mail; null: a colleague uploaded it and vouches for it. */
  sender: { isAttendee: boolean; failsProof: boolean } | null
}

/** What is known of the guest with the address of the answer. */
export interface RepliedGuest {
  /** SEQUENCE of the last message that was written to the guest; null: none was. */
  toldSequence: number | null
  /** The last answer out of a calendar that was taken. */
  replied: { sequence: number; stamp: Date } | null
  /** When the guest last answered in any way. */
  answeredAt: Date | null
}

/**
 * What to do with an answer out of a guest's calendar (RFC 5546, 2.1.5 and 3.2.3).
 *
 * - Of a lower SEQUENCE than the guest was told, it is about an event as it was: it is ignored.
 * - Of the same one, the later stamp wins; so does an answer that was given by the link since.
 * - Only what is certain acts by itself. Strangers, other senders and unclear words wait for a colleague.
 *
 * @example weighReply(reply, null, event) // { verdict: 'review', reason: 'stranger' }
 * @example weighReply({ answer: 'decline', sequence: 0, ... }, { toldSequence: 1, ... }, event)
 *   // { verdict: 'ignore', reason: 'older_message' }
 */
export function weighReply(
  reply: WeighedReply,
  guest: RepliedGuest | null,
  event: { cancelled: boolean; started: boolean },
): ReplyVerdict {
  const doubt = doubtAbout(reply, guest)
  if (doubt || !guest || reply.stamp === null) return review(doubt ?? 'no_stamp')
  const stale = staleness({ ...reply, stamp: reply.stamp }, guest)
  if (stale) return { verdict: 'ignore', reason: stale }
  if (event.started) return review('event_started')
  if (event.cancelled) return review('event_cancelled')
  if (reply.answer === 'accept' || reply.answer === 'decline')
    return { verdict: 'take', answer: reply.answer }
  return review(reply.answer === 'none' ? 'unclear' : reply.answer)
}

function doubtAbout(
  { sequence, stamp, sender }: WeighedReply,
  guest: RepliedGuest | null,
): ReviewReason | null {
  if (!guest) return 'stranger'
  if (sender && !sender.isAttendee) return 'other_sender'
  if (sender?.failsProof) return 'unproven'
  if (guest.toldSequence === null || sequence > guest.toldSequence) return 'not_told'
  return stamp === null ? 'no_stamp' : null
}

function staleness(
  { sequence, stamp }: { sequence: number; stamp: Date },
  { toldSequence, replied, answeredAt }: RepliedGuest,
): IgnoredReply | null {
  if (toldSequence !== null && sequence < toldSequence) return 'older_message'
  if (replied && (sequence < replied.sequence || (sequence === replied.sequence && stamp <= replied.stamp)))
    return 'older_answer'
  // A stamp has whole seconds: one of the same second may well be the later.
  return answeredAt && stamp.getTime() + SECOND <= answeredAt.getTime() ? 'answered_since' : null
}

const SECOND = 1000

const review = (reason: ReviewReason): ReplyVerdict => ({ verdict: 'review', reason })

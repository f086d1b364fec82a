import type { LocalDate } from '../local-date.ts'
import { isAutoReply, returnDate } from './auto-reply.ts'
import type { Bounce } from './bounce.ts'
import { readBounce } from './bounce.ts'
import type { ReturnedMail } from './returned-mail.ts'
import { fieldsOf, partOf } from './returned-mail.ts'

/** What a mail that came back means. `other`: a person wrote, or nothing that concerns us. */
export type MailReturn =
  | ({ kind: 'bounce' } & Bounce)
  /** The reader pressed the spam button (RFC 5965). */
  | { kind: 'complaint'; feedback: string }
  /** `backOn`: the first day on which the reader says to be back; null: none can be read. */
  | { kind: 'auto_reply'; backOn: LocalDate | null }
  | { kind: 'other' }

/**
 * What a mail that came back means. It says nothing of whose mail came back: see {@link mentionedIds}.
 *
 * @param receivedOn the day on which it came, for dates without a year
 * @example readReturn(mail, '2026-12-01') // { kind: 'auto_reply', backOn: '2026-12-15' }
 */
export function readReturn(mail: ReturnedMail, receivedOn: LocalDate): MailReturn {
  const feedback = feedbackType(mail)
  if (feedback !== null) return isComplaint(feedback) ? { kind: 'complaint', feedback } : { kind: 'other' }
  const bounce = readBounce(mail)
  if (bounce) return { kind: 'bounce', ...bounce }
  if (partOf(mail, 'message/delivery-status') !== null) return { kind: 'other' }
  if (isAutoReply(mail)) return { kind: 'auto_reply', backOn: returnDate(mail.text, receivedOn) }
  return { kind: 'other' }
}

function feedbackType(mail: ReturnedMail): string | null {
  const report = partOf(mail, 'message/feedback-report')
  return report === null ? null : (fieldsOf(report)['feedback-type'] ?? '').toLowerCase().slice(0, 40)
}

/** RFC 5965, 6591 and 6430: the others report a failed signature, or that mail was wrongly taken for spam. */
function isComplaint(feedback: string): boolean {
  return ['abuse', 'fraud', 'opt-out', 'opt-out-list', 'other', 'virus'].includes(feedback)
}

/**
 * Ids of mails of ours that a returned mail may be about, the likeliest first: what it brings back of the original, then
 * what it answers to, then what it quotes. `form` must have the flag `g`. They prove nothing by themselves.
 */
export function mentionedIds(mail: ReturnedMail, form: RegExp): string[] {
  const { headers, parts, text } = mail
  const places = [
    ...parts.map(part => part.text),
    headers['original-message-id'] ?? '',
    headers['in-reply-to'] ?? '',
    headers.references ?? '',
    text,
  ]
  const ids = places.flatMap(place => [...place.matchAll(form)].map(([id]) => id.toLowerCase()))
  return [...new Set(ids)]
}

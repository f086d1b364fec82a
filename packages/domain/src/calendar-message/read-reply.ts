import ICAL from 'ical.js'

/** What a guest's calendar says: an answer, something that is none of the two, or a wish for another time. */
export type ReplyAnswer = 'accept' | 'decline' | 'tentative' | 'delegated' | 'counter' | 'none'

/** One answer that a calendar wrote; everything in it was written by strangers. */
export interface CalendarReply {
  uid: string
  /** In lower case, without `mailto:`. */
  address: string
  name: string
  answer: ReplyAnswer
  sequence: number
  /** When it was written; null: it does not say, or not in UTC. */
  stamp: Date | null
  comment: string
}

export type ReadCalendar =
  | { kind: 'replies'; replies: CalendarReply[] }
  /** A calendar text that answers nothing, such as an invitation. */
  | { kind: 'other' }
  | { kind: 'unreadable' }

/** Longer texts were not written by a calendar that answers. */
export const LONGEST_REPLY = 256 * 1024

/** One text answers one event; more than these are not looked at. */
const MOST_REPLIES = 20
const LONGEST_COMMENT = 500
const LONGEST_NAME = 200
const LONGEST_ADDRESS = 254

/**
 * The answers in a calendar text with METHOD:REPLY, or COUNTER for a wish for another time (RFC 5546, 3.2.3 and 3.2.7).
 *
 * @example readReplies('BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n...ATTENDEE;PARTSTAT=DECLINED:mailto:ha@example.com...')
 *   // { kind: 'replies', replies: [{ uid: 'f3…', address: 'ha@example.com', answer: 'decline', sequence: 0, ... }] }
 */
export function readReplies(text: string): ReadCalendar {
  const calendar = text.length > LONGEST_REPLY ? null : parsed(text)
  if (!calendar) return { kind: 'unreadable' }
  const method = textOf(calendar.getFirstPropertyValue('method'), 20).toUpperCase()
  if (method !== 'REPLY' && method !== 'COUNTER') return { kind: 'other' }
  const replies = calendar
    .getAllSubcomponents('vevent')
    .flatMap(event => repliesOf(event, method === 'COUNTER'))
    .slice(0, MOST_REPLIES)
  return replies.length === 0 ? { kind: 'other' } : { kind: 'replies', replies }
}

/** Clients write a byte order mark, empty lines and bare line feeds. */
function parsed(text: string): ICAL.Component | null {
  try {
    const clean = text.replace(/^\uFEFF/, '').replaceAll(/(\r?\n)(?:[ \t]*\r?\n)+/g, '$1')
    const tree = ICAL.parse(clean.trim())
    const component = new ICAL.Component(tree)
    return component.name === 'vcalendar' ? component : null
  } catch {
    return null
  }
}

function repliesOf(event: ICAL.Component, isCounter: boolean): CalendarReply[] {
  const uid = textOf(event.getFirstPropertyValue('uid'), 255)
  if (uid === '') return []
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0)
  const common = {
    uid,
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0,
    stamp: stampOf(event),
    comment: textOf(event.getFirstPropertyValue('comment'), LONGEST_COMMENT),
  }
  return event.getAllProperties('attendee').flatMap(attendee => {
    const address = addressOf(attendee)
    if (address === '') return []
    const answer = isCounter ? 'counter' : answerOf(parameterOf(attendee, 'partstat'))
    return [{ ...common, address, name: textOf(parameterOf(attendee, 'cn'), LONGEST_NAME), answer }]
  })
}

function answerOf(partstat: string): ReplyAnswer {
  const answers: Record<string, ReplyAnswer> = {
    ACCEPTED: 'accept',
    DECLINED: 'decline',
    TENTATIVE: 'tentative',
    DELEGATED: 'delegated',
  }
  return answers[partstat.toUpperCase()] ?? 'none'
}

function addressOf(attendee: ICAL.Property): string {
  const address = textOf(attendee.getFirstValue(), LONGEST_ADDRESS + 8)
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()
  return address.includes('@') && address.length <= LONGEST_ADDRESS ? address : ''
}

/** The stamp must be in UTC (RFC 5545, 3.8.7.2); a local one could be read as any hour. */
function stampOf(event: ICAL.Component): Date | null {
  const value = event.getFirstProperty('dtstamp')?.toJSON()[3]
  const stamp = typeof value === 'string' && value.endsWith('Z') ? new Date(value) : null
  return stamp && !Number.isNaN(stamp.getTime()) ? stamp : null
}

function parameterOf(property: ICAL.Property, name: string): string {
  const value = property.getParameter(name)
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** Legible text of bounded length: no control character but line breaks. */
function textOf(value: unknown, longest: number): string {
  if (typeof value !== 'string') return ''
  return value
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\n]/gu, '')
    .trim()
    .slice(0, longest)
    .toWellFormed()
}

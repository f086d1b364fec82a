import { requireInstant, requireThat, requireWhole } from '../checks.ts'
import { resolveWallTime, wallTimeIn } from '../wall-time.ts'
import { type ContentLine, escapeText, foldLines, quoteParameter } from './content-lines.ts'
import { writtenWallTime, zoneDefinition } from './zone-definition.ts'

/** `REQUEST` puts an event into a calendar or updates it, `CANCEL` removes it, `PUBLISH` is a file to download. */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

export interface CalendarPerson {
  name: string
  email: string
}

export interface CalendarMessage {
  method: CalendarMethod
  /** The same in every message about an event, for ever. */
  uid: string
  /** Rises with every change that matters to a calendar; see `nextCalendarNotice`. */
  sequence: number
  /** When the message was written; a later one with the same sequence wins. */
  stamp: Date
  startsAt: Date
  endsAt: Date
  /** IANA name; an unknown one is read as `fallbackZone`. */
  zone: string
  fallbackZone?: string
  title: string
  description: string
  venue: string
  /** The same in every message, whoever sends it. */
  organizer: CalendarPerson
  /** The recipient alone; a published event names nobody. */
  attendee: CalendarPerson | null
}

/**
 * A calendar message as iTIP text (RFC 5545, 5546), with the definition of its zone.
 *
 * Times are wall times of the zone. One that happens twice is written in UTC instead: clients do not agree which of the
 * two is meant, although RFC 5545 says the first.
 *
 * @throws RangeError for an event that does not end after it starts, or a published one that names a guest.
 * @example writeCalendarMessage({ method: 'REQUEST', uid: 'f3…@sixfold.example', sequence: 0, ... })
 *   // 'BEGIN:VCALENDAR\r\nPRODID:-//Sixfold//Round tables//EN\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\n...'
 */
export function writeCalendarMessage(message: CalendarMessage): string {
  const { method, startsAt, endsAt, attendee } = message
  requireInstant('stamp', message.stamp)
  requireInstant('startsAt', startsAt)
  requireInstant('endsAt', endsAt)
  requireWhole('sequence', message.sequence)
  requireThat(endsAt > startsAt, 'an event must end after it starts')
  requireThat(
    (method === 'PUBLISH') === (attendee === null),
    'a message names its recipient, a published event nobody',
  )
  const { zone } = wallTimeIn(startsAt, message.zone, message.fallbackZone)
  return foldLines([
    'BEGIN:VCALENDAR',
    'PRODID:-//Sixfold//Round tables//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...zoneDefinition(zone, startsAt, endsAt),
    'BEGIN:VEVENT',
    `UID:${escapeText(message.uid)}`,
    `DTSTAMP:${writtenInstant(message.stamp)}`,
    `SEQUENCE:${message.sequence}`,
    `DTSTART${writtenTime(startsAt, zone)}`,
    `DTEND${writtenTime(endsAt, zone)}`,
    `SUMMARY:${escapeText(message.title)}`,
    ...(message.description ? [`DESCRIPTION:${escapeText(message.description)}`] : []),
    ...(message.venue ? [`LOCATION:${escapeText(message.venue)}`] : []),
    organizerLine(message.organizer),
    ...(attendee ? [attendeeLine(method, attendee)] : []),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ])
}

/** @example organizerLine({ name: 'Sao Mai', email: 'events@example.com' }) // 'ORGANIZER;CN="Sao Mai":mailto:events@example.com' */
export function organizerLine({ name, email }: CalendarPerson): ContentLine {
  return `ORGANIZER;CN=${quoteParameter(name)}:mailto:${email}`
}

/** Who gets a request has already accepted: the place is kept, no further answer is asked for. */
function attendeeLine(method: CalendarMethod, { name, email }: CalendarPerson): ContentLine {
  const answered = method === 'REQUEST' ? ';PARTSTAT=ACCEPTED;RSVP=FALSE' : ''
  return `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT${answered};CN=${quoteParameter(name)}:mailto:${email}`
}

function writtenTime(instant: Date, zone: string): string {
  const wall = wallTimeIn(instant, zone)
  const { kind } = resolveWallTime({ ...wall, zone })
  return kind === 'exact' ? `;TZID=${zone}:${writtenWallTime(wall)}` : `:${writtenInstant(instant)}`
}

/** @example writtenInstant(new Date('2026-06-01T02:00:00Z')) // '20260601T020000Z' */
export function writtenInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

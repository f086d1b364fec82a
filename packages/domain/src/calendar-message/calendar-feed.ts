import { requireInstant, requireThat, requireWhole } from '../checks.ts'
import { type CalendarPerson, organizerLine, writtenInstant } from './calendar-message.ts'
import { type ContentLine, escapeText, foldLines } from './content-lines.ts'

/** An event as a feed shows it: it names no guest. */
export interface FeedEvent {
  uid: string
  sequence: number
  startsAt: Date
  endsAt: Date
  title: string
  description: string
  venue: string
  organizer: CalendarPerson
  /** A page about it that asks who looks; never a personal link, because calendars are shared. */
  page?: string
}

/** How often calendars should look again; they look when they like. */
const LOOK_AGAIN = 'PT1H'

/**
 * A calendar to subscribe to (RFC 5545, 7986): every event as it stands, with the UID that its messages have. Whoever
 * reads it may pass it on, so it names no guest. Cancelled events are not in it: some calendars show them as if they took
 * place, and all of them drop what is no longer there.
 *
 * Times are written in UTC: a feed spans years, and some clients know but one change of a zone's clocks.
 *
 * @example writeCalendarFeed({ name: 'Round tables', stamp, events: [] })
 *   // 'BEGIN:VCALENDAR\r\nPRODID:-//Sixfold//Round tables//EN\r\nVERSION:2.0\r\n...METHOD:PUBLISH\r\n...'
 */
export function writeCalendarFeed(feed: {
  name: string
  /** When it was written. */
  stamp: Date
  events: readonly FeedEvent[]
}): string {
  requireInstant('stamp', feed.stamp)
  return foldLines([
    'BEGIN:VCALENDAR',
    'PRODID:-//Sixfold//Round tables//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(feed.name)}`,
    `X-WR-CALNAME:${escapeText(feed.name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${LOOK_AGAIN}`,
    `X-PUBLISHED-TTL:${LOOK_AGAIN}`,
    ...feed.events.flatMap(event => eventLines(event, feed.stamp)),
    'END:VCALENDAR',
  ])
}

function eventLines(event: FeedEvent, stamp: Date): ContentLine[] {
  requireInstant('startsAt', event.startsAt)
  requireInstant('endsAt', event.endsAt)
  requireWhole('sequence', event.sequence)
  requireThat(event.endsAt > event.startsAt, 'an event must end after it starts')
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${writtenInstant(stamp)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${writtenInstant(event.startsAt)}`,
    `DTEND:${writtenInstant(event.endsAt)}`,
    `SUMMARY:${escapeText(event.title)}`,
    ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
    ...(event.venue ? [`LOCATION:${escapeText(event.venue)}`] : []),
    ...(event.page ? [`URL:${event.page}`] : []),
    organizerLine(event.organizer),
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ]
}

/** The last calendar message that was written for a guest. */
export interface CalendarNotice {
  method: 'REQUEST' | 'CANCEL'
  /** What the message said; it rises with every message that is not a repetition. */
  sequence: number
  /** The event's own sequence that the message reflects. */
  eventSequence: number
  /** Strictly later than the stamp before, in whole seconds: of equal sequences the later stamp wins. */
  stamp: Date
  /** 1 for the first message to the guest, then 2: the order in which they leave. */
  number: number
}

/** Why a guest gets a message; each has a mail of its own. */
export type NoticeReason = 'place' | 'change' | 'cancelled' | 'withdrawn' | 'restored'

/**
 * The next calendar message that a guest is owed; null: the guest's calendar is right.
 *
 * - A calendar removes only what came as REQUEST, so nobody gets a CANCEL without one before.
 * - Whoever has no seat gets nothing: neither those who wait nor those who declined.
 * - A first message carries the event's current sequence; every later one rises.
 * - When a cancelled event takes place after all, whoever still has a seat gets it back into the calendar.
 *
 * @example nextCalendarNotice({ seated: true, cancelled: false, eventSequence: 2, told: null, now })
 *   // { reason: 'place', notice: { method: 'REQUEST', sequence: 2, eventSequence: 2, stamp: now, number: 1 } }
 * @example nextCalendarNotice({ seated: false, cancelled: false, eventSequence: 2, told: null, now }) // null
 */
export function nextCalendarNotice(guest: {
  seated: boolean
  cancelled: boolean
  eventSequence: number
  /** The guest takes part at another place than the last message said, such as from home instead of in the room. */
  elsewhere?: boolean
  /** The last message to the guest, with its reason as far as it is known. */
  told: (CalendarNotice & { reason?: NoticeReason }) | null
  now: Date
}): { reason: NoticeReason; notice: CalendarNotice } | null {
  const reason = reasonOf(guest)
  if (!reason) return null
  const { told, eventSequence } = guest
  return {
    reason,
    notice: {
      method: reason === 'cancelled' || reason === 'withdrawn' ? 'CANCEL' : 'REQUEST',
      sequence: told ? Math.max(eventSequence, told.sequence + 1) : eventSequence,
      eventSequence,
      stamp: stampAfter(told?.stamp ?? null, guest.now),
      number: (told?.number ?? 0) + 1,
    },
  }
}

/** What of an event a calendar must be told about at once. A typo in the title is not among it. */
export interface CalendarFacts {
  startsAt: Date
  endsAt: Date
  zone: string
  venue: string
}

/**
 * Whether a change raises the event's sequence: a new start, end, zone or place does, a reworded text does not.
 *
 * @example raisesSequence(event, { ...event, venue: 'Hội An' }) // true
 */
export function raisesSequence(before: CalendarFacts, after: CalendarFacts): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.zone !== after.zone ||
    before.venue !== after.venue
  )
}

function reasonOf({
  seated,
  cancelled,
  eventSequence,
  elsewhere = false,
  told,
}: Parameters<typeof nextCalendarNotice>[0]): NoticeReason | null {
  const hasEvent = told?.method === 'REQUEST'
  if (cancelled) return hasEvent ? 'cancelled' : null
  if (!seated) return hasEvent ? 'withdrawn' : null
  if (!hasEvent) return told?.reason === 'cancelled' ? 'restored' : 'place'
  return elsewhere || told.eventSequence < eventSequence ? 'change' : null
}

const SECOND = 1000

function stampAfter(last: Date | null, now: Date): Date {
  const second = Math.floor(now.getTime() / SECOND) * SECOND
  return new Date(last ? Math.max(second, last.getTime() + SECOND) : second)
}

import type { SeatGuest } from '@sixfold/contract/seats'
import { matchesSearch } from '@sixfold/domain/text/fold'

/**
 * Guests in whose name or account every word of a search begins a word, in any order.
 *
 * @example foundBy(guests, 'thu nguyen') // finds Nguyễn Thị Thu
 */
export const foundBy = (guests: readonly SeatGuest[], search: string): SeatGuest[] =>
  guests.filter(({ name, accountName }) => matchesSearch(`${name} ${accountName}`, search))

/**
 * The guest whom a scanned code names; null: it is of another event, or no code of ours.
 *
 * @example guestOfCode('https://events.example.com/scheduler/events/e1/check-in?guest=g7', 'e1') // 'g7'
 */
export function guestOfCode(code: string, eventId: string): string | null {
  if (!URL.canParse(code)) return null
  const { pathname, searchParams } = new URL(code)
  return pathname.endsWith(`/events/${eventId}/check-in`) ? searchParams.get('guest') : null
}

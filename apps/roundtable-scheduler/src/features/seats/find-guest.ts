import type { SeatGuest } from '@sixfold/contract/seats'

/** Letters without their marks: who is in a hurry types `nguyen` for `Nguyễn`. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()

/**
 * Guests whose name or account holds every word of a search, in any order.
 *
 * @example foundBy(guests, 'thu nguyen') // finds Nguyễn Thị Thu
 */
export function foundBy(guests: readonly SeatGuest[], search: string): SeatGuest[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  return guests.filter(({ name, accountName }) => {
    const text = plain(`${name} ${accountName}`)
    return words.every(word => text.includes(word))
  })
}

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

import type { eventWords } from '../words/event.ts'

/** The rooms of one event: its guests, where one arrives, then the others in the order of its life. A page of an event adds its line here. */
export const eventTabs = [
  { to: '/events/$id', word: 'tabGuests' },
  { to: '/events/$id/poll', word: 'tabPoll' },
  { to: '/events/$id/agenda', word: 'tabAgenda' },
  { to: '/events/$id/seats', word: 'tabSeats' },
  { to: '/events/$id/tables', word: 'tabTables' },
  { to: '/events/$id/check-in', word: 'tabCheckIn' },
  { to: '/events/$id/live', word: 'tabLive' },
  { to: '/events/$id/minutes', word: 'tabMinutes' },
  { to: '/events/$id/afterwards', word: 'tabAfterwards' },
] as const satisfies readonly {
  to: string
  word: Parameters<ReturnType<typeof eventWords>>[0]
}[]

export type EventTab = (typeof eventTabs)[number]['to']

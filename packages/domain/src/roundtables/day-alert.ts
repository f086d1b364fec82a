import type { DayKind } from '../calendar/working-days.ts'

export interface DayAlert {
  was: DayKind
  is: DayKind
}

/**
 * Whether the list of days off says something else about an event's day than when the day was chosen; null: it does not, or
 * nobody knows what it said. Another name for the same kind of day is no news. Nothing is moved for it: people decide.
 *
 * @example dayAlert({ kind: 'working' }, { kind: 'holiday', name: 'Tết' })
 *   // { was: { kind: 'working' }, is: { kind: 'holiday', name: 'Tết' } }
 */
export function dayAlert(noted: DayKind | null | undefined, today: DayKind): DayAlert | null {
  return noted && noted.kind !== today.kind ? { was: noted, is: today } : null
}

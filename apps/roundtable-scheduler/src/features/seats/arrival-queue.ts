import type { Side } from '@sixfold/domain/seats/seat-ledger'

/** Something said at the door, kept on the device until the server has it. Said twice, it is the same. */
export type Errand =
  | { kind: 'checkIn'; guestId: string; seats: number; side: Side; admit: boolean }
  | { kind: 'undo'; guestId: string }
  | {
      kind: 'walkIn'
      guestId: string
      key: string
      /** Of the customer record; absent: known by name alone. */
      contactId?: string
      name: string
      accountName: string
      admit: boolean
    }

const placeOf = (eventId: string) => `sixfold.arrivals.${eventId}`

export function keptErrands(eventId: string): Errand[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(eventId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isErrand) : []
  } catch {
    return []
  }
}

export function keepErrands(eventId: string, errands: readonly Errand[]): void {
  try {
    if (errands.length === 0) localStorage.removeItem(placeOf(eventId))
    else localStorage.setItem(placeOf(eventId), JSON.stringify(errands))
  } catch {
    // A full or forbidden store: the errands live as long as the page does.
  }
}

/**
 * The newest word about somebody replaces what still waits about them.
 *
 * @example withErrand([{ kind: 'undo', guestId: 'a' }], { kind: 'checkIn', guestId: 'a', ... }) // the check-in alone
 */
export const withErrand = (errands: readonly Errand[], errand: Errand): Errand[] => [
  ...errands.filter(({ guestId }) => guestId !== errand.guestId),
  errand,
]

const isErrand = (value: unknown): value is Errand =>
  typeof value === 'object' && value !== null && 'kind' in value && 'guestId' in value

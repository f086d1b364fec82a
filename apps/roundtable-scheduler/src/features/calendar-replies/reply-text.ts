import type { CalendarReply } from '@sixfold/contract/calendar-replies'
import type { Guest } from '@sixfold/contract/guests'

/** Who answers: as the customer record calls the guest, else as the answer does. */
export function nameIn(
  reply: Pick<CalendarReply, 'guestId' | 'name' | 'address'>,
  guests: readonly Guest[],
): string {
  const guest = guests.find(({ id }) => id === reply.guestId)
  return guest?.name || reply.name || reply.address
}

import type { ReplyAnswer } from '@sixfold/domain/calendar-message/read-reply'
import { standingOf } from '@sixfold/domain/seats/seat-ledger'
import { findContacts } from '../features/customers/contacts/service.ts'
import { takeReply } from '../features/guests/calendar-replies/service.ts'
import { findGuests } from '../features/guests/guests/service.ts'
import { readSeats } from '../features/guests/seats/service.ts'
import type { RegionRow } from '../features/house/organisation/service.ts'
import { nextEventOf } from '../features/roundtables/event-records/service.ts'
import type { Simulation } from './simulated-context.ts'

/** Before now, so that those who are to decide have not yet. */
export const CALENDAR_ANSWERS_HOURS_AGO = 20

interface Said {
  answer: ReplyAnswer
  comment: string
  /** Written from an address that the customer record does not know. */
  privately?: boolean
}

const said: readonly Said[] = [
  { answer: 'accept', comment: '' },
  { answer: 'tentative', comment: 'Tôi đang chờ lịch nhà máy, thứ Sáu sẽ xác nhận.' },
  { answer: 'decline', comment: 'Xin lỗi, tôi đi công tác tuần đó.', privately: true },
]

/** Some guests of the region's next event answer in their own calendars; two of the answers need a colleague. */
export async function answerFromCalendars({ ctx }: Simulation, region: RegionRow): Promise<void> {
  const event = await nextEventOf(ctx, region._id)
  if (!event) return
  const now = ctx.clock.now()
  const ledger = await readSeats(ctx, event.id)
  const guests = (await findGuests(ctx, event.id)).filter(
    ({ _id, told }) => told !== null && standingOf(ledger, _id, now).state === 'confirmed',
  )
  const contacts = await findContacts(
    ctx,
    guests.map(({ contactId }) => contactId),
  )
  for (const [at, { answer, comment, privately = false }] of said.entries()) {
    const guest = guests[at]
    const contact = guest && contacts.get(guest.contactId)
    if (!guest || !contact) return
    const { name, email } = contact
    const address = privately ? `${email.split('@')[0]}@example.net` : email
    const sequence = guest.told?.sequence ?? 0
    await takeReply(
      ctx,
      event,
      { address, name, answer, sequence, stamp: now, comment },
      { address, failsProof: false },
    )
  }
}

import type { Seating } from '@sixfold/domain/seats/seating'
import { usualSeating } from '@sixfold/domain/seats/seating'
import { addDays } from 'date-fns/addDays'
import { addHours } from 'date-fns/addHours'
import { findGuestsById } from '../features/guests/guests/service.ts'
import { answerFor } from '../features/guests/rsvp/service.ts'
import { readSeats } from '../features/guests/seats/service.ts'
import { eventOf } from './afterwards.ts'
import type { PlannedEvent } from './events.ts'
import type { Simulation } from './simulated-context.ts'

/** Longer than a weekend: whoever looks at the demonstration finds a seat that is still held. */
const OFFER_HOURS = 120

export const hybridSeating: Seating = {
  ...usualSeating,
  remote: {
    capacity: 40,
    joining: {
      en: 'The video room opens 15 minutes before: https://video.haivan.example/conference',
      vi: 'Phòng họp trực tuyến mở trước 15 phút: https://video.haivan.example/conference',
    },
  },
  offerHours: OFFER_HOURS,
  largestParty: 2,
}

const ONE_IN = 3

/** Some who wait for a seat in the room take part from elsewhere instead. */
export async function takePartRemotely({ ctx }: Simulation, planned: PlannedEvent): Promise<void> {
  const event = await eventOf({ ctx }, planned)
  if (!event?.seating.remote) return
  const { waitlist } = await readSeats(ctx, event.id)
  const some = waitlist.filter((_, place) => place % ONE_IN === 0).map(({ invitation }) => invitation)
  for (const guest of await findGuestsById(ctx, some))
    await answerFor(ctx, { guest, event }, 'accept', { side: 'remote' })
}

/** Somebody with a seat in the room cannot come after all: it is held for the next in line. */
export async function giveUpSeat({ ctx }: Simulation, planned: PlannedEvent): Promise<void> {
  const event = await eventOf({ ctx }, planned)
  if (!event) return
  const [claim] = (await readSeats(ctx, event.id)).claims
  const [guest] = claim ? await findGuestsById(ctx, [claim.invitation]) : []
  if (guest) await answerFor(ctx, { guest, event }, 'decline')
}

/** The last morning on which people in Vietnam are at work. */
export function lastMorning(now: Date): Date {
  const latest = addHours(now, -1)
  let morning = new Date(`${latest.toISOString().slice(0, 10)}T03:00:00Z`)
  while (morning > latest || morning.getUTCDay() % 6 === 0) morning = addDays(morning, -1)
  return morning
}

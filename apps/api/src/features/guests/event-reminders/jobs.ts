import { reminderRules } from '@sixfold/domain/roundtables/event-reminders'
import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { findGuestEvent } from '../../roundtables/event-records/service.ts'
import { findGuestsById } from '../guests/service.ts'
import { readSeats } from '../seats/service.ts'
import { remindGuest, remindGuests } from './service.ts'

const reminder = z.object({
  roundtableId: z.string(),
  rule: z.enum(reminderRules),
  sequence: z.number(),
})
const reminderOfGuest = reminder.extend({ guestId: z.string() })

export const eventReminderJobs: JobHandlers = {
  'event.remind': async (ctx, payload) => {
    const { roundtableId, ...which } = reminder.parse(payload)
    const event = await findGuestEvent(ctx, roundtableId)
    if (event) await remindGuests(ctx, event, await readSeats(ctx, roundtableId), which)
  },
  'event.remind-guest': async (ctx, payload) => {
    const { roundtableId, guestId, ...which } = reminderOfGuest.parse(payload)
    const event = await findGuestEvent(ctx, roundtableId)
    const [guest] = await findGuestsById(ctx, [guestId])
    if (event && guest)
      await remindGuest(ctx, event, { guest, ledger: await readSeats(ctx, roundtableId), ...which })
  },
}

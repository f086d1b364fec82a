import { z } from 'zod'
import { id, localDate, localTime, staffProcedure } from './common.ts'
import { eventKind } from './event-plans.ts'

const days = z.int()
const name = z.string()

export const dateMerit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['on_cadence', 'midweek', 'all_may_be_invited']) }),
  z.strictObject({ kind: z.literal('near_cadence'), days }),
])
export type DateMerit = z.infer<typeof dateMerit>

export const dateObjection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['far_from_cadence', 'short_notice']), days }),
  z.strictObject({ kind: z.literal('weekend') }),
  z.strictObject({ kind: z.enum(['holiday', 'half_day', 'quiet', 'beside_holiday']), name }),
  z.strictObject({ kind: z.literal('other_event'), title: name, sameDay: z.boolean() }),
  z.strictObject({ kind: z.literal('other_region'), region: name }),
  z.strictObject({ kind: z.literal('speaker_busy'), speaker: name, with: name }),
  z.strictObject({ kind: z.literal('fiscal_close'), accounts: z.array(name) }),
  z.strictObject({ kind: z.literal('not_invitable'), guests: z.array(name), of: z.int() }),
  z.strictObject({ kind: z.literal('clock_change'), notice: z.enum(['gap', 'overlap']) }),
])
export type DateObjection = z.infer<typeof dateObjection>

export const dateProposal = z.strictObject({
  date: localDate,
  score: z.int(),
  merits: z.array(dateMerit),
  objections: z.array(dateObjection),
})
export type DateProposal = z.infer<typeof dateProposal>

export const dateProposals = {
  list: staffProcedure()
    .route({
      method: 'POST',
      path: '/date-proposals',
      tags: ['round tables'],
      summary: 'Dates for an event with what speaks for and against each; nothing is written',
    })
    .input(
      z.strictObject({
        regionId: id,
        kind: eventKind,
        startTime: localTime,
        endTime: localTime,
        zone: z.string().min(1).max(64),
        speakerIds: z.array(id).max(50),
        /** A day that somebody thinks of: it is judged as well. */
        date: localDate.nullable(),
        /** The event that is moved; it does not stand in its own way. */
        eventId: id.nullable(),
      }),
    )
    .output(
      z.strictObject({
        /** The day that the cadence asks for; null: nothing is due. */
        due: localDate.nullable(),
        chosen: dateProposal.nullable(),
        /** The best first. */
        proposals: z.array(dateProposal),
        /** Whose contact policy and fiscal years were looked at. */
        guests: z.strictObject({ count: z.int(), of: z.enum(['event', 'last_events', 'nobody']) }),
      }),
    ),
}

import { z } from 'zod'
import { id, localDate } from './common.ts'
import { eventKind } from './event-plans.ts'
import { dayKind } from './region-calendars.ts'

const laneDay = z.strictObject({ date: localDate, name: z.string() })

/** What is due of one kind of event. */
const laneCadence = z.strictObject({
  everyMonths: z.int(),
  dueDates: z.array(localDate),
  lamp: z.enum(['on_cadence', 'at_risk', 'overdue']),
  /** Due dates that no event answers: passed, or near enough to act. */
  openDates: z.array(localDate),
})

/** A region's year. */
export const yearLane = z.strictObject({
  regionId: id,
  ...laneCadence.shape,
  /** Null: the region holds no conference. */
  conference: laneCadence.nullable(),
  holidays: z.array(laneDay),
  /** Days on which people work and are left alone. */
  quiet: z.array(laneDay),
})
export type YearLane = z.infer<typeof yearLane>

const ofEvent = { regionId: id, eventId: id, date: localDate, eventKind }

/** What somebody has to decide about. */
export const decision = z.discriminatedUnion('kind', [
  /** `proposal`: the next day against which little speaks; null: none is near. */
  z.strictObject({
    kind: z.literal('due'),
    regionId: id,
    eventKind,
    date: localDate,
    overdue: z.boolean(),
    proposal: localDate.nullable(),
  }),
  z.strictObject({ kind: z.literal('approval'), ...ofEvent, askedBy: z.string(), own: z.boolean() }),
  z.strictObject({ kind: z.literal('day_changed'), ...ofEvent, is: dayKind, name: z.string() }),
  z.strictObject({ kind: z.literal('speaker_clash'), ...ofEvent, speaker: z.string(), with: z.string() }),
  z.strictObject({ kind: z.literal('unknown_zone'), ...ofEvent, zone: z.string() }),
  z.strictObject({ kind: z.literal('over'), ...ofEvent, by: z.int() }),
  z.strictObject({ kind: z.literal('unanswered'), ...ofEvent, guests: z.int(), answerBy: localDate }),
  z.strictObject({ kind: z.literal('nobody_invited'), ...ofEvent }),
  /** The date poll takes no more votes, and no date was fixed. */
  z.strictObject({ kind: z.literal('poll_ended'), ...ofEvent, answers: z.int() }),
])
export type Decision = z.infer<typeof decision>

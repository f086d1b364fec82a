import { z } from 'zod'
import { id, instant, localTime, quarter, staffProcedure } from './common.ts'

/** So many days after each quarterly wave closes, or on a day in each quarter of the organisation's fiscal calendar. */
export const reportTiming = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('after_close'), days: z.int().min(0).max(60) }),
  z.strictObject({
    kind: z.literal('in_quarter'),
    /** Of the quarter. */
    month: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    day: z.int().min(1).max(28),
  }),
])

export const REPORT_CLOCKS = ['recipient', 'organisation'] as const

export const reportScheduleFields = z.strictObject({
  name: z.string().trim().min(1).max(80),
  timing: reportTiming,
  time: localTime,
  /** On whose clock, and whose days off. */
  clock: z.enum(REPORT_CLOCKS),
  /** Null: of all regions. */
  regionId: id.nullable(),
  /** Colleagues. */
  recipientIds: z.array(id).min(1).max(100),
})
export type ReportScheduleFields = z.infer<typeof reportScheduleFields>

export const reportSchedule = z.strictObject({
  id,
  ...reportScheduleFields.shape,
  paused: z.boolean(),
  revision: z.int(),
  createdBy: z.string(),
  /** When the next mail leaves; null: no wave that is known of ends. */
  nextAt: instant.nullable(),
})
export type ReportSchedule = z.infer<typeof reportSchedule>

/** Why a colleague got no mail. */
export const SENDING_REASONS = ['gone', 'not_allowed', 'few', 'no_wave', 'nothing_new'] as const
export type SendingReason = (typeof SENDING_REASONS)[number]

export const reportSending = z.strictObject({
  id: z.string(),
  at: instant,
  recipient: z.string(),
  quarter: quarter.nullable(),
  /** `waiting`: with the mail server soon; `kept`: no mail server is set, the mail is in the outbox. */
  state: z.enum(['sent', 'waiting', 'kept', 'failed', 'skipped']),
  /** Of `skipped` only. */
  reason: z.enum(SENDING_REASONS).nullable(),
})
export type ReportSending = z.infer<typeof reportSending>

export const reportSchedules = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/report-schedules',
      tags: ['results'],
      summary: 'Who gets the results of each quarter by mail, and when',
    })
    .output(z.strictObject({ items: z.array(reportSchedule) })),
  make: staffProcedure()
    .route({
      method: 'POST',
      path: '/report-schedules',
      tags: ['results'],
      summary: 'Send the results of each quarter to colleagues',
    })
    .input(reportScheduleFields)
    .output(reportSchedule),
  change: staffProcedure('revision_conflict')
    .route({
      method: 'PATCH',
      path: '/report-schedules/{id}',
      tags: ['results'],
      summary: 'Change, pause or resume; what fell into a pause is not sent afterwards',
    })
    .input(
      reportScheduleFields.partial().extend({ id, revision: z.int().min(1), paused: z.boolean().optional() }),
    )
    .output(reportSchedule),
  end: staffProcedure()
    .route({
      method: 'DELETE',
      path: '/report-schedules/{id}',
      tags: ['results'],
      summary: 'Send it no more, and forget what was sent',
    })
    .input(z.strictObject({ id })),
  tryOut: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/report-schedules/{id}/try',
      tags: ['results'],
      summary: 'Send the mail of the latest quarter to the caller now',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ to: z.string(), quarter })),
  sendings: staffProcedure()
    .route({
      method: 'GET',
      path: '/report-schedules/{id}/sendings',
      tags: ['results'],
      summary: 'What left and what did not, and why; the latest first',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ items: z.array(reportSending) })),
}

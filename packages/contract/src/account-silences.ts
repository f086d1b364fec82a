import { z } from 'zod'
import { id, instant, localDate, staffProcedure } from './common.ts'

/** `case`: a critical case is open; the others are chosen by hand. */
export const silenceReasons = ['case', 'negotiation', 'incident', 'request', 'other'] as const
export const silenceReason = z.enum(silenceReasons)
export type SilenceReason = z.infer<typeof silenceReason>

/** A time in which nobody at an account is surveyed. */
export const accountSilence = z.strictObject({
  id,
  reason: silenceReason,
  note: z.string(),
  openedAt: instant,
  openedBy: z.string(),
  /** When it ends by itself; null: when somebody ends it. */
  until: instant.nullable(),
  endedAt: instant.nullable(),
  endedBy: z.string(),
  /** Whether it holds now. */
  open: z.boolean(),
})
export type AccountSilence = z.infer<typeof accountSilence>

const output = z.strictObject({
  items: z.array(accountSilence),
  /** The zone in which days begin and end for this account. */
  zone: z.string(),
})

export const accountSilences = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/accounts/{id}/silences',
      tags: ['courtesy'],
      summary: 'When nobody at an account is surveyed, the latest first',
    })
    .input(z.strictObject({ id }))
    .output(output),
  open: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/accounts/{id}/silences',
      tags: ['courtesy'],
      summary: 'Survey nobody at an account, until a day or until further notice',
    })
    .input(
      z.strictObject({
        id,
        reason: silenceReason,
        note: z.string().trim().max(500),
        /** The last day of it in the account's region; null: until somebody ends it. */
        lastDay: localDate.nullable(),
      }),
    )
    .output(output),
  end: staffProcedure()
    .route({
      method: 'POST',
      path: '/accounts/{id}/silences/{silenceId}/end',
      tags: ['courtesy'],
      summary: 'End a silence now',
    })
    .input(z.strictObject({ id, silenceId: id }))
    .output(output),
}

import { SAMPLING_METHODS, STRATA_BY } from '@sixfold/domain/sampling/sample-design'
import { SENIORITIES } from '@sixfold/domain/survey/plan'
import { ACCOUNT_KINDS } from '@sixfold/domain/waves/audience'
import { z } from 'zod'
import { id } from './common.ts'

/** An empty list leaves nobody out. */
export const audienceFilter = z.strictObject({
  kinds: z.array(z.enum(ACCOUNT_KINDS)).max(3),
  segments: z.array(z.string().max(200)).max(100),
  seniorities: z.array(z.enum([...SENIORITIES, ''])).max(4),
})

const people = z.int().min(1).max(10_000_000)

export const sampleDesign = z.strictObject({
  method: z.enum(SAMPLING_METHODS),
  /** People who are drawn; a census and quotas need none. */
  size: people.nullable(),
  strataBy: z.enum(STRATA_BY),
  /** By stratum, such as `region:<id>`. */
  quotas: z.record(z.string().max(120), people),
  /** So many panels take turns; null: everybody's turn is every wave. */
  panels: z.int().min(2).max(12).nullable(),
})

/** Days after the invitation, rising. */
export const reminderPlan = z.strictObject({
  afterDays: z
    .array(z.int().min(1).max(365))
    .max(6)
    .refine(days => days.every((day, at) => at === 0 || day > (days[at - 1] ?? 0))),
  /** Working days before the end on which owners hear of accounts that stayed silent; 0: never; absent: three. */
  silenceDays: z.int().min(0).max(20).optional(),
})

/** Mails that leave in an hour; null: as many as the mail server bears. */
export const sendingPlan = z.strictObject({ perHour: z.int().min(1).max(1_000_000).nullable() })

/** What a programme plans for each of its waves, and a draft for itself. */
export const wavePlan = z.strictObject({
  regionIds: z.array(id).min(1).max(200),
  audience: audienceFilter,
  design: sampleDesign,
  reminders: reminderPlan,
  sending: sendingPlan,
})
export type WavePlan = z.infer<typeof wavePlan>

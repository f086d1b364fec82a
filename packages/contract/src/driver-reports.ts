import { z } from 'zod'
import { id, instant, localText, staffProcedure } from './common.ts'

const bounds = z.strictObject({ low: z.number(), high: z.number() })

export const driverMethod = z.enum(['relative_weights', 'shapley'])

const driver = z.strictObject({
  factor: z.string(),
  name: localText,
  /** The factor's place in its model. */
  index: z.int(),
  /** Pearson's, with the outcome; null: one of the two never varies. */
  correlation: z.number().nullable(),
  /** Share of what is explained, 0 to 100; null: not known, as `reason` says. */
  importance: z.number().nullable(),
  importanceInterval: bounds.nullable(),
  /** How important people say that it is, 1 to 5; null: not asked, or too few answers. */
  stated: z.strictObject({ mean: z.number(), n: z.int() }).nullable(),
  /** Net satisfaction index of those who rated everything, 0 to 100. */
  performance: z.number(),
  /** How far it is from the mean of all factors, set about that mean: narrower than the index's own interval, because people who rate kindly rate all so. */
  performanceInterval: bounds.nullable(),
  /** Null: an interval crosses a cross-hair, so nothing follows. */
  advice: z.enum(['keep', 'improve', 'watch', 'ease']).nullable(),
})

export const driverReport = z.strictObject({
  waveId: id,
  /** `coming`: it is being worked out. `no_outcome`: the survey asks for nothing that sums up. `suppressed`: too few answers. `until_closed`: the wave runs, and only who may read single answers sees it. */
  state: z.enum(['ready', 'coming', 'no_outcome', 'suppressed', 'until_closed']),
  method: driverMethod,
  confidence: z.number(),
  /** The question that sums up. */
  outcome: localText.nullable(),
  /** When it was worked out, and whether answers have come since. */
  at: instant.nullable(),
  outdated: z.boolean(),
  responses: z.int().nullable(),
  accounts: z.int().nullable(),
  leftOut: z.int().nullable(),
  /** The share of the outcome that all drivers explain, 0 to 1. */
  rSquared: z.number().nullable(),
  reason: z.enum(['too_few', 'never_varies', 'collinear']).nullable(),
  drivers: z.array(driver),
  /** Keys of factors that go along with less satisfaction. */
  against: z.array(z.string()),
  /** The first factor by the other method, and by ranks, where another one than here. */
  otherMethodFirst: z.string().nullable(),
  byRanksFirst: z.string().nullable(),
})
export type DriverReport = z.infer<typeof driverReport>

export const driverReports = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/drivers',
      tags: ['results'],
      summary: 'Which factors go along with satisfaction as a whole, and how much',
    })
    .input(z.strictObject({ id, regionId: id.optional(), method: driverMethod.optional() }))
    .output(driverReport),
}

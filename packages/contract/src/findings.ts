import { z } from 'zod'
import { id, staffProcedure } from './common.ts'
import { confidenceLevel } from './waves.ts'

/** Percent and points; `certain`: it survives the correction for everything that was looked at. */
const finding = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('change'),
    factor: z.string(),
    points: z.number(),
    low: z.number(),
    high: z.number(),
    p: z.number(),
    n: z.strictObject({ now: z.int(), before: z.int() }),
    certain: z.boolean(),
  }),
  /** Percent nonsatisfied outside the range that chance explains over the quarters. */
  z.strictObject({
    kind: z.literal('signal'),
    factor: z.string(),
    value: z.number(),
    low: z.number(),
    high: z.number(),
    certain: z.literal(true),
  }),
  /** Importance in percent of what is explained, performance as an index. */
  z.strictObject({
    kind: z.literal('improve'),
    factor: z.string(),
    importance: z.number(),
    performance: z.number(),
    certain: z.literal(true),
  }),
  z.strictObject({
    kind: z.literal('silent'),
    revenueShare: z.number(),
    accounts: z.int(),
    of: z.int(),
    certain: z.literal(true),
  }),
])
export type FindingView = z.infer<typeof finding>

export const findings = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/findings',
      tags: ['results'],
      summary: 'The three things to look at in a wave, with their evidence',
    })
    .input(z.strictObject({ id, regionId: id.optional(), confidence: confidenceLevel.optional() }))
    .output(z.strictObject({ items: z.array(finding) })),
}

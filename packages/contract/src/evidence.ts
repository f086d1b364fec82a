import { REGIONAL_SOURCES } from '@sixfold/domain/evidence/evidence-map'
import { z } from 'zod'
import { id, localText, quarter, staffProcedure } from './common.ts'

export const regionalSource = z.enum(REGIONAL_SOURCES)

/** A quarter as it stands in an address: `2026-Q3`. */
export const quarterName = z.string().regex(/^\d{4}-Q[1-4]$/)

const share = z.number().nullable()

export const evidenceView = z.strictObject({
  quarter,
  /** Answers of a survey are still being counted for the first time: soon there is more. */
  counting: z.boolean(),
  /** That can be looked at, the latest first. */
  quarters: z.array(quarter),
  minimumCell: z.int(),
  factors: z.array(z.strictObject({ key: z.string(), name: localText, index: z.int() })),
  regions: z.array(
    z.strictObject({
      id,
      name: z.string(),
      /** Existing customers of which no source heard anything, and their part of the revenue. */
      silent: z.strictObject({ accounts: z.int(), of: z.int(), revenueShare: share }),
    }),
  ),
  cells: z.array(
    z.strictObject({
      regionId: id,
      /** Null: about no single factor. */
      factor: z.string().nullable(),
      source: regionalSource,
      heard: z.int(),
      /** Null: the source knows no accounts. */
      accounts: z.int().nullable(),
      revenueShare: share,
    }),
  ),
  /** Of all regions: a blind answer knows none. Null: too few to count out. */
  blind: z.array(z.strictObject({ factor: z.string(), heard: z.int().nullable() })),
  /** Factors of which nobody said anything. */
  unheard: z.array(z.string()),
})
export type EvidenceView = z.infer<typeof evidenceView>

export const evidence = {
  map: staffProcedure()
    .route({
      method: 'GET',
      path: '/evidence',
      tags: ['customers'],
      summary: 'What was heard in a quarter, by region, factor and source, and where it was silent',
    })
    .input(z.strictObject({ quarter: quarterName.optional() }))
    .output(evidenceView),
}

import { CASE_FIGURES } from '@sixfold/domain/evidence/source-links'
import { z } from 'zod'
import { id, instant, localText, quarter, staffProcedure } from './common.ts'

const bounds = z.strictObject({ low: z.number(), high: z.number() })

const namedFactor = {
  factor: z.string(),
  name: localText,
  /** The factor's place in its model. */
  index: z.int(),
}

const caseRelation = z.strictObject({
  ...namedFactor,
  figure: z.enum(CASE_FIGURES),
  /** Quarters of accounts with both numbers. */
  pairs: z.int(),
  accounts: z.int(),
  /** Pearson's; null: too few, or one of the two never varies. */
  correlation: z.number().nullable(),
  /** By drawing accounts. */
  interval: bounds.nullable(),
})
export type CaseRelationView = z.infer<typeof caseRelation>

const dealRelation = z.strictObject({
  ...namedFactor,
  /** Null, as every number of its bands: a band rests on too few. */
  deals: z.int().nullable(),
  accounts: z.int().nullable(),
  bands: z.array(
    z.strictObject({
      /** Net satisfaction of the account; up to but not including `until`, the last band with it. */
      from: z.number(),
      until: z.number(),
      won: z.int().nullable(),
      n: z.int().nullable(),
      /** 0 to 1, with Wilson's interval. */
      rate: z.number().nullable(),
      interval: bounds.nullable(),
    }),
  ),
})
export type DealRelationView = z.infer<typeof dealRelation>

const eventGroup = z.discriminatedUnion('shown', [
  z.strictObject({
    shown: z.literal(true),
    accounts: z.int(),
    heardBefore: z.int(),
    heardAfter: z.int(),
    before: z.number(),
    after: z.number(),
    change: z.number(),
    low: z.number(),
    high: z.number(),
  }),
  z.strictObject({ shown: z.literal(false), why: z.enum(['none', 'few', 'derivable']) }),
])
export type EventGroupView = z.infer<typeof eventGroup>

const evidenceLinksView = z.strictObject({
  /** `coming`: it is being worked out. `nothing`: no closed wave has answers. */
  state: z.enum(['ready', 'coming', 'nothing']),
  regionId: id.nullable(),
  confidence: z.number(),
  minimumCell: z.int(),
  /** When it was worked out, and whether it is being worked out anew. */
  at: instant.nullable(),
  outdated: z.boolean(),
  /** Closed waves of the quarterly survey, the earliest first. */
  quarters: z.array(quarter),
  /** Null: may not be seen. */
  cases: z.strictObject({ count: z.int(), relations: z.array(caseRelation) }).nullable(),
  deals: z.strictObject({ count: z.int(), relations: z.array(dealRelation) }).nullable(),
  events: z
    .strictObject({
      count: z.int(),
      groups: z.strictObject({ came: eventGroup, invited: eventGroup, not_invited: eventGroup }),
      difference: z.strictObject({ change: z.number(), low: z.number(), high: z.number() }).nullable(),
    })
    .nullable(),
})
export type EvidenceLinksView = z.infer<typeof evidenceLinksView>

export const evidenceLinks = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/evidence/links',
      tags: ['results'],
      summary:
        'What goes along with what: cases, deals and round tables with the scores of the same accounts',
    })
    .input(z.strictObject({ regionId: id.optional() }))
    .output(evidenceLinksView),
}

import { DEAL_RESULTS, DEAL_SIDES, DEAL_STAGES, MOST_REASONS } from '@sixfold/domain/deals/deal'
import { z } from 'zod'
import {
  cursorInput,
  id,
  instant,
  key,
  language,
  listOf,
  localDate,
  localText,
  quarter,
  staffProcedure,
} from './common.ts'
import { storedAnswer } from './responses.ts'
import { surveyDefinition } from './survey-definition.ts'

export const dealResult = z.enum(DEAL_RESULTS)
export const dealStage = z.enum(DEAL_STAGES)
export const dealSide = z.enum(DEAL_SIDES)

const words = z.string().trim().max(4000)

export const dealReason = z.strictObject({
  factor: key,
  attribute: key.nullable(),
  spoke: z.enum(['for', 'against']),
  decisive: z.boolean(),
})

/** What one side says: coded reasons, and what would have changed the end. */
export const dealView = z.strictObject({
  reasons: z.array(dealReason).max(MOST_REASONS),
  changeFactor: key.nullable(),
  change: words,
})
export type DealViewInput = z.infer<typeof dealView>

/** How far the interview of a side is. */
const interviewState = z.enum(['none', 'begun', 'held'])

const sideOf = z.strictObject({
  /** Null: nobody of this side was heard, or the caller may not read what they said. */
  view: dealView.nullable(),
  by: z.string(),
  at: instant.nullable(),
  interview: interviewState,
})

/** What staff say of a deal. */
export const dealFields = z.strictObject({
  name: z.string().trim().min(1).max(200),
  result: dealResult,
  /** Where it was lost; null of a deal that was won, or where nobody knows. */
  stage: dealStage.nullable(),
  decidedOn: localDate,
  value: z.number().min(0).max(1e17).nullable(),
  productId: id.nullable(),
  competitorId: id.nullable(),
  /** The product of the competitor. */
  rivalProductId: id.nullable(),
  /** Who decided at the customer. */
  contactId: id.nullable(),
  /** Who of us led it. */
  sellerId: id.nullable(),
})
export type DealFields = z.infer<typeof dealFields>

export const deal = z.strictObject({
  id,
  externalId: z.string(),
  ...dealFields.shape,
  accountId: id,
  accountName: z.string(),
  regionId: id,
  contactName: z.string(),
  sellerName: z.string(),
  productName: z.string(),
  competitorName: z.string(),
  rivalProductName: z.string(),
  quarter,
  /** Names of the factors that the reasons name. */
  model: z.strictObject({ key, version: z.int().min(1) }),
  seller: sideOf,
  buyer: sideOf,
  revision: z.int(),
  editable: z.boolean(),
})
export type Deal = z.infer<typeof deal>

/** The `data` of a `revision_conflict`: what stands now. */
export const dealConflictData = z.strictObject({ current: deal })

const search = {
  result: dealResult.optional(),
  regionId: id.optional(),
  competitorId: id.optional(),
  productId: id.optional(),
  /** The first and the last quarter, both inclusive. */
  from: z
    .string()
    .regex(/^\d{4}-Q[1-4]$/)
    .optional(),
  to: z
    .string()
    .regex(/^\d{4}-Q[1-4]$/)
    .optional(),
}

const interval = z.strictObject({ low: z.number(), high: z.number() }).nullable()

/** Proportions 0 to 1; null where there are fewer deals than the minimum. */
export const dealRate = z.strictObject({
  won: z.int(),
  lost: z.int(),
  undecided: z.int(),
  n: z.int(),
  rate: z.number().nullable(),
  interval,
  valueWon: z.number(),
  valueLost: z.number(),
})
export type DealRate = z.infer<typeof dealRate>

const groupRate = z.strictObject({ key: z.string(), name: z.string(), ...dealRate.shape })
export type GroupRate = z.infer<typeof groupRate>

const namedShare = z.strictObject({
  named: z.int().nullable(),
  of: z.int(),
  share: z.number().nullable(),
  interval,
})
export type NamedShare = z.infer<typeof namedShare>

const factorReasons = z.strictObject({
  lostBy: namedShare,
  wonBy: namedShare,
  changeable: namedShare,
  rate: dealRate,
})

export const dealRates = z.strictObject({
  confidence: z.number(),
  minimum: z.int(),
  whole: dealRate,
  byCompetitor: z.array(groupRate),
  byRegion: z.array(groupRate),
  byProduct: z.array(groupRate),
  /** The oldest first. */
  byQuarter: z.array(groupRate),
  /** Where deals were lost, the first stage first. */
  lostAt: z.array(z.strictObject({ stage: dealStage.nullable(), n: z.int() })),
  factors: z.array(
    z.strictObject({
      key: z.string(),
      name: localText,
      index: z.int(),
      seller: factorReasons,
      buyer: factorReasons,
    }),
  ),
  /** Deals that seller and buyer were both heard about, and those in which they name a reason in common. */
  sides: z.strictObject({ both: z.int(), agree: z.int() }),
})
export type DealRates = z.infer<typeof dealRates>

const at = { id, revision: z.int().min(1) }

/** An interview: the questions of a survey version, answered by one side. */
export const dealInterview = z.strictObject({
  dealId: id,
  side: dealSide,
  surveyId: id,
  version: z.int(),
  language,
  state: z.enum(['begun', 'held']),
  definition: surveyDefinition,
  answers: z.array(storedAnswer),
  /** Who asks. */
  by: z.string(),
  begunAt: instant,
  heldAt: instant.nullable(),
  revision: z.int(),
})
export type DealInterview = z.infer<typeof dealInterview>

export const deals = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/deals',
      tags: ['deals'],
      summary: 'Deals won and lost in the regions that the caller may see, the latest first',
    })
    .input(
      z.strictObject({
        ...search,
        accountId: id.optional(),
        /** Without a word of the customer yet. */
        unheard: z.stringbool().optional(),
        search: z.string().trim().max(120).optional(),
        ...cursorInput,
      }),
    )
    .output(listOf(deal)),
  rates: staffProcedure()
    .route({
      method: 'GET',
      path: '/deals/rates',
      tags: ['deals'],
      summary: 'How many deals were won, by competitor, region, product and quarter, and why',
    })
    .input(z.strictObject({ ...search, confidence: z.enum(['80', '90', '95']).optional() }))
    .output(dealRates),
  people: staffProcedure()
    .route({
      method: 'GET',
      path: '/deals/people',
      tags: ['deals'],
      summary: 'Colleagues by name: who leads deals and tries products',
    })
    .output(z.strictObject({ items: z.array(z.strictObject({ id, name: z.string() })) })),
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/deals/{id}',
      tags: ['deals'],
      summary: 'A deal with what both sides say',
    })
    .input(z.strictObject({ id }))
    .output(deal),
  create: staffProcedure('already_exists')
    .route({ method: 'POST', path: '/deals', tags: ['deals'], summary: 'Note a deal that was won or lost' })
    .input(
      z.strictObject({
        accountId: id,
        /** An id of another system; empty: the product's own will do. */
        externalId: z.string().trim().max(100),
        ...dealFields.shape,
      }),
    )
    .output(deal),
  change: staffProcedure('revision_conflict')
    .route({
      method: 'PATCH',
      path: '/deals/{id}',
      tags: ['deals'],
      summary: 'Change what is known of a deal',
    })
    .input(z.strictObject({ ...at, changes: dealFields.partial() }))
    .output(deal),
  code: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/deals/{id}/sides/{side}',
      tags: ['deals'],
      summary: 'Code the reasons of one side, and what would have changed the end',
    })
    .input(z.strictObject({ ...at, side: dealSide, view: dealView.nullable() }))
    .output(deal),
  beginInterview: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/deals/{id}/sides/{side}/interview',
      tags: ['deals'],
      summary: 'Begin the interview of a side; that of a customer passes the contact policy first',
    })
    .input(z.strictObject({ id, side: dealSide, surveyId: id, language }))
    .output(
      z.strictObject({
        interview: dealInterview.nullable(),
        /** Why the customer may not be asked now, and from when. */
        refusal: z.strictObject({ reason: z.string(), earliest: instant.nullable() }).nullable(),
      }),
    ),
  interview: staffProcedure()
    .route({
      method: 'GET',
      path: '/deals/{id}/sides/{side}/interview',
      tags: ['deals'],
      summary: 'The interview of a side as far as it is',
    })
    .input(z.strictObject({ id, side: dealSide }))
    .output(dealInterview),
  saveInterview: staffProcedure('wrong_state', 'already_finished')
    .route({
      method: 'PUT',
      path: '/deals/{id}/sides/{side}/interview/answers',
      tags: ['deals'],
      summary: 'Keep answers of an interview, or end it with them',
    })
    .input(
      z.strictObject({ id, side: dealSide, answers: z.array(storedAnswer).max(500), finish: z.boolean() }),
    )
    .output(dealInterview),
}

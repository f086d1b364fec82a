import { CONFIDENCES } from '@sixfold/domain/survey/plan'
import { CONTACT_FIELDS } from '@sixfold/domain/survey/question'
import { z } from 'zod'
import { id, instant, key, staffProcedure } from './common.ts'

const words = z.string().trim().max(4000)
const amount = z.number().min(0).max(1_000_000_000_000)
const group = z.strictObject({
  people: z.int().min(0).max(10_000_000),
  /** A proportion; null: what is usual. */
  responseRate: z.number().positive().max(1).nullable(),
})

/** What is stated before anybody is asked. Proportions are 0 to 1. */
export const planContent = z.strictObject({
  purpose: words.min(1),
  known: words,
  groups: z.strictObject({ executive: group, manager: group, specialist: group }),
  marginOfError: z.number().min(0.001).max(0.5),
  confidence: z.literal(CONFIDENCES),
  designEffect: z.number().min(1).max(50),
  minutes: z.number().min(1).max(120),
  currency: z.string().regex(/^[A-Z]{3}$/),
  costs: z.strictObject({
    hours: z.number().min(0).max(100_000),
    hourlyRate: amount,
    perInvitation: amount,
    other: amount,
  }),
  budget: z.strictObject({ hours: z.number().min(0).max(100_000).nullable(), money: amount.nullable() }),
  uses: z
    .array(
      z.strictObject({
        question: key,
        /** Null: the question as a whole. */
        field: z.enum(CONTACT_FIELDS).nullable(),
        use: z.string().trim().max(500),
      }),
    )
    .max(500),
})
export type PlanContent = z.infer<typeof planContent>

export const collectionPlan = z.strictObject({
  surveyId: id,
  /** Rises by one with every save; a save names the one it was made on. */
  revision: z.int().min(1),
  content: planContent,
  savedAt: instant,
  savedBy: z.string(),
})
export type SavedPlan = z.infer<typeof collectionPlan>

/** The `data` of a plan's `revision_conflict`. */
export const planConflictData = z.strictObject({ current: collectionPlan.nullable() })

export const collectionPlans = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/surveys/{id}/plan',
      tags: ['surveys'],
      summary: 'The collection plan of a survey, and how many people are on record',
    })
    .input(z.strictObject({ id }))
    .output(
      z.strictObject({
        plan: collectionPlan.nullable(),
        /** Contacts of the regions one may see. */
        onRecord: z.strictObject({ executives: z.int(), others: z.int() }),
      }),
    ),
  save: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/surveys/{id}/plan',
      tags: ['surveys'],
      summary: 'State what a survey is for, how much is needed and what it may cost',
    })
    .input(
      z.strictObject({
        id,
        /** Of the plan that the caller saw; 0: there was none. */
        revision: z.int().min(0),
        content: planContent,
      }),
    )
    .output(collectionPlan),
}

import type { PlanContent } from '@sixfold/contract/collection-plans'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey } from '../../../db/collection.ts'

/** The one plan of a survey. */
export interface PlanRow {
  /** The survey's id. */
  _id: string
  content: PlanContent
  /** Rises by one with every save; a save names the revision that it was made on. */
  revision: number
  savedAt: Date
  savedBy: string
}

const plans = defineCollection<PlanRow>('collectionPlans', {
  _id: String,
  content: {},
  revision: Number,
  savedAt: Date,
  savedBy: String,
})

export function findPlan(ctx: Context, surveyId: string): Promise<PlanRow | null> {
  return plans(ctx).findById(surveyId).lean<PlanRow>().exec()
}

/** Writes the first plan; null when there is one. */
export async function insertPlan(ctx: Context, row: PlanRow): Promise<PlanRow | null> {
  try {
    await plans(ctx).create(row)
    return row
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

/** Replaces the plan if it still stands at `revision`; null when somebody else was first. */
export function replacePlan(
  ctx: Context,
  { _id, revision }: Pick<PlanRow, '_id' | 'revision'>,
  plan: Pick<PlanRow, 'content' | 'savedAt' | 'savedBy'>,
): Promise<PlanRow | null> {
  return plans(ctx)
    .findOneAndUpdate(
      { _id, revision },
      { $set: { ...plan, revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<PlanRow>()
    .exec()
}

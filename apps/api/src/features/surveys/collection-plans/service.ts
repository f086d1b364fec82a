import type { PlanContent, SavedPlan } from '@sixfold/contract/collection-plans'
import type { StaffMember } from '@sixfold/contract/staff'
import type { Context } from '../../../context.ts'
import type { PlanRow } from './store.ts'
import { findPlan, insertPlan, replacePlan } from './store.ts'

/** The plan of a survey for other features, which decide who may see it; null when none was made. */
export async function planOf(ctx: Context, surveyId: string): Promise<SavedPlan | null> {
  const row = await findPlan(ctx, surveyId)
  return row && toPlan(row)
}

export interface PlanSave {
  surveyId: string
  /** Of the plan that the caller saw; 0: there was none. */
  revision: number
  content: PlanContent
}

/** Writes a plan on the one that the caller saw; null when somebody else saved meanwhile. */
export async function writePlan(
  ctx: Context,
  actor: StaffMember,
  { surveyId: _id, revision, content }: PlanSave,
): Promise<SavedPlan | null> {
  const plan = { content, savedAt: ctx.clock.now(), savedBy: actor.name }
  const row =
    revision === 0
      ? await insertPlan(ctx, { _id, revision: 1, ...plan })
      : await replacePlan(ctx, { _id, revision }, plan)
  return row && toPlan(row)
}

function toPlan({ _id: surveyId, savedAt, ...row }: PlanRow): SavedPlan {
  return { surveyId, ...row, savedAt: savedAt.toISOString() }
}

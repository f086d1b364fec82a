import type { SavedPlan } from '@sixfold/contract/collection-plans'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { countBySeniority } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import type { PlanSave } from '../collection-plans/service.ts'
import { planOf, writePlan } from '../collection-plans/service.ts'
import { surveyDraft } from '../surveys/service.ts'

/** A survey's plan, and how many people could be asked in the regions that the caller may see. */
export async function readPlan(ctx: Context, actor: StaffMember, surveyId: string) {
  if (!can(actor, 'survey.read', WHOLE_HOUSE) || !(await surveyDraft(ctx, surveyId)))
    throw new AppError('not_found')
  const [plan, onRecord] = await Promise.all([planOf(ctx, surveyId), countBySeniority(ctx, actor)])
  return { plan, onRecord }
}

/** Saves a plan on the one that the caller saw. Whoever saves second gets a conflict with what stands now. */
export async function savePlan(ctx: Context, actor: StaffMember, input: PlanSave): Promise<SavedPlan> {
  const { surveyId } = input
  if (!can(actor, 'survey.edit', WHOLE_HOUSE) || !(await surveyDraft(ctx, surveyId)))
    throw new AppError('not_found')
  const saved = await writePlan(ctx, actor, input)
  if (!saved) throw new AppError('revision_conflict', { data: { current: await planOf(ctx, surveyId) } })
  await record(ctx, actor, 'plan.saved', `survey:${surveyId}`, `revision ${saved.revision}`)
  ctx.live.announce({ kind: 'survey', id: surveyId }, 'review:changed', { surveyId })
  return saved
}

/** Surveys and their plans belong to the whole organisation. */
const WHOLE_HOUSE = { regionId: null }

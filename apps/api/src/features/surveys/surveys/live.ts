import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import type { SurveyRow } from './store.ts'
import { surveyExists } from './store.ts'

/** Who may read a survey may follow its draft, and be seen with it. */
export async function mayFollowSurvey(ctx: Context, actor: StaffMember, id: string): Promise<boolean> {
  return can(actor, 'survey.read', { regionId: null }) && (await surveyExists(ctx, id))
}

/** Tells everybody who has the survey open that its draft was saved, or published as it stands. */
export function announceChange(
  ctx: Context,
  { _id: surveyId, revision }: Pick<SurveyRow, '_id' | 'revision'>,
  { by, published }: { by: string; published: boolean },
): void {
  const change = { surveyId, revision, by, published }
  ctx.live.announce({ kind: 'survey', id: surveyId }, 'survey:changed', change)
}

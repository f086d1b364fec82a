import type { KeptFinding } from '@sixfold/contract/reviews'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { surveyDraft } from '../surveys/service.ts'
import type { KeptRow } from './store.ts'
import { deleteKept, listKept, storeKept } from './store.ts'

/** More reasons than anybody reads. */
const MOST_KEPT = 1000

/** What the authors of a survey kept against advice, and why. */
export async function readKept(ctx: Context, actor: StaffMember, surveyId: string): Promise<KeptFinding[]> {
  await requireSurvey(ctx, actor, 'survey.read', surveyId)
  return (await listKept(ctx, surveyId, MOST_KEPT)).map(toKept)
}

/** Keeps a finding, so that the next colleague sees why it stands. A second reason replaces the first. */
export async function keepFinding(
  ctx: Context,
  actor: StaffMember,
  { id: surveyId, key, reason }: { id: string; key: string; reason: string },
): Promise<KeptFinding> {
  await requireSurvey(ctx, actor, 'survey.edit', surveyId)
  const row = { surveyId, key, reason, keptAt: ctx.clock.now(), keptBy: actor.name }
  await storeKept(ctx, row)
  await record(ctx, actor, 'finding.kept', `survey:${surveyId}`, `${key}: ${reason}`)
  announce(ctx, surveyId)
  return toKept(row)
}

/** Lets a kept finding speak again. Doing it twice does it once. */
export async function reopenFinding(
  ctx: Context,
  actor: StaffMember,
  { id: surveyId, key }: { id: string; key: string },
): Promise<void> {
  await requireSurvey(ctx, actor, 'survey.edit', surveyId)
  if (!(await deleteKept(ctx, { surveyId, key }))) return
  await record(ctx, actor, 'finding.reopened', `survey:${surveyId}`, key)
  announce(ctx, surveyId)
}

async function requireSurvey(
  ctx: Context,
  actor: StaffMember,
  action: 'survey.read' | 'survey.edit',
  id: string,
): Promise<void> {
  if (!can(actor, action, { regionId: null }) || !(await surveyDraft(ctx, id)))
    throw new AppError('not_found')
}

function announce(ctx: Context, surveyId: string): void {
  ctx.live.announce({ kind: 'survey', id: surveyId }, 'review:changed', { surveyId })
}

function toKept({ key, reason, keptAt, keptBy }: Omit<KeptRow, '_id'>): KeptFinding {
  return { key, reason, keptAt: keptAt.toISOString(), keptBy }
}

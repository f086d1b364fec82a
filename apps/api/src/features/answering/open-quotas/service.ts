import type { WaveQuotas } from '@sixfold/contract/open-links'
import type { StaffMember } from '@sixfold/contract/staff'
import type { LocalText } from '@sixfold/domain/local-text'
import { answerGroup, linkGroup, quotaOptions, regionGroup, TOTAL } from '@sixfold/domain/quotas/quota-groups'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { partsOf } from '@sixfold/domain/survey/parts'
import type { Question } from '@sixfold/domain/survey/question'
import { NONE, OTHER } from '@sixfold/domain/survey/question'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { announceWave } from '../../waves/invitations/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import { ownWave, stateOf } from '../../waves/wave-records/service.ts'
import type { QuotaRow } from '../quotas/service.ts'
import { readQuotas, setLimits } from '../quotas/service.ts'

/** Whether open links and quotas of a wave may still be made and changed. */
export function takesOpenAnswers(ctx: Context, wave: WaveRow): boolean {
  return ['scheduled', 'running', 'paused'].includes(stateOf(ctx, wave))
}

export interface QuotaChange {
  waveId: string
  /** The plan that was seen. */
  plan: number
  quotas: {
    total: number | null
    regions: readonly { regionId: string; limit: number }[]
    answers: readonly { question: string; option: string; limit: number }[]
  }
}

/** Limits in all, by region and by answer; those of single links stay. */
export async function changeQuotas(
  ctx: Context,
  actor: StaffMember,
  { waveId, plan, quotas }: QuotaChange,
): Promise<void> {
  const wave = await ownWave(ctx, actor, waveId)
  const row = await readQuotas(ctx, waveId)
  if (!row || !takesOpenAnswers(ctx, wave)) throw new AppError('wrong_state')
  if (quotas.regions.some(({ regionId }) => !wave.regionIds.includes(regionId)))
    throw new AppError('not_found')
  const known = new Set(
    (await quotableQuestions(ctx, wave)).flatMap(question =>
      quotaOptions(question).map(option => answerGroup(question.id, option)),
    ),
  )
  if (quotas.answers.some(({ question, option }) => !known.has(answerGroup(question, option))))
    throw new AppError('not_found')
  const limits = new Map(Object.entries(row.limits).filter(([group]) => group.startsWith(linkGroup(''))))
  if (quotas.total !== null) limits.set(TOTAL, quotas.total)
  for (const { regionId, limit } of quotas.regions) limits.set(regionGroup(regionId), limit)
  for (const { question, option, limit } of quotas.answers) limits.set(answerGroup(question, option), limit)
  if (!(await setLimits(ctx, { _id: waveId, plan }, Object.fromEntries(limits))))
    throw new AppError('revision_conflict')
  await record(ctx, actor, 'quotas.set', `wave:${waveId}`, JSON.stringify(quotas))
  announceWave(ctx, waveId)
}

/** What the quotas of a wave hold, for who may see these regions of it. A question that too few answered tells nothing of what they said (law 5). */
export async function describeQuotas(
  ctx: Context,
  wave: WaveRow,
  scope: readonly string[],
  { plan, limits, taken }: QuotaRow,
): Promise<WaveQuotas> {
  const { minimumCell } = await readOrganisation(ctx)
  const filled = (group: string) => ({ limit: limits[group] ?? null, taken: taken[group] ?? 0 })
  return {
    plan,
    total: filled(TOTAL),
    regions: scope.map(regionId => ({ regionId, ...filled(regionGroup(regionId)) })),
    questions: (await quotableQuestions(ctx, wave)).map(question => {
      const groups = quotaOptions(question).map(option => ({
        option,
        text: optionText(question, option),
        ...filled(answerGroup(question.id, option)),
      }))
      const isTold =
        leastAnswered(
          question,
          groups.map(({ taken: n }) => n),
        ) >= minimumCell
      return {
        question: question.id,
        text: question.text,
        options: groups.map(group => (isTold ? group : { ...group, taken: null })),
      }
    }),
  }
}

/** How many answered at the least: of a question with several answers one person may stand in each group. */
function leastAnswered(question: Question, taken: readonly number[]): number {
  const several = question.kind === 'choices' || (question.kind === 'picture' && question.several)
  return several ? Math.max(0, ...taken) : taken.reduce((sum, n) => sum + n, 0)
}

async function quotableQuestions(ctx: Context, wave: WaveRow): Promise<Question[]> {
  const version = await publishedVersion(ctx, wave.surveyId, wave.version)
  if (!version) throw new Error(`version ${wave.version} of the survey ${wave.surveyId} is gone`)
  return questionsOf(version.definition).filter(question => quotaOptions(question).length > 0)
}

/** Null: yes or no, which screens say in their own words. */
function optionText(question: Question, option: string): LocalText | null {
  if (option === OTHER && 'other' in question) return question.other ?? null
  if (option === NONE && 'none' in question) return question.none ?? null
  return partsOf(question)?.parts.find(({ id }) => id === option)?.text ?? null
}

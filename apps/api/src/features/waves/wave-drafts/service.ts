import type { StaffMember } from '@sixfold/contract/staff'
import type { WavePlan } from '@sixfold/contract/wave-plan'
import type { Audience, WaveDetails } from '@sixfold/contract/waves'
import type { UiLanguage } from '@sixfold/contract/words'
import type { BlindProblem } from '@sixfold/domain/blind/blind-faults'
import { blindFaults } from '@sixfold/domain/blind/blind-faults'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import type { Quarter } from '@sixfold/domain/quarter'
import type { Deviations } from '@sixfold/domain/sampling/sample-design'
import { census, planOf } from '@sixfold/domain/sampling/sample-design'
import { purposeOfSurvey } from '@sixfold/domain/survey/kind'
import type { LaunchCheck } from '@sixfold/domain/waves/launch-checks'
import { launchChecks, mayLaunch } from '@sixfold/domain/waves/launch-checks'
import { max } from 'date-fns/max'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { previewTouches } from '../../contact-policy/contact-ledger/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContactsOfRegions } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { publishedVersion, surveyDraft } from '../../surveys/surveys/service.ts'
import type { WaveRow } from '../wave-records/service.ts'
import { DuplicateWave, detailsOf, forgetWave, ownWave, scopeOf, waveBook } from '../wave-records/service.ts'
import { carryOn } from '../waves/service.ts'
import { waveWords } from './words.ts'

export interface NewDraft {
  /** The standing intention that it is drafted from; null: launched by itself. */
  programmeId: string | null
  surveyId: string
  version: number
  /** That of the survey, unless it is another one. */
  quarter?: Quarter
  plan: WavePlan
  deviations: Deviations | null
  panel: number | null
  opensAt: Date
  closesAt: Date
}

/** Drafts a wave for other features, which decided who may. Its seed is given with it, so that a look ahead draws whom the launch will draw. */
export async function draftWave(ctx: Context, actor: StaffMember, draft: NewDraft): Promise<WaveRow> {
  const { survey, definition } = await publishedSurvey(ctx, draft.surveyId, draft.version)
  // Its waves are made by the events that they follow up.
  if (survey.kind === 'post_event') throw new AppError('wrong_state')
  const { regionIds, audience, design, reminders, sending } = draft.plan
  const row = await waveBook.insertWave(ctx, {
    name: textIn(definition.title, definition.defaultLanguage, 'en'),
    programmeId: draft.programmeId,
    kind: survey.kind,
    surveyId: draft.surveyId,
    version: draft.version,
    quarter: draft.quarter ?? survey.quarter,
    regionIds: [...new Set(regionIds)],
    audience,
    sample: {
      design,
      deviations: draft.deviations,
      panel: design.panels === null ? null : draft.panel,
      seed: newId(),
      drawn: null,
    },
    reminders,
    sending,
    opensAt: draft.opensAt,
    closesAt: draft.closesAt,
    launchedAt: ctx.clock.now(),
    launchedBy: actor.id,
  })
  await record(ctx, actor, 'wave.drafted', `wave:${row._id}`, row.name)
  return row
}

export interface DraftChange {
  id: string
  revision: number
  plan: WavePlan & { version: number; opensAt: string; closesAt: string }
}

export async function changeDraft(
  ctx: Context,
  actor: StaffMember,
  { id, revision, plan }: DraftChange,
): Promise<WaveDetails> {
  const row = await ownWave(ctx, actor, id)
  if (row.state !== 'draft') throw new AppError('wrong_state')
  await requireRegions(ctx, actor, plan.regionIds)
  const { definition } = await publishedSurvey(ctx, row.surveyId, plan.version)
  const { regionIds, audience, design, reminders, sending } = plan
  const panel = design.panels === null ? null : (row.sample.panel ?? 0) % design.panels
  const changed = await waveBook.replaceDraft(
    ctx,
    { id, revision },
    {
      name: textIn(definition.title, definition.defaultLanguage, 'en'),
      version: plan.version,
      regionIds: [...new Set(regionIds)],
      audience,
      sample: { ...row.sample, design, panel: row.programmeId === null ? null : panel },
      reminders,
      sending,
      opensAt: new Date(plan.opensAt),
      closesAt: new Date(plan.closesAt),
    },
  )
  if (!changed) throw new AppError('revision_conflict')
  await record(ctx, actor, 'wave.changed', `wave:${id}`, `revision ${changed.revision}`)
  return detailsOf(ctx, changed, scopeOf(actor, changed))
}

export async function discardDraft(ctx: Context, actor: StaffMember, id: string): Promise<{ id: string }> {
  const row = await ownWave(ctx, actor, id)
  if (!(await waveBook.deleteDraft(ctx, id))) throw new AppError('wrong_state')
  await record(ctx, actor, 'wave.discarded', `wave:${id}`, row.name)
  return { id }
}

/**
 * Launches a draft: one conditional update decides it, however many try at once. From then on who is asked is frozen; the frame is stored
 * and the sample drawn right after it, or by the job of the wave where this process dies before.
 */
export async function scheduleWave(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number },
  language: UiLanguage,
): Promise<WaveDetails> {
  const row = await ownWave(ctx, actor, id)
  if (row.state !== 'draft') throw new AppError('wrong_state')
  if (row.revision !== revision) throw new AppError('revision_conflict')
  await requireRegions(ctx, actor, row.regionIds)
  const stopping = (await checksOf(ctx, row)).filter(({ severity }) => severity === 'stops')
  if (stopping.some(({ check }) => check === 'already_open')) throw new AppError('already_exists')
  if (!mayLaunch(stopping)) throw refusal(stopping, language)
  return launch(ctx, actor, row)
}

async function launch(ctx: Context, actor: StaffMember, row: WaveRow): Promise<WaveDetails> {
  const now = ctx.clock.now()
  const scheduled = await waveBook
    .markScheduled(ctx, row, { launchedAt: now, launchedBy: actor.id, opensAt: max([row.opensAt, now]) })
    .catch(error => {
      if (error instanceof DuplicateWave) throw new AppError('already_exists')
      throw error
    })
  // Somebody changed or launched it in this moment.
  if (!scheduled) throw new AppError('wrong_state')
  await record(ctx, actor, 'wave.launched', `wave:${row._id}`, row.name)
  forgetWave(ctx, row._id)
  const standing = await carryOn(ctx, scheduled)
  return detailsOf(ctx, standing, scopeOf(actor, standing))
}

/** What speaks against launching a draft, before anybody looked at who would be asked. */
export async function checksOf(
  ctx: Context,
  row: WaveRow,
  outlook?: Parameters<typeof launchChecks>[0]['outlook'],
) {
  const { design, deviations } = row.sample
  const plan = planOf(design, deviations)
  const survey = await surveyDraft(ctx, row.surveyId)
  return launchChecks({
    now: ctx.clock.now(),
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    reminderDays: row.reminders.afterDays,
    designFault: plan.ok ? null : plan.fault,
    alreadyOpen: await waveBook.isOpenIn(ctx, row.surveyId, row.regionIds),
    newerVersion: (survey?.latestVersion ?? row.version) > row.version,
    blindProblems: await blindProblems(ctx, row),
    ...(outlook ? { outlook } : {}),
  })
}

/** What would tell who answers a blind survey, or who asks; of other kinds there is nothing to tell. */
async function blindProblems(
  ctx: Context,
  { kind, surveyId, version }: Pick<WaveRow, 'kind' | 'surveyId' | 'version'>,
): Promise<BlindProblem[]> {
  if (kind !== 'blind') return []
  const { definition } = await publishedSurvey(ctx, surveyId, version)
  const { name } = await readOrganisation(ctx)
  return blindFaults(definition, name).map(({ problem }) => problem)
}

const fieldOf: Partial<Record<LaunchCheck, string>> = {
  blind_customer_record: 'surveyId',
  blind_who_answers: 'surveyId',
  blind_file: 'surveyId',
  blind_who_asks: 'surveyId',
  closes_in_the_past: 'closesAt',
  closes_before_opening: 'closesAt',
  size_missing: 'plan.design.size',
  quotas_missing: 'plan.design.quotas',
  deviations_missing: 'plan.design.method',
}

function refusal(stopping: readonly { check: LaunchCheck }[], language: UiLanguage): AppError {
  const say = waveWords(language)
  return new AppError('invalid_input', {
    fields: stopping.flatMap(({ check }) => {
      const path = fieldOf[check]
      return path === undefined || !isSayable(check) ? [] : [{ path, message: say(check) }]
    }),
  })
}

type Sayable = Parameters<ReturnType<typeof waveWords>>[0]
const isSayable = (check: LaunchCheck): check is Sayable & LaunchCheck => Object.hasOwn(fieldOf, check)

export interface Launch {
  surveyId: string
  version: number
  regionIds: string[]
  closesAt: string
}

/** Who would be asked if everybody of these regions were, who not, and why. Decides and writes nothing. */
export async function previewAudience(
  ctx: Context,
  actor: StaffMember,
  input: Launch,
  language: UiLanguage,
): Promise<Audience> {
  const { survey, closesAt } = await checkLaunch(ctx, actor, input, language)
  const contacts = new Map<string, KnownContact>()
  for (let after: string | null = null; ; ) {
    const part: KnownContact[] = await findContactsOfRegions(ctx, input.regionIds, { after, limit: 2000 })
    for (const contact of part) contacts.set(contact.id, contact)
    after = part.at(-1)?.id ?? null
    if (after === null) break
  }
  const requests = [...contacts.keys()].map(contactId => ({
    touchId: contactId,
    contactId,
    kind: 'invitation' as const,
    purpose: purposeOfSurvey(survey.kind),
    subject: 'preview',
  }))
  const decisions = await previewTouches(ctx, requests, contacts)
  const later: Date[] = []
  const refused = new Map<string, number>()
  let allowedNow = 0
  let executives = 0
  for (const [contactId, decision] of decisions) {
    if (decision.decision === 'allow') allowedNow += 1
    else if (decision.earliest && decision.earliest < closesAt) later.push(decision.earliest)
    else {
      refused.set(decision.reason, (refused.get(decision.reason) ?? 0) + 1)
      continue
    }
    if (contacts.get(contactId)?.executive) executives += 1
  }
  const firstLater = later.sort((a, b) => a.getTime() - b.getTime())[0]
  return {
    framed: decisions.size,
    allowedNow,
    allowedLater: later.length,
    firstLater: firstLater?.toISOString() ?? null,
    executives,
    refused: [...refused].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
  }
}

/** Drafts and launches in one: everybody of the regions is asked, at once. One wave of a survey can be open in a region. */
export async function launchWave(
  ctx: Context,
  actor: StaffMember,
  input: Launch & {
    reminders?: WavePlan['reminders'] | undefined
    sending?: WavePlan['sending'] | undefined
  },
  language: UiLanguage,
): Promise<WaveDetails> {
  const { closesAt } = await checkLaunch(ctx, actor, input, language)
  if (await waveBook.isOpenIn(ctx, input.surveyId, input.regionIds)) throw new AppError('already_exists')
  const draft = await draftWave(ctx, actor, {
    programmeId: null,
    surveyId: input.surveyId,
    version: input.version,
    plan: {
      regionIds: input.regionIds,
      audience: { kinds: [], segments: [], seniorities: [] },
      design: { ...census, quotas: {} },
      reminders: input.reminders ?? { afterDays: [] },
      sending: input.sending ?? { perHour: null },
    },
    deviations: null,
    panel: null,
    opensAt: ctx.clock.now(),
    closesAt,
  })
  return launch(ctx, actor, draft).catch(async error => {
    // Somebody else's wave opened in this moment: nobody asked for a draft.
    await waveBook.deleteDraft(ctx, draft._id)
    throw error
  })
}

/** Refuses regions that do not exist, or that the caller may not launch in. */
export async function requireRegions(
  ctx: Context,
  actor: StaffMember,
  regionIds: readonly string[],
): Promise<void> {
  const known = new Set((await listRegions(ctx)).map(({ _id }) => _id))
  const allowed = regionIds.every(regionId => known.has(regionId) && can(actor, 'wave.launch', { regionId }))
  if (!can(actor, 'wave.launch') || !allowed) throw new AppError('not_found')
}

async function checkLaunch(ctx: Context, actor: StaffMember, input: Launch, language: UiLanguage) {
  await requireRegions(ctx, actor, input.regionIds)
  const { survey } = await publishedSurvey(ctx, input.surveyId, input.version)
  const closesAt = new Date(input.closesAt)
  if (closesAt <= ctx.clock.now())
    throw new AppError('invalid_input', {
      fields: [{ path: 'closesAt', message: waveWords(language)('closes_in_the_past') }],
    })
  const problems = await blindProblems(ctx, { ...input, kind: survey.kind })
  if (problems.length > 0)
    throw refusal(
      problems.map(problem => ({ check: `blind_${problem}` as const })),
      language,
    )
  return { survey, closesAt }
}

async function publishedSurvey(ctx: Context, surveyId: string, number: number) {
  const [survey, version] = await Promise.all([
    surveyDraft(ctx, surveyId),
    publishedVersion(ctx, surveyId, number),
  ])
  if (!survey || !version) throw new AppError('not_found')
  return { survey, definition: version.definition }
}

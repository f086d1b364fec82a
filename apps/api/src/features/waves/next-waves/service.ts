import type { GroundChangeView, NextWave } from '@sixfold/contract/programmes'
import type { StaffMember } from '@sixfold/contract/staff'
import type { WaveDetails } from '@sixfold/contract/waves'
import { can } from '@sixfold/domain/permissions'
import type { Quarter } from '@sixfold/domain/quarter'
import { addQuarters, compareQuarters, quarterOf } from '@sixfold/domain/quarter'
import { deviationsOf } from '@sixfold/domain/sampling/deviations'
import { panelOfWave } from '@sixfold/domain/sampling/panels'
import type { Deviations } from '@sixfold/domain/sampling/sample-design'
import { inQuarter } from '@sixfold/domain/survey/in-quarter'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { GroundChange, WaveGround } from '@sixfold/domain/waves/next-quarter'
import { changeKey, designName, groundChanges } from '@sixfold/domain/waves/next-quarter'
import { closingOf, openingIn } from '@sixfold/domain/waves/opening'
import { max } from 'date-fns/max'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { readBoard } from '../../results/scoreboards/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { keepNewSurvey, publishedVersion, publishSurvey, surveyDraft } from '../../surveys/surveys/service.ts'
import type { ProgrammeRow } from '../programmes/service.ts'
import { moveToSurvey, ownProgramme } from '../programmes/service.ts'
import { draftWave } from '../wave-drafts/service.ts'
import { sizesOf } from '../wave-frames/service.ts'
import type { WaveRow } from '../wave-records/service.ts'
import { detailsOf, scopeOf, waveBook } from '../wave-records/service.ts'

/** Drafts a wave of the programme's survey as it is published now. */
export async function draftFromProgramme(
  ctx: Context,
  actor: StaffMember,
  { id, opensAt: wanted }: { id: string; opensAt?: string },
): Promise<WaveDetails> {
  const programme = await ownProgramme(ctx, actor, id)
  const survey = await surveyDraft(ctx, programme.surveyId)
  if (!survey || survey.latestVersion === null) throw new AppError('wrong_state')
  const { zone, calendar } = await houseOf(ctx)
  const opensAt = wanted === undefined ? ctx.clock.now() : new Date(wanted)
  const quarter =
    programme.kind === 'quarterly' ? survey.quarter : quarterOf(wallTimeIn(opensAt, zone).date, calendar)
  const row = await draft(ctx, actor, programme, {
    surveyId: survey.id,
    version: survey.latestVersion,
    quarter,
    opensAt,
    zone,
  })
  return detailsOf(ctx, row, scopeOf(actor, row))
}

/** What the next quarter would ask, and in what it differs from the last wave of the programme. Writes nothing. */
export async function lookAtNext(ctx: Context, actor: StaffMember, id: string): Promise<NextWave> {
  const programme = await ownProgramme(ctx, actor, id)
  const { changes, quarter, last, standing } = await nextOf(ctx, programme)
  const named = (wave: WaveRow | null) => wave && { id: wave._id, quarter: { ...wave.quarter } }
  return {
    quarter: { ...quarter },
    last: named(last),
    standing: named(standing),
    changes: changes.map(toView),
  }
}

/**
 * Drafts the next quarter in one go: its survey from the latest version, published as it stands, and its wave from the programme. Refused while
 * anything that differs from the last wave is not confirmed.
 */
export async function draftNext(
  ctx: Context,
  actor: StaffMember,
  { id, quarter: seen, confirmed }: { id: string; quarter: Quarter; confirmed: readonly string[] },
): Promise<WaveDetails> {
  const programme = await ownProgramme(ctx, actor, id)
  const next = await nextOf(ctx, programme)
  const isConfirmed = next.changes.every(change => confirmed.includes(changeKey(change)))
  if (compareQuarters(next.quarter, seen) !== 0 || next.standing || !isConfirmed)
    throw new AppError('wrong_state')
  const { survey, quarter } = next
  const { zone, calendar } = await houseOf(ctx)
  const opening = openingIn(quarter, next.last, { calendar, zone })
  const opensAt = max([opening, ctx.clock.now()])
  const asked =
    programme.kind === 'quarterly' && compareQuarters(survey.quarter, quarter) < 0
      ? await surveyForQuarter(ctx, actor, programme, next)
      : { surveyId: survey.id, version: next.version }
  const row = await draft(ctx, actor, programme, { ...asked, quarter, opensAt, zone })
  return detailsOf(ctx, row, scopeOf(actor, row))
}

interface Next {
  survey: NonNullable<Awaited<ReturnType<typeof surveyDraft>>>
  version: number
  quarter: Quarter
  last: WaveRow | null
  standing: WaveRow | null
  changes: GroundChange[]
}

async function nextOf(ctx: Context, programme: ProgrammeRow): Promise<Next> {
  const survey = await surveyDraft(ctx, programme.surveyId)
  if (!survey || survey.latestVersion === null) throw new AppError('wrong_state')
  const waves = await waveBook.findWavesOfProgramme(ctx, programme._id)
  const last = waves.find(({ state }) => state !== 'draft') ?? null
  const quarter = last ? addQuarters(last.quarter, 1) : survey.quarter
  const standing =
    waves.find(wave => wave.state === 'draft' && compareQuarters(wave.quarter, quarter) === 0) ?? null
  const version = survey.latestVersion
  const changes = last
    ? groundChanges(
        await groundOf(ctx, last, last, sizesOfWave(last)),
        await groundOf(ctx, programme, { surveyId: survey.id, version }, await sizesNow(ctx, programme)),
      )
    : []
  return { survey, version, quarter, last, standing, changes }
}

async function groundOf(
  ctx: Context,
  intention: Pick<WaveRow, 'regionIds' | 'audience'> &
    ({ sample: WaveRow['sample'] } | Pick<ProgrammeRow, 'design'>),
  asked: { surveyId: string; version: number },
  sizes: Record<string, number>,
): Promise<WaveGround> {
  const version = await publishedVersion(ctx, asked.surveyId, asked.version)
  if (!version) throw new AppError('wrong_state')
  const { factorModel } = version.definition
  const model = await findFactorModel(ctx, factorModel)
  const { regionIds, audience } = intention
  return {
    regionIds,
    audience,
    sampling: designName('sample' in intention ? intention.sample.design : intention.design),
    sizes,
    factorModel,
    factors: model?.factors.map(({ key }) => key) ?? [],
  }
}

function sizesOfWave({ sample }: WaveRow): Record<string, number> {
  return sample.drawn?.sizes ?? {}
}

function sizesNow(ctx: Context, { _id, regionIds, audience, design }: ProgrammeRow) {
  return sizesOf(ctx, {
    waveId: '',
    programmeId: _id,
    regionIds,
    audience,
    design,
    deviations: null,
    panel: null,
    seed: '',
    createdUntil: ctx.clock.now(),
  })
}

/** The survey of a quarter: what was asked last, under the new quarter's name, published. The programme asks it from now on. */
async function surveyForQuarter(
  ctx: Context,
  actor: StaffMember,
  programme: ProgrammeRow,
  { survey, version, quarter }: Next,
): Promise<{ surveyId: string; version: number }> {
  if (!can(actor, 'survey.publish', { regionId: null })) throw new AppError('not_found')
  const before = await publishedVersion(ctx, survey.id, version)
  if (!before) throw new AppError('wrong_state')
  const definition = inQuarter(before.definition, before.kind, { from: survey.quarter, to: quarter })
  const fresh = await keepNewSurvey(
    ctx,
    actor,
    { kind: before.kind, quarter, definition },
    `from version ${version} of survey ${survey.id}`,
  )
  const { number } = await publishSurvey(ctx, actor, { id: fresh.id, revision: fresh.revision })
  if (!(await moveToSurvey(ctx, actor, programme, fresh.id))) throw new AppError('wrong_state')
  return { surveyId: fresh.id, version: number }
}

async function draft(
  ctx: Context,
  actor: StaffMember,
  programme: ProgrammeRow,
  what: { surveyId: string; version: number; quarter: Quarter; opensAt: Date; zone: string },
): Promise<WaveRow> {
  const { regionIds, audience, design, reminders, sending, days } = programme
  const waves = await waveBook.findWavesOfProgramme(ctx, programme._id)
  const launched = waves.filter(({ state }) => state !== 'draft')
  return draftWave(ctx, actor, {
    programmeId: programme._id,
    surveyId: what.surveyId,
    version: what.version,
    quarter: what.quarter,
    plan: {
      regionIds,
      audience: {
        kinds: [...audience.kinds],
        segments: [...audience.segments],
        seniorities: [...audience.seniorities],
      },
      design: { ...design, quotas: { ...design.quotas } },
      reminders,
      sending,
    },
    deviations: await deviationsFrom(ctx, actor, launched),
    panel: design.panels === null ? null : panelOfWave({ wave: launched.length, panels: design.panels }),
    opensAt: what.opensAt,
    closesAt: closingOf(what.opensAt, days, what.zone),
  })
}

/** How far answers lay apart in the latest wave that tells. */
async function deviationsFrom(
  ctx: Context,
  actor: StaffMember,
  launched: readonly WaveRow[],
): Promise<Deviations | null> {
  for (const { _id: id, state } of launched) {
    if (state === 'scheduled') continue
    const { board, minimumCell } = await readBoard(ctx, actor, { id })
    const deviations = deviationsOf(board, minimumCell)
    if (Object.keys(deviations).length > 0) return deviations
  }
  return null
}

async function houseOf(ctx: Context) {
  const { zone, fiscalStartMonth } = await readOrganisation(ctx)
  return { zone, calendar: { startMonth: fiscalStartMonth, yearNaming: 'start' as const } }
}

function toView(change: GroundChange): GroundChangeView {
  const view: GroundChangeView = { key: changeKey(change), kind: change.kind }
  if ('regionId' in change) view.regionId = change.regionId
  if ('field' in change) view.field = change.field
  if ('before' in change) view.before = typeof change.before === 'object' ? [...change.before] : change.before
  if ('after' in change) view.after = typeof change.after === 'object' ? [...change.after] : change.after
  if ('added' in change) view.added = [...change.added]
  if ('dropped' in change) view.dropped = [...change.dropped]
  return view
}

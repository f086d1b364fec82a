import { createHash } from 'node:crypto'
import type { StaffMember } from '@sixfold/contract/staff'
import type { SaveBatch, Survey, SurveyDraft, SurveyVersion, VersionHead } from '@sixfold/contract/surveys'
import type { UiLanguage } from '@sixfold/contract/words'
import type { Language } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import type { Quarter } from '@sixfold/domain/quarter'
import { compareQuarters } from '@sixfold/domain/quarter'
import { canonicalJson } from '@sixfold/domain/survey/canonical-json'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { applyOperations } from '@sixfold/domain/survey/edit'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { presetSurvey } from '@sixfold/domain/survey/preset'
import { isPublishable, reviewSurvey } from '@sixfold/domain/survey/review'
import type { Continues, QuestionChanges } from '@sixfold/domain/survey/versions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { planOf } from '../collection-plans/service.ts'
import { findFactorModel, takeFactorModel } from '../factor-models/service.ts'
import type { VersionMark } from '../survey-versions/service.ts'
import {
  freezeVersion,
  publishedVersion as knownVersion,
  latestMarks,
  latestVersion,
  versionHeads,
} from '../survey-versions/service.ts'
import { announceChange } from './live.ts'
import type { SurveyRow } from './store.ts'
import { findSurvey, findSurveys, insertSurvey, replaceDraft } from './store.ts'
import type { SaveRefusal } from './words.ts'
import { saveRefusalWords } from './words.ts'

export async function listSurveys(ctx: Context, actor: StaffMember): Promise<Survey[]> {
  if (!can(actor, 'survey.read', WHOLE_HOUSE)) throw new AppError('not_found')
  const rows = await findSurveys(ctx)
  const ids = rows.map(({ _id }) => _id)
  const latest = await latestMarks(ctx, ids)
  return rows.map(row => toSurvey(row, latest.get(row._id) ?? null))
}

export interface NewSurvey {
  kind?: SurveyKind
  factorModel: string
  /** The latest, unless another one is named. */
  factorModelVersion?: number
  quarter: Quarter
  languages: Language[]
}

/** Makes a survey of a factor model: a draft that could be published as it stands. */
export async function createSurvey(ctx: Context, actor: StaffMember, input: NewSurvey): Promise<SurveyDraft> {
  if (!can(actor, 'survey.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  const model = await takeFactorModel(ctx, { key: input.factorModel, version: input.factorModelVersion })
  const [first, ...others] = new Set(input.languages)
  if (!model || first === undefined) throw new AppError('not_found')
  const { name: organisation } = await readOrganisation(ctx)
  const { kind = 'quarterly' } = input
  const definition = presetSurvey(kind, model, {
    languages: [first, ...others],
    quarter: input.quarter,
    organisation,
  })
  return keepNewSurvey(ctx, actor, { kind, quarter: input.quarter, definition })
}

/** Keeps a definition as the draft of a new survey, for this feature and those that make one from elsewhere. */
export async function keepNewSurvey(
  ctx: Context,
  actor: StaffMember,
  { kind, quarter, definition }: { kind: SurveyKind; quarter: Quarter; definition: SurveyDefinition },
  detail = '',
): Promise<SurveyDraft> {
  const now = ctx.clock.now()
  const row = await insertSurvey(ctx, {
    kind,
    quarter,
    ...contentOf(definition),
    revision: 1,
    createdAt: now,
    updatedAt: now,
    updatedBy: actor.name,
  })
  await record(ctx, actor, 'survey.created', `survey:${row._id}`, detail)
  return toDraft(row, null)
}

export async function readSurvey(ctx: Context, actor: StaffMember, id: string): Promise<SurveyDraft> {
  if (!can(actor, 'survey.read', WHOLE_HOUSE)) throw new AppError('not_found')
  return readDraft(ctx, id)
}

export interface SurveySave {
  id: string
  revision: number
  operations: SurveyOperation[]
  batch?: SaveBatch
}

/**
 * Applies operations to the draft that the caller saw. Whoever saves second gets a conflict with what stands now.
 * A batch that arrived before is answered with what stands now and not applied again.
 */
export async function saveSurvey(
  ctx: Context,
  actor: StaffMember,
  save: SurveySave,
  language: UiLanguage,
): Promise<SurveyDraft> {
  const { id, revision, operations, batch } = save
  if (!can(actor, 'survey.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  const row = await findSurvey(ctx, id)
  if (!row) throw new AppError('not_found')
  if (batch && hasArrived(row, batch)) return toDraft(row, await latestVersion(ctx, id))
  if (row.revision !== revision) throw await conflict(ctx, id)
  const definition = await editedDefinition(ctx, row, operations, language)
  const saved = await replaceDraft(
    ctx,
    { id, revision },
    {
      ...contentOf(definition),
      writers: batch ? withBatch(row, batch) : (row.writers ?? []),
      updatedAt: ctx.clock.now(),
      updatedBy: actor.name,
    },
  )
  // Somebody saved in this moment; it may have been this very batch, sent twice.
  if (!saved) return saveSurvey(ctx, actor, save, language)
  announceChange(ctx, saved, { by: actor.name, published: false })
  return toDraft(saved, await latestVersion(ctx, id))
}

/** What the operations make of a draft; a refusal names the operation at which it cannot go on. */
async function editedDefinition(
  ctx: Context,
  { definition: before }: SurveyRow,
  operations: readonly SurveyOperation[],
  language: UiLanguage,
): Promise<SurveyDefinition> {
  const refusal = (at: number, reason: SaveRefusal) =>
    new AppError('invalid_input', {
      fields: [{ path: `operations.${at}`, message: saveRefusalWords(language)(reason) }],
    })
  const result = applyOperations(before, operations)
  if (!result.ok) throw refusal(result.at, result.reason)
  const { definition } = result
  const { key, version } = definition.factorModel
  const isSameModel = key === before.factorModel.key && version === before.factorModel.version
  if (!isSameModel && !(await takeFactorModel(ctx, { key, version })))
    throw refusal(
      operations.findLastIndex(({ op }) => op === 'set-factor-model'),
      'unknown_factor_model',
    )
  if (JSON.stringify(definition).length > SURVEY_LIMITS.size) throw refusal(operations.length - 1, 'too_many')
  return definition
}

export interface Publication {
  id: string
  revision: number
  /** What the author says of questions; where they say nothing, the proposal stands. */
  verdicts?: QuestionChanges
  continues?: Continues
}

/** Freezes the draft as the next version. Publishing what is published already gives that version again. */
export async function publishSurvey(
  ctx: Context,
  actor: StaffMember,
  { id, revision, verdicts = {}, continues = {} }: Publication,
  language: UiLanguage = actor.language,
): Promise<SurveyVersion> {
  if (!can(actor, 'survey.publish', WHOLE_HOUSE)) throw new AppError('not_found')
  const row = await surveyAt(ctx, id, revision)
  const findings = await reviewDraft(ctx, row)
  if (!isPublishable(findings)) throw new AppError('not_publishable', { data: { findings } })
  const { version, fresh } = await freezeVersion(
    ctx,
    actor,
    {
      surveyId: id,
      kind: row.kind,
      definition: row.definition,
      contentHash: row.contentHash,
      verdicts: { changes: verdicts, continues },
    },
    () => versionOfEarlierQuarter(ctx, row),
    language,
  )
  if (fresh) {
    await record(ctx, actor, 'survey.published', `survey:${id}`, `version ${version.number}`)
    announceChange(ctx, row, { by: actor.name, published: true })
  }
  return version
}

export async function readVersion(
  ctx: Context,
  actor: StaffMember,
  { id, number }: { id: string; number: number },
): Promise<SurveyVersion> {
  if (!can(actor, 'survey.read', WHOLE_HOUSE)) throw new AppError('not_found')
  const version = await publishedVersion(ctx, id, number)
  if (!version) throw new AppError('not_found')
  return version
}

/** The published versions of a survey, the latest first. */
export async function listVersions(ctx: Context, actor: StaffMember, id: string): Promise<VersionHead[]> {
  if (!can(actor, 'survey.read', WHOLE_HOUSE) || !(await findSurvey(ctx, id))) throw new AppError('not_found')
  return versionHeads(ctx, id)
}

/** What the draft is compared with when it is published: its latest version, else that of an earlier quarter. */
export async function readVersionBefore(
  ctx: Context,
  actor: StaffMember,
  id: string,
): Promise<SurveyVersion | null> {
  const row = can(actor, 'survey.read', WHOLE_HOUSE) ? await findSurvey(ctx, id) : null
  if (!row) throw new AppError('not_found')
  return (await latestVersion(ctx, id)) ?? versionOfEarlierQuarter(ctx, row)
}

/** A published version for other features, which decide for themselves who may see it; null when there is none. */
export function publishedVersion(
  ctx: Context,
  surveyId: string,
  number: number,
): Promise<SurveyVersion | null> {
  return knownVersion(ctx, { surveyId, number })
}

/** The draft for other features, such as a preview; null when there is none. */
export async function surveyDraft(ctx: Context, id: string): Promise<SurveyDraft | null> {
  const row = await findSurvey(ctx, id)
  return row && toDraft(row, await latestVersion(ctx, id))
}

/** Surveys belong to the whole organisation: people of single regions read them. */
const WHOLE_HOUSE = { regionId: null }

async function readDraft(ctx: Context, id: string): Promise<SurveyDraft> {
  const draft = await surveyDraft(ctx, id)
  if (!draft) throw new AppError('not_found')
  return draft
}

async function surveyAt(ctx: Context, id: string, revision: number): Promise<SurveyRow> {
  const row = await findSurvey(ctx, id)
  if (!row) throw new AppError('not_found')
  if (row.revision !== revision) throw await conflict(ctx, id)
  return row
}

async function conflict(ctx: Context, id: string): Promise<AppError> {
  return new AppError('revision_conflict', { data: { current: await readDraft(ctx, id) } })
}

/** So many tabs are remembered: one that has not saved for as many others' saves has long had its answer. */
const WRITERS_KEPT = 200

function hasArrived({ writers = [] }: SurveyRow, { writer, number }: SaveBatch): boolean {
  return writers.some(known => known.writer === writer && known.number >= number)
}

function withBatch({ writers = [] }: SurveyRow, batch: SaveBatch): SaveBatch[] {
  const others = writers.filter(({ writer }) => writer !== batch.writer)
  return [...others.slice(1 - WRITERS_KEPT), batch]
}

/** What an earlier survey of this kind asked last: a first version continues it, so that trends know what stayed the same. */
async function versionOfEarlierQuarter(ctx: Context, row: SurveyRow): Promise<SurveyVersion | null> {
  const earlier = (await findSurveys(ctx)).filter(
    other =>
      other._id !== row._id && other.kind === row.kind && compareQuarters(other.quarter, row.quarter) < 0,
  )
  for (const { _id } of earlier) {
    const version = await latestVersion(ctx, _id)
    if (version) return version
  }
  return null
}

async function reviewDraft(ctx: Context, { _id, kind, definition }: SurveyRow) {
  const { key, version } = definition.factorModel
  const [model, plan] = await Promise.all([findFactorModel(ctx, { key, version }), planOf(ctx, _id)])
  if (!model) throw new Error(`the factor model ${key}, version ${version}, is gone`)
  return reviewSurvey(definition, model, { kind, uses: plan?.content.uses ?? [] })
}

function contentOf(definition: SurveyDefinition): Pick<SurveyRow, 'definition' | 'contentHash'> {
  const contentHash = createHash('sha256').update(canonicalJson(definition)).digest('hex')
  return { definition, contentHash }
}

function toSurvey(row: SurveyRow, latest: Pick<VersionMark, 'number' | 'contentHash'> | null): Survey {
  return {
    id: row._id,
    kind: row.kind,
    quarter: row.quarter,
    title: row.definition.title,
    languages: [...row.definition.languages],
    factorModel: row.definition.factorModel,
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedBy,
    latestVersion: latest?.number ?? null,
    changedSincePublished: latest !== null && latest.contentHash !== row.contentHash,
  }
}

function toDraft(row: SurveyRow, latest: Pick<VersionMark, 'number' | 'contentHash'> | null): SurveyDraft {
  return { ...toSurvey(row, latest), definition: row.definition }
}

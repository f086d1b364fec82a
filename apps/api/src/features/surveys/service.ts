import { createHash } from 'node:crypto'
import type { FieldFault } from '@sixfold/contract/errors'
import type { StaffMember } from '@sixfold/contract/staff'
import type { Survey, SurveyDraft, SurveyVersion } from '@sixfold/contract/surveys'
import type { UiLanguage } from '@sixfold/contract/words'
import type { Language } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import type { Quarter } from '@sixfold/domain/quarter'
import { compareQuarters } from '@sixfold/domain/quarter'
import { canonicalJson } from '@sixfold/domain/survey/canonical-json'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SurveyOperation } from '@sixfold/domain/survey/edit'
import { applyOperations } from '@sixfold/domain/survey/edit'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import { isPublishable, reviewSurvey } from '@sixfold/domain/survey/review'
import { compareVersions } from '@sixfold/domain/survey/versions'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { record } from '../audit/service.ts'
import { findFactorModel } from '../factor-models/service.ts'
import { readOrganisation } from '../organisation/service.ts'
import type { SurveyRow, SurveyVersionRow, VersionHead } from './store.ts'
import {
  findLatestVersion,
  findSurvey,
  findSurveys,
  findVersion,
  findVersionHeads,
  insertSurvey,
  insertVersion,
  replaceDraft,
} from './store.ts'
import { editRefusalWords } from './words.ts'

export async function listSurveys(ctx: Context, actor: StaffMember): Promise<Survey[]> {
  if (!can(actor, 'survey.read', WHOLE_HOUSE)) throw new AppError('not_found')
  const rows = await findSurveys(ctx)
  const latest = new Map<string, VersionHead>()
  for (const head of await findVersionHeads(
    ctx,
    rows.map(({ _id }) => _id),
  ))
    latest.set(head.surveyId, head)
  return rows.map(row => toSurvey(row, latest.get(row._id) ?? null))
}

export interface NewSurvey {
  factorModel: string
  quarter: Quarter
  languages: Language[]
}

/** Makes the quarterly survey of a factor model: a draft that could be published as it stands. */
export async function createSurvey(ctx: Context, actor: StaffMember, input: NewSurvey): Promise<SurveyDraft> {
  if (!can(actor, 'survey.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  const model = findFactorModel(input.factorModel)
  const [first, ...others] = new Set(input.languages)
  if (!model || first === undefined) throw new AppError('not_found')
  const { name: organisation } = await readOrganisation(ctx)
  const definition = quarterlySurvey(model, {
    languages: [first, ...others],
    quarter: input.quarter,
    organisation,
  })
  const now = ctx.clock.now()
  const row = await insertSurvey(ctx, {
    quarter: input.quarter,
    ...contentOf(definition),
    revision: 1,
    createdAt: now,
    updatedAt: now,
    updatedBy: actor.name,
  })
  await record(ctx, actor, 'survey.created', `survey:${row._id}`)
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
}

/** Applies operations to the draft that the caller saw. Whoever saves second gets a conflict with what stands now. */
export async function saveSurvey(
  ctx: Context,
  actor: StaffMember,
  { id, revision, operations }: SurveySave,
  language: UiLanguage,
): Promise<SurveyDraft> {
  if (!can(actor, 'survey.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  const row = await surveyAt(ctx, id, revision)
  const result = applyOperations(row.definition, operations)
  if (!result.ok) {
    const field: FieldFault = {
      path: `operations.${result.at}`,
      message: editRefusalWords(language)(result.reason),
    }
    throw new AppError('invalid_input', { fields: [field] })
  }
  const saved = await replaceDraft(
    ctx,
    { id, revision },
    { ...contentOf(result.definition), updatedAt: ctx.clock.now(), updatedBy: actor.name },
  )
  if (!saved) throw await conflict(ctx, id)
  return toDraft(saved, await findLatestVersion(ctx, id))
}

/** Freezes the draft as the next version. Publishing what is published already gives that version again. */
export async function publishSurvey(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number },
): Promise<SurveyVersion> {
  if (!can(actor, 'survey.publish', WHOLE_HOUSE)) throw new AppError('not_found')
  const row = await surveyAt(ctx, id, revision)
  const findings = reviewDraft(row.definition)
  if (!isPublishable(findings)) throw new AppError('not_publishable', { data: { findings } })
  for (;;) {
    const latest = await findLatestVersion(ctx, id)
    if (latest?.contentHash === row.contentHash) return toVersion(latest)
    const version = await insertVersion(ctx, {
      surveyId: id,
      number: (latest?.number ?? 0) + 1,
      contentHash: row.contentHash,
      definition: row.definition,
      changes: compareVersions(
        (latest ?? (await versionOfQuarterBefore(ctx, row)))?.definition ?? null,
        row.definition,
      ),
      publishedAt: ctx.clock.now(),
      publishedBy: actor.name,
    })
    // Null: somebody published in this moment. Look again, their version may be this very text.
    if (!version) continue
    await record(ctx, actor, 'survey.published', `survey:${id}`, `version ${version.number}`)
    return toVersion(version)
  }
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

/** A published version for other features, which decide for themselves who may see it; null when there is none. */
export async function publishedVersion(
  ctx: Context,
  surveyId: string,
  number: number,
): Promise<SurveyVersion | null> {
  const row = await findVersion(ctx, surveyId, number)
  return row && toVersion(row)
}

/** The draft for other features, such as a preview; null when there is none. */
export async function surveyDraft(ctx: Context, id: string): Promise<SurveyDraft | null> {
  const row = await findSurvey(ctx, id)
  return row && toDraft(row, await findLatestVersion(ctx, id))
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

/** What the quarter before asked last: a first version continues it, so that trends know what stayed the same. */
async function versionOfQuarterBefore(ctx: Context, row: SurveyRow): Promise<SurveyVersionRow | null> {
  const earlier = (await findSurveys(ctx)).filter(
    other => other._id !== row._id && compareQuarters(other.quarter, row.quarter) < 0,
  )
  for (const { _id } of earlier) {
    const version = await findLatestVersion(ctx, _id)
    if (version) return version
  }
  return null
}

function reviewDraft(definition: SurveyDefinition) {
  const model = findFactorModel(definition.factorModel.key)
  if (!model) throw new Error(`the factor model ${definition.factorModel.key} is not in this release`)
  return reviewSurvey(definition, model)
}

function contentOf(definition: SurveyDefinition): Pick<SurveyRow, 'definition' | 'contentHash'> {
  const contentHash = createHash('sha256').update(canonicalJson(definition)).digest('hex')
  return { definition, contentHash }
}

function toSurvey(row: SurveyRow, latest: Pick<VersionHead, 'number' | 'contentHash'> | null): Survey {
  return {
    id: row._id,
    quarter: row.quarter,
    title: row.definition.title,
    languages: [...row.definition.languages],
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedBy,
    latestVersion: latest?.number ?? null,
    changedSincePublished: latest !== null && latest.contentHash !== row.contentHash,
  }
}

function toDraft(row: SurveyRow, latest: VersionHead | null): SurveyDraft {
  return { ...toSurvey(row, latest), definition: row.definition }
}

function toVersion({ _id, publishedAt, ...version }: SurveyVersionRow): SurveyVersion {
  return { ...version, changes: { ...version.changes }, publishedAt: publishedAt.toISOString() }
}

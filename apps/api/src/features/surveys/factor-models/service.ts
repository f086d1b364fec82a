import type { FieldFault } from '@sixfold/contract/errors'
import type { KeptFactorModel, ModelContent } from '@sixfold/contract/factor-models'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import type { FactorModel } from '@sixfold/domain/factor-model'
import type { ModelPlace } from '@sixfold/domain/factor-model-faults'
import { modelFaults } from '@sixfold/domain/factor-model-faults'
import { presetFactorModels } from '@sixfold/domain/factor-models/presets'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import type { ModelRow } from './store.ts'
import {
  deleteModel,
  findLatestModel,
  findModel,
  findModels,
  insertModel,
  markUsed,
  replaceModel,
} from './store.ts'
import { modelFaultWords } from './words.ts'

/** A model is named by its key and its version. */
type ModelVersion = Pick<FactorModel, 'key' | 'version'>

/** The presets, the default first, then the own models in their latest version. */
export async function listFactorModels(ctx: Context, actor: StaffMember): Promise<KeptFactorModel[]> {
  if (!can(actor, 'survey.read', WHOLE_HOUSE)) throw new AppError('not_found')
  const rows = await findModels(ctx)
  const latest = rows.filter((row, at) => rows[at - 1]?.key !== row.key)
  return [...presetFactorModels.map(keptPreset), ...latest.map(toKept)]
}

export async function readFactorModel(
  ctx: Context,
  actor: StaffMember,
  which: ModelVersion,
): Promise<KeptFactorModel> {
  if (!can(actor, 'survey.read', WHOLE_HOUSE)) throw new AppError('not_found')
  const preset = presetOf(which)
  const row = preset ? null : await findModel(ctx, which)
  if (preset) return keptPreset(preset)
  if (!row) throw new AppError('not_found')
  return toKept(row)
}

/** Keeps a new model of the house's own. */
export async function createFactorModel(
  ctx: Context,
  actor: StaffMember,
  model: ModelContent,
  language: UiLanguage,
): Promise<KeptFactorModel> {
  if (!can(actor, 'survey.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  refuseFaulty(model, language)
  const row = await insertModel(ctx, { key: `own-${newId()}`, version: 1 }, signed(ctx, actor, model))
  if (!row) throw new AppError('internal', { cause: new Error('a fresh key was taken') })
  await record(ctx, actor, 'factor-model.created', `factor-model:${row.key}`)
  return toKept(row)
}

export interface ModelSave extends ModelVersion {
  revision: number
  model: ModelContent
}

/** Saves into the version itself while no survey uses it, else as the next version: nothing changes under a survey. */
export async function saveFactorModel(
  ctx: Context,
  actor: StaffMember,
  { key, version, revision, model }: ModelSave,
  language: UiLanguage,
): Promise<KeptFactorModel> {
  if (!can(actor, 'survey.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  const content = signed(ctx, actor, model)
  const seen = await findModel(ctx, { key, version })
  if (!seen) throw new AppError('not_found')
  refuseFaulty(model, language)
  // The row may be taken by a survey between the two: then the first one fails, and the second one is right.
  const saved =
    (await replaceModel(ctx, { key, version, revision }, content)) ??
    (seen.revision === revision && (await findModel(ctx, { key, version }))?.used
      ? await insertModel(ctx, { key, version: version + 1 }, content)
      : null)
  if (!saved) throw await conflict(ctx, key)
  await record(ctx, actor, 'factor-model.saved', `factor-model:${key}`, `version ${saved.version}`)
  return toKept(saved)
}

/** Removes a version that no survey uses; an earlier one, where there is one, is the latest again. */
export async function removeFactorModel(
  ctx: Context,
  actor: StaffMember,
  { key, version, revision }: ModelVersion & { revision: number },
): Promise<void> {
  if (!can(actor, 'survey.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  if (!(await deleteModel(ctx, { key, version, revision }))) {
    const row = await findModel(ctx, { key, version })
    if (!row) throw new AppError('not_found')
    throw row.used ? new AppError('wrong_state') : await conflict(ctx, key)
  }
  await record(ctx, actor, 'factor-model.removed', `factor-model:${key}`, `version ${version}`)
}

/**
 * Takes a model for a survey, in its latest version unless one is named: from now on this version stays as it is.
 * Null when there is none.
 */
export async function takeFactorModel(
  ctx: Context,
  { key, version }: { key: string; version?: number | undefined },
): Promise<FactorModel | null> {
  const preset = presetFactorModels.find(model => model.key === key)
  if (preset) return version === undefined || version === preset.version ? preset : null
  const wanted = version ?? (await findLatestModel(ctx, key))?.version
  const row = wanted === undefined ? null : await markUsed(ctx, { key, version: wanted })
  return row && toModel(row)
}

const known = new WeakMap<Context['db'], Map<string, FactorModel>>()

/** The model of a survey; null when there is none. One that a survey uses never changes, so it is read once. */
export async function findFactorModel(ctx: Context, which: ModelVersion): Promise<FactorModel | null> {
  const preset = presetOf(which)
  if (preset) return preset
  const models = known.get(ctx.db) ?? new Map<string, FactorModel>()
  known.set(ctx.db, models)
  const name = `${which.key}@${which.version}`
  const found = models.get(name)
  if (found) return found
  const row = await findModel(ctx, which)
  if (row?.used) models.set(name, toModel(row))
  return row && toModel(row)
}

/** Models belong to the whole organisation. */
const WHOLE_HOUSE = { regionId: null }

function presetOf({ key, version }: ModelVersion): FactorModel | undefined {
  return presetFactorModels.find(model => model.key === key && model.version === version)
}

function refuseFaulty(model: ModelContent, language: UiLanguage): void {
  const say = modelFaultWords(language)
  const fields = modelFaults({ key: 'own', version: 1, ...model })
    .filter(({ severity }) => severity === 'stops')
    .map(({ code, place }): FieldFault => ({ path: pathOf(model, place), message: say(code) }))
  if (fields.length > 0) throw new AppError('invalid_input', { fields })
}

/** Where a fault stands in the body: `model.factors.2.attributes.0.name.en`. */
function pathOf({ factors }: ModelContent, { factor, attribute, field, language }: ModelPlace): string {
  const at = factors.findIndex(({ key }) => key === factor)
  const within = factors[at]?.attributes.findIndex(({ key }) => key === attribute) ?? -1
  const steps = [
    'model',
    ...(factor === undefined ? [] : ['factors', at]),
    ...(attribute === undefined ? [] : ['attributes', within]),
    ...(field === undefined ? [] : [field]),
    ...(language === undefined ? [] : [language]),
  ]
  return steps.join('.')
}

async function conflict(ctx: Context, key: string): Promise<AppError> {
  const latest = await findLatestModel(ctx, key)
  return latest
    ? new AppError('revision_conflict', { data: { current: toKept(latest) } })
    : new AppError('not_found')
}

function signed(ctx: Context, { name }: StaffMember, model: ModelContent) {
  return { ...model, savedAt: ctx.clock.now(), savedBy: name }
}

function toModel({ key, version, name, source, factors }: ModelRow): FactorModel {
  return { key, version, name, source, factors }
}

function toKept({ _id, savedAt, factors, ...row }: ModelRow): KeptFactorModel {
  return { ...row, origin: 'own', factors: mutable(factors), savedAt: savedAt.toISOString() }
}

function keptPreset({ factors, ...model }: FactorModel): KeptFactorModel {
  return {
    ...model,
    factors: mutable(factors),
    origin: 'preset',
    revision: 1,
    used: true,
    savedAt: null,
    savedBy: null,
  }
}

function mutable(factors: FactorModel['factors']): KeptFactorModel['factors'] {
  return factors.map(factor => ({ ...factor, attributes: [...factor.attributes] }))
}

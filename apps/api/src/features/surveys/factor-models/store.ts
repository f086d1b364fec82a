import type { Factor } from '@sixfold/domain/factor-model'
import type { LocalText } from '@sixfold/domain/local-text'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** One version of an own factor model. `used` never becomes false again: from then on the version stays as it is. */
export interface ModelRow {
  _id: string
  key: string
  version: number
  revision: number
  used: boolean
  name: LocalText
  source: string
  factors: readonly Factor[]
  savedAt: Date
  savedBy: string
}

type ModelContent = Pick<ModelRow, 'name' | 'source' | 'factors' | 'savedAt' | 'savedBy'>

const models = defineCollection<ModelRow>(
  'factorModels',
  {
    _id: String,
    key: String,
    version: Number,
    revision: Number,
    used: Boolean,
    name: {},
    source: String,
    factors: {},
    savedAt: Date,
    savedBy: String,
  },
  [{ fields: { key: 1, version: -1 }, unique: true }],
)

interface ModelVersion {
  key: string
  version: number
}

const idOf = ({ key, version }: ModelVersion) => `${key}@${version}`

/** Every version of every own model, by key, the latest first. */
export function findModels(ctx: Context): Promise<ModelRow[]> {
  return models(ctx).find({}).sort({ key: 1, version: -1 }).lean<ModelRow[]>().exec()
}

export function findModel(ctx: Context, which: ModelVersion): Promise<ModelRow | null> {
  return models(ctx).findById(idOf(which)).lean<ModelRow>().exec()
}

export function findLatestModel(ctx: Context, key: string): Promise<ModelRow | null> {
  return models(ctx).findOne({ key }).sort({ version: -1 }).lean<ModelRow>().exec()
}

/** Marks a version as used and gives it as it stands from now on; null when there is none. */
export function markUsed(ctx: Context, which: ModelVersion): Promise<ModelRow | null> {
  return models(ctx)
    .findOneAndUpdate({ _id: idOf(which) }, { $set: { used: true } }, { returnDocument: 'after' })
    .lean<ModelRow>()
    .exec()
}

/** Null when the version is there already. */
export async function insertModel(
  ctx: Context,
  which: ModelVersion,
  content: ModelContent,
): Promise<ModelRow | null> {
  const { key, version } = which
  const row: ModelRow = { _id: idOf(which), key, version, revision: 1, used: false, ...content }
  try {
    await models(ctx).create(row)
    return row
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

/** Replaces an unused version that still stands at `revision`; null otherwise. */
export function replaceModel(
  ctx: Context,
  { revision, ...which }: ModelVersion & { revision: number },
  content: ModelContent,
): Promise<ModelRow | null> {
  return models(ctx)
    .findOneAndUpdate(
      { _id: idOf(which), revision, used: false },
      { $set: { ...content, revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<ModelRow>()
    .exec()
}

/** Removes an unused version that still stands at `revision`; false otherwise. */
export async function deleteModel(
  ctx: Context,
  { revision, ...which }: ModelVersion & { revision: number },
): Promise<boolean> {
  const { deletedCount } = await models(ctx)
    .deleteOne({ _id: idOf(which), revision, used: trusted({ $ne: true }) })
    .exec()
  return deletedCount > 0
}

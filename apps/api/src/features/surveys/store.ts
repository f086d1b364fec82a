import type { Quarter } from '@sixfold/domain/quarter'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { QuestionChanges } from '@sixfold/domain/survey/versions'
import type { Context } from '../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../db/collection.ts'

export interface SurveyRow {
  _id: string
  quarter: Quarter
  definition: SurveyDefinition
  /** Of `definition`; compared with the latest version's to say whether the draft has changed. */
  contentHash: string
  /** Rises by one with every save; a save names the revision that it was made on. */
  revision: number
  createdAt: Date
  updatedAt: Date
  updatedBy: string
}

/** Immutable: there is an insert and there are reads. */
export interface SurveyVersionRow {
  _id: string
  surveyId: string
  number: number
  contentHash: string
  definition: SurveyDefinition
  changes: QuestionChanges
  publishedAt: Date
  publishedBy: string
}

const quarter = { year: Number, quarter: Number }

const surveys = defineCollection<SurveyRow>(
  'surveys',
  {
    _id: String,
    quarter,
    definition: {},
    contentHash: String,
    revision: Number,
    createdAt: Date,
    updatedAt: Date,
    updatedBy: String,
  },
  [{ fields: { 'quarter.year': -1, 'quarter.quarter': -1, _id: -1 } }],
)

const versions = defineCollection<SurveyVersionRow>(
  'surveyVersions',
  {
    _id: String,
    surveyId: String,
    number: Number,
    contentHash: String,
    definition: {},
    changes: {},
    publishedAt: Date,
    publishedBy: String,
  },
  [{ fields: { surveyId: 1, number: 1 }, unique: true }],
)

export async function insertSurvey(ctx: Context, row: Omit<SurveyRow, '_id'>): Promise<SurveyRow> {
  const full = { _id: newId(), ...row }
  await surveys(ctx).create(full)
  return full
}

export function findSurvey(ctx: Context, id: string): Promise<SurveyRow | null> {
  return surveys(ctx).findById(id).lean<SurveyRow>().exec()
}

/** The latest quarter first, and in it the latest survey first. */
export function findSurveys(ctx: Context): Promise<SurveyRow[]> {
  return surveys(ctx)
    .find({})
    .sort({ 'quarter.year': -1, 'quarter.quarter': -1, _id: -1 })
    .lean<SurveyRow[]>()
    .exec()
}

/** Replaces the draft if it still stands at `revision`; null when somebody else was first. */
export function replaceDraft(
  ctx: Context,
  { id, revision }: { id: string; revision: number },
  draft: Pick<SurveyRow, 'definition' | 'contentHash' | 'updatedAt' | 'updatedBy'>,
): Promise<SurveyRow | null> {
  return surveys(ctx)
    .findOneAndUpdate(
      { _id: id, revision },
      { $set: { ...draft, revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<SurveyRow>()
    .exec()
}

/** Null when the survey has a version of this number already. */
export async function insertVersion(
  ctx: Context,
  row: Omit<SurveyVersionRow, '_id'>,
): Promise<SurveyVersionRow | null> {
  const full = { _id: newId(), ...row }
  try {
    await versions(ctx).create(full)
    return full
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

export function findVersion(
  ctx: Context,
  surveyId: string,
  number: number,
): Promise<SurveyVersionRow | null> {
  return versions(ctx).findOne({ surveyId, number }).lean<SurveyVersionRow>().exec()
}

export function findLatestVersion(ctx: Context, surveyId: string): Promise<SurveyVersionRow | null> {
  return versions(ctx).findOne({ surveyId }).sort({ number: -1 }).lean<SurveyVersionRow>().exec()
}

export type VersionHead = Pick<SurveyVersionRow, 'surveyId' | 'number' | 'contentHash'>

/** Number and hash of every version of these surveys, the earliest first. */
export function findVersionHeads(ctx: Context, surveyIds: readonly string[]): Promise<VersionHead[]> {
  return versions(ctx)
    .find({ surveyId: trusted({ $in: [...surveyIds] }) }, { surveyId: 1, number: 1, contentHash: 1 })
    .sort({ number: 1 })
    .lean<VersionHead[]>()
    .exec()
}

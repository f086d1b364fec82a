import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import type { Continues, QuestionChanges } from '@sixfold/domain/survey/versions'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'

/** Names a version for ever. */
export interface VersionName {
  surveyId: string
  number: number
}

/** Immutable: there is an insert and there are reads. */
export interface SurveyVersionRow extends VersionName {
  _id: string
  kind: SurveyKind
  contentHash: string
  definition: SurveyDefinition
  /** What `changes` tells of; null: everything is new. Versions of the first release do not say. */
  before?: VersionName | null
  changes: QuestionChanges
  continues?: Continues
  publishedAt: Date
  publishedBy: string
}

const versions = defineCollection<SurveyVersionRow>(
  'surveyVersions',
  {
    _id: String,
    kind: String,
    surveyId: String,
    number: Number,
    contentHash: String,
    definition: {},
    before: {},
    changes: {},
    continues: {},
    publishedAt: Date,
    publishedBy: String,
  },
  [{ fields: { surveyId: 1, number: 1 }, unique: true }],
)

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
  { surveyId, number }: VersionName,
): Promise<SurveyVersionRow | null> {
  return versions(ctx).findOne({ surveyId, number }).lean<SurveyVersionRow>().exec()
}

export function findLatestVersion(ctx: Context, surveyId: string): Promise<SurveyVersionRow | null> {
  return versions(ctx).findOne({ surveyId }).sort({ number: -1 }).lean<SurveyVersionRow>().exec()
}

export type VersionSummary = Omit<SurveyVersionRow, 'definition'>

/** Every version of a survey without what it asks, the latest first. */
export function findVersionSummaries(ctx: Context, surveyId: string): Promise<VersionSummary[]> {
  return versions(ctx)
    .find({ surveyId }, { definition: 0 })
    .sort({ number: -1 })
    .lean<VersionSummary[]>()
    .exec()
}

export type VersionMark = Pick<SurveyVersionRow, 'surveyId' | 'number' | 'contentHash'>

/** Number and hash of every version of these surveys, the earliest first. */
export function findVersionMarks(ctx: Context, surveyIds: readonly string[]): Promise<VersionMark[]> {
  return versions(ctx)
    .find({ surveyId: trusted({ $in: [...surveyIds] }) }, { surveyId: 1, number: 1, contentHash: 1 })
    .sort({ number: 1 })
    .lean<VersionMark[]>()
    .exec()
}

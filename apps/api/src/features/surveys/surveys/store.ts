import type { SaveBatch } from '@sixfold/contract/surveys'
import type { Quarter } from '@sixfold/domain/quarter'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import type { Context } from '../../../context.ts'
import { defineCollection, newId } from '../../../db/collection.ts'

export interface SurveyRow {
  _id: string
  kind: SurveyKind
  quarter: Quarter
  definition: SurveyDefinition
  /** Of `definition`; compared with the latest version's to say whether the draft has changed. */
  contentHash: string
  /** Rises by one with every save; a save names the revision that it was made on. */
  revision: number
  /** The last save of each browser tab that wrote here lately, the latest last: a save that comes again is recognised. */
  writers?: SaveBatch[]
  createdAt: Date
  updatedAt: Date
  updatedBy: string
}

const quarter = { year: Number, quarter: Number }

const surveys = defineCollection<SurveyRow>(
  'surveys',
  {
    _id: String,
    kind: String,
    quarter,
    definition: {},
    contentHash: String,
    revision: Number,
    writers: [{ _id: false, writer: String, number: Number }],
    createdAt: Date,
    updatedAt: Date,
    updatedBy: String,
  },
  [{ fields: { 'quarter.year': -1, 'quarter.quarter': -1, _id: -1 } }],
)

export async function insertSurvey(ctx: Context, row: Omit<SurveyRow, '_id'>): Promise<SurveyRow> {
  const full = { _id: newId(), ...row }
  await surveys(ctx).create(full)
  return full
}

export function findSurvey(ctx: Context, id: string): Promise<SurveyRow | null> {
  return surveys(ctx).findById(id).lean<SurveyRow>().exec()
}

export async function surveyExists(ctx: Context, id: string): Promise<boolean> {
  return (await surveys(ctx).exists({ _id: id })) !== null
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
  draft: Pick<SurveyRow, 'definition' | 'contentHash' | 'writers' | 'updatedAt' | 'updatedBy'>,
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

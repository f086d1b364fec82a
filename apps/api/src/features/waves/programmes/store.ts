import type { SampleDesign } from '@sixfold/domain/sampling/sample-design'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import type { AudienceFilter } from '@sixfold/domain/waves/audience'
import type { Context } from '../../../context.ts'
import { defineCollection, newId } from '../../../db/collection.ts'

/** A standing intention to ask: what its waves are drafted from. */
export interface ProgrammeRow {
  _id: string
  name: string
  kind: SurveyKind
  /** The next wave asks its latest version. */
  surveyId: string
  regionIds: string[]
  audience: AudienceFilter
  design: SampleDesign
  reminders: { afterDays: number[] }
  sending: { perHour: number | null }
  /** How long a wave takes answers. */
  days: number
  revision: number
  createdAt: Date
  updatedAt: Date
  updatedBy: string
}

const programmes = defineCollection<ProgrammeRow>('programmes', {
  _id: String,
  name: String,
  kind: String,
  surveyId: String,
  regionIds: [String],
  audience: {},
  design: {},
  reminders: {},
  sending: {},
  days: Number,
  revision: Number,
  createdAt: Date,
  updatedAt: Date,
  updatedBy: String,
})

export async function insertProgramme(
  ctx: Context,
  row: Omit<ProgrammeRow, '_id' | 'revision'>,
): Promise<ProgrammeRow> {
  const full = { _id: newId(), ...row, revision: 1 }
  await programmes(ctx).create(full)
  return full
}

export function findProgramme(ctx: Context, id: string): Promise<ProgrammeRow | null> {
  return programmes(ctx).findById(id).lean<ProgrammeRow>().exec()
}

export function findProgrammes(ctx: Context): Promise<ProgrammeRow[]> {
  return programmes(ctx).find({}).sort({ name: 1, _id: 1 }).lean<ProgrammeRow[]>().exec()
}

/** Null when somebody else saved since this revision. */
export function replaceProgramme(
  ctx: Context,
  { id, revision }: { id: string; revision: number },
  content: Partial<Omit<ProgrammeRow, '_id' | 'revision' | 'createdAt'>>,
): Promise<ProgrammeRow | null> {
  return programmes(ctx)
    .findOneAndUpdate(
      { _id: id, revision },
      { $set: { ...content, revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<ProgrammeRow>()
    .exec()
}

import type { StudyCriterion, StudyMeans, StudyState, TestSheet } from '@sixfold/domain/studies/study'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'

export interface FindingRow {
  id: string
  text: string
  factor: string | null
  kind: 'they_lead' | 'we_lead' | 'remark'
}

/** What staff say of a study. */
export interface StudyFields {
  title: string
  competitorId: string
  rivalProductId: string
  rivalVersionId: string | null
  oursId: string | null
  /** Null: about the market of all regions. */
  regionId: string | null
  means: StudyMeans
  obtainedOn: string | null
  returnBy: string | null
  cost: number | null
  plan: string
  criteria: (StudyCriterion & { method: string })[]
  testerIds: string[]
  findings: FindingRow[]
  conclusion: string
}

export interface StudyFileRow {
  id: string
  name: string
  bytes: number
  by: string
  at: Date
  note: string
}

/** A trial of a competitor's product. What each tester gives stands in a sheet of its own, so that none disturbs another. */
export interface StudyRow extends StudyFields {
  _id: string
  state: StudyState
  model: { key: string; version: number }
  files: StudyFileRow[]
  createdAt: Date
  createdBy: string
  updatedAt: Date
  finishedAt: Date | null
  revision: number
}

const studies = defineCollection<StudyRow>(
  'studies',
  {
    _id: String,
    title: String,
    competitorId: String,
    rivalProductId: String,
    rivalVersionId: String,
    oursId: String,
    regionId: String,
    means: String,
    obtainedOn: String,
    returnBy: String,
    cost: Number,
    plan: String,
    criteria: {},
    testerIds: [String],
    findings: {},
    conclusion: String,
    state: String,
    model: {},
    files: {},
    createdAt: Date,
    createdBy: String,
    updatedAt: Date,
    finishedAt: Date,
    revision: Number,
  },
  [{ fields: { updatedAt: -1, _id: -1 } }, { fields: { competitorId: 1 } }],
)

export interface SheetRow {
  _id: string
  studyId: string
  memberId: string
  sheet: TestSheet
  note: string
  at: Date
  revision: number
}

const sheets = defineCollection<SheetRow>(
  'studySheets',
  { _id: String, studyId: String, memberId: String, sheet: {}, note: String, at: Date, revision: Number },
  [{ fields: { studyId: 1 } }],
)

export async function insertStudy(
  ctx: Context,
  fields: StudyFields & Pick<StudyRow, 'model' | 'createdBy'>,
): Promise<StudyRow> {
  const now = ctx.clock.now()
  const row: StudyRow = {
    _id: newId(),
    ...fields,
    state: 'planned',
    files: [],
    createdAt: now,
    updatedAt: now,
    finishedAt: null,
    revision: 1,
  }
  await studies(ctx).create(row)
  return row
}

export function findStudy(ctx: Context, id: string): Promise<StudyRow | null> {
  return studies(ctx).findById(id).lean<StudyRow>().exec()
}

export interface StudySearch {
  /** Null: of all regions; studies of the whole house are in every search. */
  regionIds: readonly string[] | null
  competitorId?: string | undefined
  state?: StudyState | undefined
}

/** The one that was worked on last first. */
export function findStudies(ctx: Context, search: StudySearch): Promise<StudyRow[]> {
  return studies(ctx)
    .find(filterOf(search))
    .sort({ updatedAt: -1, _id: -1 })
    .limit(500)
    .lean<StudyRow[]>()
    .exec()
}

/** Null when it is no longer at this revision. */
export function updateStudy(
  ctx: Context,
  { _id, revision }: Pick<StudyRow, '_id' | 'revision'>,
  change: Partial<StudyFields & Pick<StudyRow, 'state' | 'finishedAt' | 'files'>>,
): Promise<StudyRow | null> {
  return studies(ctx)
    .findOneAndUpdate(
      { _id, revision },
      { $set: { ...change, updatedAt: ctx.clock.now(), revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<StudyRow>()
    .exec()
}

/** How many studies each competitor is in. */
export async function countStudiesBy(
  ctx: Context,
  regionIds: readonly string[] | null,
): Promise<Map<string, number>> {
  const counts = await studies(ctx).aggregate<{ _id: string; n: number }>([
    { $match: regionIds ? { $or: [{ regionId: null }, { regionId: { $in: [...regionIds] } }] } : {} },
    { $group: { _id: '$competitorId', n: { $sum: 1 } } },
  ])
  return new Map(counts.map(({ _id, n }) => [_id, n]))
}

/** Whether a study names one of these products or versions of competitors. */
export async function namedInStudies(ctx: Context, ids: readonly string[]): Promise<boolean> {
  const among = trusted({ $in: [...ids] })
  return (await studies(ctx).exists({ $or: [{ rivalProductId: among }, { rivalVersionId: among }] })) !== null
}

export function findSheets(ctx: Context, studyIds: readonly string[]): Promise<SheetRow[]> {
  return sheets(ctx)
    .find({ studyId: trusted({ $in: [...studyIds] }) })
    .sort({ _id: 1 })
    .lean<SheetRow[]>()
    .exec()
}

/** Keeps the points of a tester on the revision that was seen (0: none yet); null when another window was faster. */
export async function saveSheet(
  ctx: Context,
  { studyId, memberId }: Pick<SheetRow, 'studyId' | 'memberId'>,
  revision: number,
  given: Pick<SheetRow, 'sheet' | 'note'>,
): Promise<SheetRow | null> {
  const _id = `${studyId}:${memberId}`
  const fields = { ...given, at: ctx.clock.now() }
  if (revision > 0)
    return sheets(ctx)
      .findOneAndUpdate(
        { _id, revision },
        { $set: { ...fields, revision: revision + 1 } },
        { returnDocument: 'after' },
      )
      .lean<SheetRow>()
      .exec()
  const row = { _id, studyId, memberId, ...fields, revision: 1 }
  try {
    await sheets(ctx).create(row)
    return row
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

function filterOf({ regionIds, competitorId, state }: StudySearch) {
  return {
    ...(regionIds === null
      ? {}
      : { $or: [{ regionId: null }, { regionId: trusted({ $in: [...regionIds] }) }] }),
    ...(competitorId === undefined ? {} : { competitorId }),
    ...(state === undefined ? {} : { state }),
  }
}

import type { CaseClocks } from '@sixfold/domain/cases/case-clocks'
import type { CaseSource, Severity } from '@sixfold/domain/cases/case-kinds'
import type { CaseStanding, CaseState } from '@sixfold/domain/cases/case-state'
import type { EscalationLevel } from '@sixfold/domain/cases/escalation'
import type { CaseEntry } from '@sixfold/domain/cases/timeline'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'
import { defineCounter } from '../../../db/counter.ts'

export interface FactorRef {
  model: { key: string; version: number }
  key: string
}

/** What decides what a customer's judgement became after a case was closed. */
export interface RecoveryRow {
  /** When the mail left that asks again. */
  askedAt: Date | null
  after: number | null
  answeredAt: Date | null
}

export interface CaseRow extends CaseStanding {
  _id: string
  /** The same source is one case, however often it is told. */
  key: string
  receipt: string
  kind: CaseSource
  sourceId: string
  severity: Severity
  accountId: string
  /** Null: nobody in person, or the person was erased. */
  contactId: string | null
  /** Its account's region, kept in step with it. */
  regionId: string
  ownerId: string | null
  waveId: string | null
  waveName: string
  factor: FactorRef | null
  /** The score from 1 to 5 that opened it. */
  score: number | null
  /** In the customer's own words, or those of who opened it. */
  text: string
  answerWanted: boolean
  language: string
  openedAt: Date
  /** A colleague's name; '': the customer, or a rule. */
  openedBy: string
  clocks: CaseClocks
  /** The promise that runs out first, as calendars were when it was written; null: none runs. */
  dueAt: Date | null
  escalated: EscalationLevel
  watcherIds: string[]
  relatedIds: string[]
  /** Cases that are being merged into this one, since when; absent: none ever was. */
  takingIn?: { id: string; since: Date }[]
  fileIds: string[]
  recovery: RecoveryRow
  entries: CaseEntry[]
  revision: number
}

const cases = defineCollection<CaseRow>(
  'cases',
  {
    _id: String,
    key: String,
    receipt: String,
    kind: String,
    sourceId: String,
    severity: String,
    accountId: String,
    contactId: String,
    regionId: String,
    ownerId: String,
    waveId: String,
    waveName: String,
    factor: {},
    score: Number,
    text: String,
    answerWanted: Boolean,
    language: String,
    openedAt: Date,
    openedBy: String,
    state: String,
    round: Number,
    acknowledgedAt: Date,
    resolution: {},
    resolvedAt: Date,
    toldAt: Date,
    closed: {},
    mergedInto: String,
    clocks: {},
    dueAt: Date,
    escalated: Number,
    watcherIds: [String],
    relatedIds: [String],
    takingIn: [{ _id: false, id: String, since: Date }],
    fileIds: [String],
    recovery: {},
    entries: {},
    revision: Number,
  },
  [
    { fields: { key: 1 }, unique: true },
    { fields: { receipt: 1 }, unique: true },
    { fields: { openedAt: -1, _id: -1 } },
    { fields: { ownerId: 1, openedAt: -1, _id: -1 } },
    { fields: { accountId: 1, openedAt: -1 } },
    { fields: { contactId: 1 } },
    { fields: { regionId: 1, state: 1 } },
  ],
)

/** The next number of a year. */
export const nextNumber = defineCounter('caseCounters')

/** Stores a case; of two with one key the first stands. */
export async function insertCase(
  ctx: Context,
  row: Omit<CaseRow, 'revision'>,
): Promise<{ row: CaseRow; fresh: boolean }> {
  const full = { ...row, revision: 1 }
  try {
    await cases(ctx).create(full)
    return { row: full, fresh: true }
  } catch (error) {
    const known = isDuplicateKey(error) ? await findByKey(ctx, row.key) : null
    if (!known) throw error
    return { row: known, fresh: false }
  }
}

export function findByKey(ctx: Context, key: string): Promise<CaseRow | null> {
  return cases(ctx).findOne({ key }).lean<CaseRow>().exec()
}

export function findCase(ctx: Context, id: string): Promise<CaseRow | null> {
  return cases(ctx).findById(id).lean<CaseRow>().exec()
}

export function findCasesById(ctx: Context, ids: readonly string[]): Promise<CaseRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return cases(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<CaseRow[]>()
    .exec()
}

export type CaseChange = Partial<
  Omit<CaseRow, '_id' | 'key' | 'receipt' | 'kind' | 'sourceId' | 'openedAt' | 'entries' | 'revision'>
>

/** Writes a change with its entries on the revision that it was decided on; null when somebody else was faster. */
export function changeCase(
  ctx: Context,
  { _id, revision }: Pick<CaseRow, '_id' | 'revision'>,
  change: CaseChange,
  entries: readonly CaseEntry[],
): Promise<CaseRow | null> {
  return cases(ctx)
    .findOneAndUpdate(
      { _id, revision },
      { $set: { ...change, revision: revision + 1 }, $push: { entries: { $each: [...entries] } } },
      { returnDocument: 'after' },
    )
    .lean<CaseRow>()
    .exec()
}

/** The latest first. */
export function findCasesOf(ctx: Context, contactId: string, limit: number): Promise<CaseRow[]> {
  return cases(ctx).find({ contactId }).sort({ openedAt: -1, _id: -1 }).limit(limit).lean<CaseRow[]>().exec()
}

export interface CaseSearch {
  /** Null: nobody's; absent: anybody's. */
  ownerId?: string | null
  accountId?: string | undefined
  contactId?: string | undefined
  watcherId?: string | undefined
  states?: readonly CaseState[] | undefined
  kind?: CaseSource | undefined
  openedFrom?: Date | undefined
  openedBefore?: Date | undefined
  /** Null: of all regions. */
  regionIds: readonly string[] | null
}

/** The latest first. */
export function findCases(
  ctx: Context,
  search: CaseSearch,
  { after, limit }: { after: Pick<CaseRow, 'openedAt' | '_id'> | null; limit: number },
): Promise<CaseRow[]> {
  return cases(ctx)
    .find({ $and: [filterOf(search), after ? earlierThan(after) : {}] })
    .sort({ openedAt: -1, _id: -1 })
    .limit(limit)
    .lean<CaseRow[]>()
    .exec()
}

/** What is to do first: the promise that runs out next; those whose clocks stand still come last. */
export function findByDue(ctx: Context, search: CaseSearch, limit: number): Promise<CaseRow[]> {
  return cases(ctx)
    .find({ $and: [filterOf(search), { dueAt: trusted({ $ne: null }) }] })
    .sort({ dueAt: 1, _id: 1 })
    .limit(limit)
    .lean<CaseRow[]>()
    .exec()
}

export function countCases(ctx: Context, search: CaseSearch): Promise<number> {
  return cases(ctx).countDocuments(filterOf(search)).exec()
}

function earlierThan({ openedAt, _id }: Pick<CaseRow, 'openedAt' | '_id'>) {
  return {
    $or: [{ openedAt: trusted({ $lt: openedAt }) }, { openedAt, _id: trusted({ $lt: _id }) }],
  }
}

function filterOf(search: CaseSearch) {
  const { ownerId, accountId, contactId, watcherId, states, kind, openedFrom, openedBefore, regionIds } =
    search
  const within = {
    ...(openedFrom ? { $gte: openedFrom } : {}),
    ...(openedBefore ? { $lt: openedBefore } : {}),
  }
  return {
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(contactId === undefined ? {} : { contactId }),
    ...(watcherId === undefined ? {} : { watcherIds: watcherId }),
    ...(states ? { state: trusted({ $in: [...states] }) } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(openedFrom || openedBefore ? { openedAt: trusted(within) } : {}),
    ...(regionIds === null ? {} : { regionId: trusted({ $in: [...regionIds] }) }),
  }
}

/** Takes the cases of an account along into another region. */
export async function moveCases(ctx: Context, accountId: string, regionId: string): Promise<void> {
  await cases(ctx).updateMany({ accountId, regionId: trusted({ $ne: regionId }) }, { $set: { regionId } })
}

/** Puts the cases of an account, or of a contact, to another. */
export async function handOverCases(
  ctx: Context,
  of: { accountId: string } | { contactId: string },
  to: { accountId: string; regionId: string } | { contactId: string },
): Promise<void> {
  await cases(ctx).updateMany(of, { $set: to })
}

export function findCasesOfContacts(ctx: Context, contactIds: readonly string[]): Promise<CaseRow[]> {
  return cases(ctx)
    .find({ contactId: trusted({ $in: [...contactIds] }) })
    .lean<CaseRow[]>()
    .exec()
}

/** Puts a whole case in its place again, as after erasing; false when somebody else was faster. */
export async function rewriteCase(
  ctx: Context,
  { _id, revision }: Pick<CaseRow, '_id' | 'revision'>,
  fields: CaseChange & Pick<CaseRow, 'entries'>,
): Promise<boolean> {
  const result = await cases(ctx).updateOne(
    { _id, revision },
    { $set: { ...fields, revision: revision + 1 } },
  )
  return result.modifiedCount === 1
}

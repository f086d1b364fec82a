import type { Context } from '../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../db/collection.ts'
import { defineCounter } from '../../db/counter.ts'

export interface CaseRow {
  _id: string
  /** The same form sent twice is one case. */
  key: string
  receipt: string
  kind: 'complaint'
  state: 'open'
  source: 'portal'
  accountId: string
  /** Null: the person was erased. */
  contactId: string | null
  /** Its account's region, kept in step with it. */
  regionId: string
  ownerId: string | null
  waveId: string | null
  waveName: string
  factor: { model: { key: string; version: number }; key: string } | null
  text: string
  answerWanted: boolean
  language: string
  openedAt: Date
  revision: number
}

const cases = defineCollection<CaseRow>(
  'cases',
  {
    _id: String,
    key: String,
    receipt: String,
    kind: String,
    state: String,
    source: String,
    accountId: String,
    contactId: String,
    regionId: String,
    ownerId: String,
    waveId: String,
    waveName: String,
    factor: {},
    text: String,
    answerWanted: Boolean,
    language: String,
    openedAt: Date,
    revision: Number,
  },
  [
    { fields: { key: 1 }, unique: true },
    { fields: { receipt: 1 }, unique: true },
    { fields: { openedAt: -1, _id: -1 } },
    { fields: { ownerId: 1, openedAt: -1, _id: -1 } },
    { fields: { accountId: 1 } },
    { fields: { contactId: 1 } },
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

/** The latest first. */
export function findCasesOf(ctx: Context, contactId: string, limit: number): Promise<CaseRow[]> {
  return cases(ctx).find({ contactId }).sort({ openedAt: -1, _id: -1 }).limit(limit).lean<CaseRow[]>().exec()
}

export interface CaseSearch {
  /** Null: nobody's; absent: anybody's. */
  ownerId?: string | null
  accountId?: string | undefined
  contactId?: string | undefined
  /** Null: of all regions. */
  regionIds: readonly string[] | null
}

/** The latest first. */
export function findCases(
  ctx: Context,
  search: CaseSearch,
  { after, limit }: { after: CaseRow | null; limit: number },
): Promise<CaseRow[]> {
  return cases(ctx)
    .find({ ...filterOf(search), ...(after ? openedBefore(after) : {}) })
    .sort({ openedAt: -1, _id: -1 })
    .limit(limit)
    .lean<CaseRow[]>()
    .exec()
}

export function countCases(ctx: Context, search: CaseSearch): Promise<number> {
  return cases(ctx).countDocuments(filterOf(search)).exec()
}

function openedBefore({ openedAt, _id }: CaseRow) {
  return {
    $or: [{ openedAt: trusted({ $lt: openedAt }) }, { openedAt, _id: trusted({ $lt: _id }) }],
  }
}

function filterOf({ ownerId, accountId, contactId, regionIds }: CaseSearch) {
  return {
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(contactId === undefined ? {} : { contactId }),
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

/** After a person is erased: that there was a case stays, without the words and without the person. */
export async function eraseFromCases(ctx: Context, contactIds: readonly string[]): Promise<void> {
  await cases(ctx).updateMany(
    { contactId: trusted({ $in: [...contactIds] }) },
    { $set: { contactId: null, text: '' } },
  )
}

import type { LocalText } from '@sixfold/domain/local-text'
import type { RequirementSource } from '@sixfold/domain/requirements/sources'
import { behindSources } from '@sixfold/domain/requirements/sources'
import type { RequirementStatus } from '@sixfold/domain/requirements/status'
import { requirementReceipt } from '@sixfold/domain/requirements/status'
import { searchWords } from '@sixfold/domain/text/fold'
import type { Context } from '../../../context.ts'
import { wordsFilter } from '../../../db/by-name.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'
import { defineCounter } from '../../../db/counter.ts'

export interface FactorRef {
  model: { key: string; version: number }
  key: string
}

/** What those who raised it read. */
export interface ReplyRow {
  said: LocalText
  did: LocalText
  /** Null: a draft. */
  releasedAt: Date | null
  releasedBy: string
  status: RequirementStatus
}

/** What staff say about a requirement. */
export interface RequirementFields {
  text: string
  factor: FactorRef | null
  productId: string | null
  ownerId: string | null
  due: string | null
}

export interface RequirementRow extends RequirementFields {
  _id: string
  /** Of its first statement: noting that one again makes nothing new. */
  key: string
  number: number
  words: string[]
  status: RequirementStatus
  reason: string
  history: { status: RequirementStatus; reason: string; at: Date; by: string }[]
  sources: RequirementSource[]
  /** Of its sources, for lists. */
  regionIds: string[]
  accountIds: string[]
  contactIds: string[]
  aboutIds: string[]
  accountCount: number
  reply: ReplyRow | null
  /** Decided once; the statements stay here too. */
  mergedInto: string | null
  /** All that were merged into it, also by way of others. */
  mergedFrom: string[]
  createdAt: Date
  createdBy: string
  revision: number
}

const requirements = defineCollection<RequirementRow>(
  'requirements',
  {
    _id: String,
    key: String,
    number: Number,
    text: String,
    words: [String],
    factor: {},
    productId: String,
    ownerId: String,
    due: String,
    status: String,
    reason: String,
    history: {},
    sources: {},
    regionIds: [String],
    accountIds: [String],
    contactIds: [String],
    aboutIds: [String],
    accountCount: Number,
    reply: {},
    mergedInto: String,
    mergedFrom: [String],
    createdAt: Date,
    createdBy: String,
    revision: Number,
  },
  [
    { fields: { key: 1 }, unique: true },
    { fields: { number: -1 }, unique: true },
    { fields: { accountCount: -1, number: -1 } },
    { fields: { accountIds: 1 } },
    { fields: { contactIds: 1 } },
    { fields: { aboutIds: 1 } },
  ],
)

const nextNumber = defineCounter('requirementCounters')

export type NewRequirement = RequirementFields &
  Pick<RequirementRow, 'key' | 'status' | 'reason' | 'history' | 'reply' | 'createdAt' | 'createdBy'> & {
    sources: RequirementSource[]
  }

/** Stores a requirement; of two with one key the first stands. */
export async function insertRequirement(
  ctx: Context,
  fields: NewRequirement,
): Promise<{ row: RequirementRow; fresh: boolean }> {
  const known = await findByKey(ctx, fields.key)
  if (known) return { row: known, fresh: false }
  const number = await nextNumber(ctx, 'requirements')
  const row: RequirementRow = {
    _id: newId(),
    ...fields,
    number,
    words: wordsOf(fields.text, number),
    ...behind(fields.sources),
    mergedInto: null,
    mergedFrom: [],
    revision: 1,
  }
  try {
    await requirements(ctx).create(row)
    return { row, fresh: true }
  } catch (error) {
    const first = isDuplicateKey(error) ? await findByKey(ctx, fields.key) : null
    if (!first) throw error
    return { row: first, fresh: false }
  }
}

function behind(sources: readonly RequirementSource[]) {
  const found = behindSources(sources)
  return { ...found, accountCount: found.accountIds.length }
}

const wordsOf = (text: string, number: number) => searchWords(text, requirementReceipt(number), `${number}`)

function findByKey(ctx: Context, key: string): Promise<RequirementRow | null> {
  return requirements(ctx).findOne({ key }).lean<RequirementRow>().exec()
}

export function findRequirement(ctx: Context, id: string): Promise<RequirementRow | null> {
  return requirements(ctx).findById(id).lean<RequirementRow>().exec()
}

export function findRequirementsById(ctx: Context, ids: readonly string[]): Promise<RequirementRow[]> {
  return requirements(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .sort({ number: 1 })
    .lean<RequirementRow[]>()
    .exec()
}

export type RequirementChange = Partial<
  RequirementFields &
    Pick<RequirementRow, 'status' | 'reason' | 'history' | 'sources' | 'reply' | 'mergedFrom'>
>

/** Writes a change on the revision that it was decided on; null when somebody else was faster. */
export function changeRequirement(
  ctx: Context,
  { _id, revision, number }: Pick<RequirementRow, '_id' | 'revision' | 'number'>,
  change: RequirementChange,
): Promise<RequirementRow | null> {
  return requirements(ctx)
    .findOneAndUpdate(
      { _id, revision },
      {
        $set: {
          ...change,
          ...(change.text === undefined ? {} : { words: wordsOf(change.text, number) }),
          ...(change.sources ? behind(change.sources) : {}),
          revision: revision + 1,
        },
      },
      { returnDocument: 'after' },
    )
    .lean<RequirementRow>()
    .exec()
}

/** Decides that one lives on in another; null when it was merged before. */
export function pointRequirement(ctx: Context, id: string, into: string): Promise<RequirementRow | null> {
  return requirements(ctx)
    .findOneAndUpdate(
      { _id: id, mergedInto: null },
      { $set: { mergedInto: into }, $inc: { revision: 1 } },
      { returnDocument: 'after' },
    )
    .lean<RequirementRow>()
    .exec()
}

export interface RequirementSearch {
  /** Null: of all regions. */
  regionIds: readonly string[] | null
  statuses?: readonly RequirementStatus[] | undefined
  accountIds?: readonly string[] | undefined
  contactIds?: readonly string[] | undefined
  aboutId?: string | undefined
  factor?: string | undefined
  productId?: string | undefined
  ownerId?: string | undefined
  search?: string | undefined
  released?: boolean
}

export interface RequirementPlace {
  accountCount: number
  number: number
}

/** Those that live on; by how many accounts stand behind them, or the latest first. */
export function findRequirements(
  ctx: Context,
  search: RequirementSearch,
  { order, after, limit }: { order: 'weight' | 'latest'; after: RequirementPlace | null; limit: number },
): Promise<RequirementRow[]> {
  return requirements(ctx)
    .find({ $and: [filterOf(search), after ? behindPlace(order, after) : {}] })
    .sort(order === 'weight' ? { accountCount: -1, number: -1 } : { number: -1 })
    .limit(limit)
    .lean<RequirementRow[]>()
    .exec()
}

export function countRequirements(ctx: Context, search: RequirementSearch): Promise<number> {
  return requirements(ctx).countDocuments(filterOf(search)).exec()
}

function behindPlace(order: 'weight' | 'latest', { accountCount, number }: RequirementPlace) {
  const later = { number: trusted({ $lt: number }) }
  if (order === 'latest') return later
  return { $or: [{ accountCount: trusted({ $lt: accountCount }) }, { accountCount, ...later }] }
}

function filterOf(search: RequirementSearch) {
  const { regionIds, statuses, accountIds, contactIds, aboutId, factor, productId, ownerId, released } =
    search
  const among = <T>(values: readonly T[]) => trusted({ $in: [...values] })
  return {
    mergedInto: null,
    ...(regionIds === null ? {} : { regionIds: among(regionIds) }),
    ...(statuses ? { status: among(statuses) } : {}),
    ...(accountIds ? { accountIds: among(accountIds) } : {}),
    ...(contactIds ? { contactIds: among(contactIds) } : {}),
    ...(aboutId === undefined ? {} : { aboutIds: aboutId }),
    ...(factor === undefined ? {} : { 'factor.key': factor }),
    ...(productId === undefined ? {} : { productId }),
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(released ? { 'reply.releasedAt': trusted({ $ne: null }) } : {}),
    ...wordsFilter(search.search),
  }
}

/** Also those that were merged: their statements stay with them. */
export function findBehind(
  ctx: Context,
  of: { accountId: string } | { contactIds: readonly string[] },
): Promise<RequirementRow[]> {
  const filter =
    'accountId' in of ? { accountIds: of.accountId } : { contactIds: trusted({ $in: [...of.contactIds] }) }
  return requirements(ctx).find(filter).lean<RequirementRow[]>().exec()
}

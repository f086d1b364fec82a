import type { DealResult, DealSide, DealStage, DealView } from '@sixfold/domain/deals/deal'
import type { LocalDate } from '@sixfold/domain/local-date'
import { searchWords } from '@sixfold/domain/text/fold'
import type { Context } from '../../../context.ts'
import { wordsFilter } from '../../../db/by-name.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'
import { writeAll } from '../../../db/write-all.ts'

/** What staff say of a deal. */
export interface DealFields {
  name: string
  result: DealResult
  /** Where it was lost; null: won, or nobody knows. */
  stage: DealStage | null
  decidedOn: LocalDate
  value: number | null
  productId: string | null
  competitorId: string | null
  rivalProductId: string | null
  contactId: string | null
  sellerId: string | null
}

/** What one side says, and who wrote it down. */
export interface SideRow extends DealView {
  by: string
  at: Date
}

/** An opportunity that was decided. What seller and buyer say stands apart. */
export interface DealRow extends DealFields, Record<DealSide, SideRow | null> {
  _id: string
  externalId: string
  accountId: string
  /** Its account's region, kept in step with it. */
  regionId: string
  words: string[]
  /** Whose factors the reasons name. */
  model: { key: string; version: number }
  createdAt: Date
  createdBy: string
  revision: number
}

const deals = defineCollection<DealRow>(
  'deals',
  {
    _id: String,
    externalId: String,
    accountId: String,
    regionId: String,
    name: String,
    words: [String],
    result: String,
    stage: String,
    decidedOn: String,
    value: Number,
    productId: String,
    competitorId: String,
    rivalProductId: String,
    contactId: String,
    sellerId: String,
    model: {},
    seller: {},
    buyer: {},
    createdAt: Date,
    createdBy: String,
    revision: Number,
  },
  [
    { fields: { externalId: 1 }, unique: true },
    { fields: { decidedOn: -1, _id: -1 } },
    { fields: { accountId: 1, decidedOn: -1 } },
    { fields: { contactId: 1 } },
    { fields: { competitorId: 1 } },
  ],
)

const wordsOf = (name: string, externalId: string) => searchWords(name, externalId)

export type NewDeal = Omit<DealRow, '_id' | 'words' | 'createdAt' | 'revision'>

/** A deal as it is stored first. */
function freshRow(ctx: Context, { externalId, ...deal }: NewDeal): DealRow {
  const _id = newId()
  const id = externalId || _id
  return {
    _id,
    externalId: id,
    ...deal,
    words: wordsOf(deal.name, id),
    createdAt: ctx.clock.now(),
    revision: 1,
  }
}

/** Null when the external id belongs to another deal. */
export async function insertDeal(ctx: Context, deal: NewDeal): Promise<DealRow | null> {
  const row = freshRow(ctx, deal)
  try {
    await deals(ctx).create(row)
    return row
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

export type DealChange = Partial<DealFields & Pick<DealRow, DealSide>>

/** Null when it is no longer at this revision. */
export function updateDeal(
  ctx: Context,
  { _id, revision, externalId }: Pick<DealRow, '_id' | 'revision' | 'externalId'>,
  change: DealChange,
): Promise<DealRow | null> {
  const words = change.name === undefined ? {} : { words: wordsOf(change.name, externalId) }
  return deals(ctx)
    .findOneAndUpdate(
      { _id, revision },
      { $set: { ...change, ...words, revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<DealRow>()
    .exec()
}

/** Makes and changes deals; false when somebody wrote one of them since it was read. */
export function storeImportedDeals(
  ctx: Context,
  made: readonly NewDeal[],
  changed: readonly { row: DealRow; change: DealChange }[],
): Promise<boolean> {
  return writeAll(
    deals(ctx),
    made.map(deal => freshRow(ctx, deal)),
    changed.map(({ row: { _id, revision, externalId }, change }) => ({
      _id,
      revision,
      set: {
        ...change,
        ...(change.name === undefined ? {} : { words: wordsOf(change.name, externalId) }),
      },
    })),
  )
}

export function findDeal(ctx: Context, id: string): Promise<DealRow | null> {
  return deals(ctx).findById(id).lean<DealRow>().exec()
}

export function findDealsByExternalId(ctx: Context, ids: readonly string[]): Promise<DealRow[]> {
  return deals(ctx)
    .find({ externalId: trusted({ $in: [...ids] }) })
    .lean<DealRow[]>()
    .exec()
}

export interface DealSearch {
  /** Null: of all regions. */
  regionIds: readonly string[] | null
  result?: DealResult | undefined
  accountId?: string | undefined
  competitorId?: string | undefined
  productId?: string | undefined
  /** Days of the decision: the first of them, and the first after the last. */
  from?: LocalDate | undefined
  until?: LocalDate | undefined
  /** Of which the customer said nothing yet. */
  unheard?: boolean | undefined
  search?: string | undefined
}

/** The latest first. */
export function findDeals(
  ctx: Context,
  search: DealSearch,
  { after, limit }: { after: Pick<DealRow, 'decidedOn' | '_id'> | null; limit: number },
): Promise<DealRow[]> {
  return deals(ctx)
    .find({ $and: [filterOf(search), after ? decidedBefore(after) : {}] })
    .sort({ decidedOn: -1, _id: -1 })
    .limit(limit)
    .lean<DealRow[]>()
    .exec()
}

/** All of them, in no order: what rates are worked out from. */
export function findAllDeals(ctx: Context, search: DealSearch): Promise<DealRow[]> {
  return deals(ctx).find(filterOf(search)).lean<DealRow[]>().exec()
}

export function countDeals(ctx: Context, search: DealSearch): Promise<number> {
  return deals(ctx).countDocuments(filterOf(search)).exec()
}

/** All deals in the order of their ids, for walking through them. */
export function walkDeals(
  ctx: Context,
  { after, limit }: { after: string | null; limit: number },
): Promise<DealRow[]> {
  return deals(ctx)
    .find(after ? { _id: trusted({ $gt: after }) } : {})
    .sort({ _id: 1 })
    .limit(limit)
    .lean<DealRow[]>()
    .exec()
}

/** How many deals each competitor was in. */
export async function countDealsBy(
  ctx: Context,
  regionIds: readonly string[] | null,
): Promise<Map<string, number>> {
  const counts = await deals(ctx).aggregate<{ _id: string; n: number }>([
    { $match: { competitorId: { $ne: null }, ...(regionIds ? { regionId: { $in: [...regionIds] } } : {}) } },
    { $group: { _id: '$competitorId', n: { $sum: 1 } } },
  ])
  return new Map(counts.map(({ _id, n }) => [_id, n]))
}

/** Whether a deal names one of these products of competitors. */
export async function namedInDeals(ctx: Context, productIds: readonly string[]): Promise<boolean> {
  return (await deals(ctx).exists({ rivalProductId: trusted({ $in: [...productIds] }) })) !== null
}

/** Takes the deals of an account along into another region. */
export async function moveDeals(ctx: Context, accountId: string, regionId: string): Promise<void> {
  await deals(ctx).updateMany({ accountId, regionId: trusted({ $ne: regionId }) }, { $set: { regionId } })
}

/** Puts the deals of an account, or of a contact, to another. */
export async function handOverDealRows(
  ctx: Context,
  of: { accountId: string } | { contactId: string },
  to: { accountId: string; regionId: string } | { contactId: string },
): Promise<void> {
  await deals(ctx).updateMany(of, { $set: to })
}

/** After people are erased: how a deal ended and its coded reasons stay, without the words and without the person. */
export async function eraseFromDealRows(ctx: Context, contactIds: readonly string[]): Promise<void> {
  const contactId = trusted({ $in: [...contactIds] })
  await deals(ctx).updateMany(
    { contactId, buyer: trusted({ $ne: null }) },
    { $set: { 'buyer.change': '' }, $inc: { revision: 1 } },
  )
  await deals(ctx).updateMany({ contactId }, { $set: { contactId: null } })
}

function decidedBefore({ decidedOn, _id }: Pick<DealRow, 'decidedOn' | '_id'>) {
  return {
    $or: [{ decidedOn: trusted({ $lt: decidedOn }) }, { decidedOn, _id: trusted({ $lt: _id }) }],
  }
}

function filterOf(search: DealSearch) {
  const { regionIds, result, accountId, competitorId, productId, from, until, unheard } = search
  const days = { ...(from ? { $gte: from } : {}), ...(until ? { $lt: until } : {}) }
  return {
    ...(regionIds === null ? {} : { regionId: trusted({ $in: [...regionIds] }) }),
    ...(result === undefined ? {} : { result }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(competitorId === undefined ? {} : { competitorId }),
    ...(productId === undefined ? {} : { productId }),
    ...(Object.keys(days).length > 0 ? { decidedOn: trusted(days) } : {}),
    ...(unheard ? { buyer: null } : {}),
    ...wordsFilter(search.search),
  }
}

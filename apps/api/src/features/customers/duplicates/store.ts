import type { DuplicateKind } from '@sixfold/contract/duplicates'
import type { LikelyPair, LikenessReason } from '@sixfold/domain/customers/duplicates/likeness'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'
import type { FoundPair } from '../../../duplicate-search/search.ts'

/** `open`: proposed. `apart`: somebody said that the two are not the same. `merging`: begun, and carried on after a crash. */
export type PairState = 'open' | 'apart' | 'merging' | 'merged'

/** What somebody decided to make of a pair. */
export interface MergeOrder {
  keep: string
  drop: string
  /** At which revisions. */
  revisions: { keep: number; drop: number }
  take: string[]
  by: string
  at: Date
}

export interface PairRow {
  /** The kind and both ids: a pair is known for ever. */
  _id: string
  kind: DuplicateKind
  a: string
  b: string
  regionA: string
  regionB: string
  score: number
  reasons: LikenessReason[]
  state: PairState
  /** The search that found it last. */
  searchedAt: Date
  merge: MergeOrder | null
  decidedBy: string
  decidedAt: Date | null
}

const pairs = defineCollection<PairRow>(
  'duplicatePairs',
  {
    _id: String,
    kind: String,
    a: String,
    b: String,
    regionA: String,
    regionB: String,
    score: Number,
    reasons: [String],
    state: String,
    searchedAt: Date,
    merge: {},
    decidedBy: String,
    decidedAt: Date,
  },
  [{ fields: { state: 1, kind: 1, score: -1, _id: 1 } }, { fields: { a: 1 } }, { fields: { b: 1 } }],
)

export interface SearchRow {
  _id: string
  running: boolean
  finishedAt: Date | null
}

const searches = defineCollection<SearchRow>('duplicateSearches', {
  _id: String,
  running: Boolean,
  finishedAt: Date,
})

export const pairId = (kind: DuplicateKind, { a, b }: Pick<LikelyPair, 'a' | 'b'>) => `${kind}:${a}:${b}`

/** Keeps pairs that a search found. What somebody decided about one stays. */
export async function storePairs(
  ctx: Context,
  kind: DuplicateKind,
  found: readonly FoundPair[],
  searchedAt: Date,
): Promise<void> {
  if (found.length === 0) return
  await pairs(ctx).bulkWrite(
    found.map(({ a, b, ...pair }) => ({
      updateOne: {
        filter: { _id: pairId(kind, { a, b }) },
        update: {
          $set: { ...pair, searchedAt },
          $setOnInsert: { kind, a, b, state: 'open', merge: null, decidedBy: '', decidedAt: null },
        },
        upsert: true,
      },
    })),
    { ordered: false },
  )
}

/** Forgets open pairs that an earlier search found and this one did not. */
export async function forgetPairs(ctx: Context, searchedAt: Date): Promise<void> {
  await pairs(ctx).deleteMany({ state: 'open', searchedAt: trusted({ $lt: searchedAt }) })
}

/** Forgets the other open pairs of a record that is no more. */
export async function forgetPairsOf(ctx: Context, id: string): Promise<void> {
  await pairs(ctx).deleteMany({ state: 'open', $or: [{ a: id }, { b: id }] })
}

/** Forgets every pair of these records, whatever was decided about it. */
export async function erasePairsOf(ctx: Context, ids: readonly string[]): Promise<void> {
  const own = trusted({ $in: [...ids] })
  await pairs(ctx).deleteMany({ $or: [{ a: own }, { b: own }] })
}

export function findPair(ctx: Context, id: string): Promise<PairRow | null> {
  return pairs(ctx).findById(id).lean<PairRow>().exec()
}

/** Open pairs whose records both lie in these regions (null: all), the likeliest first. */
export function listPairs(
  ctx: Context,
  {
    kind,
    regionIds,
    after,
  }: { kind: DuplicateKind; regionIds: readonly string[] | null; after: PairRow | null },
  limit: number,
): Promise<PairRow[]> {
  const place = after && {
    $or: [{ score: trusted({ $lt: after.score }) }, { score: after.score, _id: trusted({ $gt: after._id }) }],
  }
  return pairs(ctx)
    .find({ ...openIn(kind, regionIds), ...place })
    .sort({ score: -1, _id: 1 })
    .limit(limit)
    .lean<PairRow[]>()
    .exec()
}

export function countPairs(
  ctx: Context,
  kind: DuplicateKind,
  regionIds: readonly string[] | null,
): Promise<number> {
  return pairs(ctx).countDocuments(openIn(kind, regionIds)).exec()
}

/** Moves a pair on from a state; null when it is no longer there. */
export function changePair(
  ctx: Context,
  id: string,
  from: PairState,
  change: Partial<Pick<PairRow, 'state' | 'merge' | 'decidedBy' | 'decidedAt'>>,
): Promise<PairRow | null> {
  return pairs(ctx)
    .findOneAndUpdate({ _id: id, state: from }, { $set: change }, { returnDocument: 'after' })
    .lean<PairRow>()
    .exec()
}

export async function readSearch(ctx: Context): Promise<SearchRow> {
  const found = await searches(ctx).findById('latest').lean<SearchRow>().exec()
  return found ?? { _id: 'latest', running: false, finishedAt: null }
}

export async function storeSearch(ctx: Context, change: Partial<Omit<SearchRow, '_id'>>): Promise<void> {
  await searches(ctx).updateOne({ _id: 'latest' }, { $set: change }, { upsert: true })
}

/** Says that a search is to come, unless one ended since it was asked for. */
export async function announceSearch(ctx: Context, { finishedAt }: SearchRow): Promise<void> {
  try {
    await searches(ctx).updateOne(
      { _id: 'latest', finishedAt },
      { $set: { running: true } },
      { upsert: true },
    )
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

function openIn(kind: DuplicateKind, regionIds: readonly string[] | null) {
  const own = regionIds && trusted({ $in: [...regionIds] })
  const state: PairState = 'open'
  return { state, kind, ...(own ? { regionA: own, regionB: own } : {}) }
}

import type { Sought, SoughtWord } from '@sixfold/domain/comments/comment-search'
import type { CommentPart } from '@sixfold/domain/comments/masking'
import type { Context } from '../../../context.ts'
import { defineCollection, trusted } from '../../../db/collection.ts'

/** What somebody said. Neither who, nor of which account, nor when; the id leads nobody back to the response. */
export interface CommentRow {
  _id: string
  waveId: string
  question: string
  factor: string | null
  /** Masked; what was taken out is kept nowhere here. */
  parts: CommentPart[]
  /** By which it is found: without diacritics, and as it stands. */
  folded: string[]
  written: string[]
  plain: boolean
  /** In which the survey was answered; null: of a blind wave. */
  language: string | null
  regionId: string | null
  quotable: boolean
  /** Tags by hand, and those of rules that were taken off. */
  tags: string[]
  untagged: string[]
  /** Of the gathering that last found it. */
  round: number
}

// In the order of the ids, which is chance: where a comment lies tells nothing of when it came.
const comments = defineCollection<CommentRow>(
  'comments',
  {
    _id: String,
    waveId: String,
    question: String,
    factor: String,
    parts: [{}],
    folded: [String],
    written: [String],
    plain: Boolean,
    language: String,
    regionId: String,
    quotable: Boolean,
    tags: [String],
    untagged: [String],
    round: Number,
  },
  [{ fields: { waveId: 1, _id: 1 } }, { fields: { waveId: 1, folded: 1 } }, { fields: { tags: 1 } }],
  { clustered: true },
)

/** How far the comments of a wave are gathered; its id is the wave's. */
export interface GatheringRow {
  _id: string
  /** Of the scoreboard that held the responses; 0: none was gathered to its end. */
  revision: number
  at: Date | null
  round: number
}

const gatherings = defineCollection<GatheringRow>('commentGatherings', {
  _id: String,
  revision: Number,
  at: Date,
  round: Number,
})

export function findGathering(ctx: Context, waveId: string): Promise<GatheringRow | null> {
  return gatherings(ctx).findById(waveId).lean<GatheringRow>().exec()
}

/** The number of a new gathering, above all before it. */
export async function beginRound(ctx: Context, waveId: string): Promise<number> {
  const row = await gatherings(ctx)
    .findOneAndUpdate(
      { _id: waveId },
      { $inc: { round: 1 }, $setOnInsert: { revision: 0, at: null } },
      { upsert: true, returnDocument: 'after' },
    )
    .lean<GatheringRow>()
    .exec()
  return row?.round ?? 1
}

/** What no gathering since this one has found is gone from the answers, and goes here. */
export async function endRound(
  ctx: Context,
  waveId: string,
  { round, revision, at }: { round: number; revision: number; at: Date },
): Promise<void> {
  await comments(ctx).deleteMany({ waveId, round: trusted({ $lt: round }) })
  await gatherings(ctx).updateOne({ _id: waveId }, { $max: { revision }, $set: { at } })
}

export type GatheredComment = Omit<CommentRow, 'tags' | 'untagged'>

/** Keeps what was found; tags by hand stay. */
export async function storeComments(ctx: Context, rows: readonly GatheredComment[]): Promise<void> {
  if (rows.length === 0) return
  await comments(ctx).collection.bulkWrite(
    rows.map(({ _id, round, ...row }) => ({
      updateOne: {
        filter: { _id: _id as never },
        update: { $set: row, $max: { round }, $setOnInsert: { tags: [], untagged: [] } },
        upsert: true,
      },
    })),
    { ordered: false },
  )
}

export async function deleteComments(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await comments(ctx).deleteMany({ _id: trusted({ $in: [...ids] }) })
}

export function findCommentsById(ctx: Context, ids: readonly string[]): Promise<CommentRow[]> {
  return comments(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<CommentRow[]>()
    .exec()
}

/** Which comments of a wave. */
export interface CommentQuery {
  waveId: string
  /** Null: everybody's. */
  regionIds: readonly string[] | null
  id?: string | undefined
  words?: readonly SoughtWord[] | undefined
  factor?: string | undefined
  question?: string | undefined
  quotable?: boolean | undefined
  tag?: { id: string; sought: Sought } | undefined
  sought?: Sought | undefined
}

export function findComments(
  ctx: Context,
  query: CommentQuery,
  { after, limit }: { after: string | null; limit: number },
): Promise<CommentRow[]> {
  return comments(ctx)
    .find({
      ...filterOf(query),
      ...(after === null ? {} : { _id: trusted({ $gt: after }) }),
    })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<CommentRow[]>()
    .exec()
}

/** Counts to `most` and no further. */
export function countComments(ctx: Context, query: CommentQuery, most: number): Promise<number> {
  return comments(ctx).countDocuments(filterOf(query), { limit: most }).exec()
}

/** How many of those who may be quoted answered each question in words, by region; null: no region is known. */
export function countQuotable(
  ctx: Context,
  waveId: string,
): Promise<{ question: string; regionId: string | null; count: number }[]> {
  return comments(ctx)
    .aggregate<{ question: string; regionId: string | null; count: number }>([
      { $match: { waveId, quotable: true } },
      { $group: { _id: { question: '$question', regionId: '$regionId' }, count: { $sum: 1 } } },
      { $project: { _id: 0, question: '$_id.question', regionId: '$_id.regionId', count: 1 } },
    ])
    .exec()
}

function filterOf({ waveId, regionIds, id, words, factor, question, quotable, tag, sought }: CommentQuery) {
  const all = [
    ...(words ?? []).map(holdsWord),
    ...(tag ? [carries(tag)] : []),
    ...(sought ? [holdsPhrase(sought)] : []),
  ]
  return {
    waveId,
    ...(regionIds === null ? {} : { regionId: trusted({ $in: [...regionIds] }) }),
    ...(id === undefined ? {} : { _id: id }),
    ...(factor === undefined ? {} : { factor }),
    ...(question === undefined ? {} : { question }),
    ...(quotable === undefined ? {} : { quotable }),
    ...(all.length > 0 ? { $and: all } : {}),
  }
}

function carries({ id, sought }: { id: string; sought: Sought }): object {
  if (sought.length === 0) return { tags: id }
  return { $or: [{ tags: id }, { $and: [holdsPhrase(sought), { untagged: trusted({ $ne: id }) }] }] }
}

/** As `matchesSought` says; a rule without a phrase finds nothing. */
function holdsPhrase(sought: Sought): object {
  if (sought.length === 0) return { _id: '' }
  return { $or: sought.map(phrase => ({ $and: phrase.map(holdsWord) })) }
}

function holdsWord({ folded, written }: SoughtWord): object {
  if (written === null) return { folded: beginsWith(folded) }
  return { $or: [{ written: beginsWith(written) }, { plain: true, folded: beginsWith(folded) }] }
}

/** Words hold letters and digits alone, so nothing in them is a pattern. */
const beginsWith = (word: string) => new RegExp(`^${word}`)

/** Puts a tag on a comment by hand, or takes it off for good. */
export async function storeTag(
  ctx: Context,
  id: string,
  { tagId, on }: { tagId: string; on: boolean },
): Promise<CommentRow | null> {
  const [onto, from] = on ? ['tags', 'untagged'] : ['untagged', 'tags']
  return comments(ctx)
    .findOneAndUpdate(
      { _id: id },
      { $addToSet: { [onto]: tagId }, $pull: { [from]: tagId } },
      { returnDocument: 'after' },
    )
    .lean<CommentRow>()
    .exec()
}

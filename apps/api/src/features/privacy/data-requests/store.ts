import type { AddedWords } from '@sixfold/domain/data-requests/asked-words'
import type { WaveEffect } from '@sixfold/domain/data-requests/erasing'
import type { DataRequestKind, DataRequestState } from '@sixfold/domain/data-requests/states'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'

export interface DataRequestRow {
  _id: string
  kind: DataRequestKind
  state: DataRequestState
  contactId: string
  accountId: string
  /** Its account's region, kept in step with it. */
  regionId: string
  /** What the person wrote; gone once the person is erased. */
  text: string
  /** What the person wrote while it was open. */
  added?: AddedWords[]
  source: 'portal' | 'staff'
  askedAt: Date
  answerBy: Date
  carryOutBy: Date
  /** By when the next step is due; null: it has ended. */
  dueAt: Date | null
  answeredAt: Date | null
  endedAt: Date | null
  answer: string
  handledBy: string | null
  handledByName: string
  /** What erasing does to published numbers: noted before it is done, so that an interruption loses nothing. */
  effects: WaveEffect[]
  /** Contact and kind while it has not ended: the same asked again meanwhile is the same request. */
  openKey?: string
}

const requests = defineCollection<DataRequestRow>(
  'dataRequests',
  {
    _id: String,
    kind: String,
    state: String,
    contactId: String,
    accountId: String,
    regionId: String,
    text: String,
    added: {},
    source: String,
    askedAt: Date,
    answerBy: Date,
    carryOutBy: Date,
    dueAt: Date,
    answeredAt: Date,
    endedAt: Date,
    answer: String,
    handledBy: String,
    handledByName: String,
    effects: {},
    openKey: String,
  },
  [
    { fields: { openKey: 1 }, unique: true, sparse: true },
    { fields: { contactId: 1, _id: -1 } },
    { fields: { regionId: 1, dueAt: 1, _id: 1 } },
    { fields: { dueAt: 1, _id: 1 } },
  ],
)

export type NewDataRequest = Pick<
  DataRequestRow,
  | 'kind'
  | 'contactId'
  | 'accountId'
  | 'regionId'
  | 'text'
  | 'source'
  | 'askedAt'
  | 'answerBy'
  | 'carryOutBy'
  | 'dueAt'
>

/** Stores a request; while one of its kind is open, that one stays and is returned. */
export async function insertRequest(
  ctx: Context,
  request: NewDataRequest,
): Promise<{ row: DataRequestRow; fresh: boolean }> {
  const openKey = `${request.contactId}:${request.kind}`
  const row: DataRequestRow = {
    _id: newId(),
    ...request,
    state: 'open',
    answeredAt: null,
    endedAt: null,
    answer: '',
    handledBy: null,
    handledByName: '',
    effects: [],
    openKey,
  }
  try {
    await requests(ctx).create(row)
    return { row, fresh: true }
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    const standing = await requests(ctx).findOne({ openKey }).lean<DataRequestRow>()
    // It ended between the two steps: what is asked now is a new request.
    return standing ? { row: standing, fresh: false } : insertRequest(ctx, request)
  }
}

export function findRequest(ctx: Context, id: string): Promise<DataRequestRow | null> {
  return requests(ctx).findById(id).lean<DataRequestRow>().exec()
}

/** All of these contacts, the latest first. */
export function findRequestsOf(ctx: Context, contactIds: readonly string[]): Promise<DataRequestRow[]> {
  return requests(ctx)
    .find({ contactId: trusted({ $in: [...contactIds] }) })
    .sort({ _id: -1 })
    .lean<DataRequestRow[]>()
    .exec()
}

/** Erasures that have begun and not ended. */
export function findUnderWay(ctx: Context): Promise<DataRequestRow[]> {
  const state: DataRequestState = 'under_way'
  return requests(ctx)
    .find({ state, dueAt: trusted({ $ne: null }) })
    .lean<DataRequestRow[]>()
    .exec()
}

/** Moves a request on from the state it was read in; null when somebody was first. */
export function moveRequest(
  ctx: Context,
  { _id, state }: Pick<DataRequestRow, '_id' | 'state'>,
  change: Partial<DataRequestRow>,
): Promise<DataRequestRow | null> {
  const ended = change.endedAt ? { $unset: { openKey: 1 as const } } : {}
  return requests(ctx)
    .findOneAndUpdate({ _id, state }, { $set: change, ...ended }, { returnDocument: 'after' })
    .lean<DataRequestRow>()
    .exec()
}

/** Adds words to a request as it was read; null when somebody was first. */
export function addWords(
  ctx: Context,
  { _id, state, added = [] }: DataRequestRow,
  words: AddedWords,
): Promise<DataRequestRow | null> {
  return requests(ctx)
    .findOneAndUpdate(
      { _id, state, [`added.${added.length}`]: trusted({ $exists: false }) },
      { $push: { added: words } },
      { returnDocument: 'after' },
    )
    .lean<DataRequestRow>()
    .exec()
}

export interface RequestSearch {
  /** Null: all regions. */
  regionIds: readonly string[] | null
  contactId?: string | undefined
  ended: boolean
}

/** Where a list goes on: after this one. */
export type RequestPlace = Pick<DataRequestRow, '_id' | 'dueAt'>

/** Open ones by what is due first, ended ones by the latest. */
export function listRequests(
  ctx: Context,
  search: RequestSearch,
  { after, limit }: { after: RequestPlace | null; limit: number },
): Promise<DataRequestRow[]> {
  const place = after && (search.ended ? { _id: trusted({ $lt: after._id }) } : dueAfter(after))
  return requests(ctx)
    .find({ ...filterOf(search), ...place })
    .sort(search.ended ? { _id: -1 } : { dueAt: 1, _id: 1 })
    .limit(limit)
    .lean<DataRequestRow[]>()
    .exec()
}

function dueAfter({ _id, dueAt }: RequestPlace) {
  return { $or: [{ dueAt: trusted({ $gt: dueAt }) }, { dueAt, _id: trusted({ $gt: _id }) }] }
}

export function countRequests(ctx: Context, search: RequestSearch, dueUntil?: Date): Promise<number> {
  const due = dueUntil ? { dueAt: trusted({ $lte: dueUntil, $ne: null }) } : {}
  return requests(ctx)
    .countDocuments({ ...filterOf(search), ...due })
    .exec()
}

function filterOf({ regionIds, contactId, ended }: RequestSearch) {
  return {
    dueAt: ended ? null : trusted({ $ne: null }),
    ...(regionIds ? { regionId: trusted({ $in: [...regionIds] }) } : {}),
    ...(contactId === undefined ? {} : { contactId }),
  }
}

/** Takes the requests of an account's people along into another region. */
export async function moveRequests(ctx: Context, accountId: string, regionId: string): Promise<void> {
  await requests(ctx).updateMany({ accountId, regionId: trusted({ $ne: regionId }) }, { $set: { regionId } })
}

/** Puts the requests of an account, or of a contact, to another. One of a kind that the other has open, too, is worked on by itself. */
export async function handOverRequests(
  ctx: Context,
  of: { accountId: string } | { contactId: string },
  to: { accountId: string; regionId: string } | { contactId: string },
): Promise<void> {
  await requests(ctx).updateMany(of, { $set: to })
}

/**
 * Takes out what erased people wrote and were told: that and when something was asked is what the law wants to see. What was
 * still to be done for them has ended with them; an erasure that runs ends by itself.
 */
export async function eraseFromRequests(ctx: Context, contactIds: readonly string[]): Promise<void> {
  const own = { contactId: trusted({ $in: [...contactIds] }) }
  await requests(ctx).updateMany(own, { $set: { text: '', added: [], answer: '' } })
  const waiting: DataRequestState[] = ['open', 'answered']
  await requests(ctx).updateMany(
    { ...own, state: trusted({ $in: waiting }) },
    { $set: { state: 'done', dueAt: null, endedAt: ctx.clock.now() }, $unset: { openKey: 1 } },
  )
}

import type { CallOutcome, CallRefusal } from '@sixfold/domain/due/call-outcome'
import type { DueReason, DueStanding, DueState } from '@sixfold/domain/due/due-step'
import type { DueKind } from '@sixfold/domain/due/due-window'
import type { LocalDate } from '@sixfold/domain/local-date'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** One time that somebody called. */
export interface CallAttempt {
  at: Date
  by: string
  byName: string
  outcome: CallOutcome
  refusal: CallRefusal | null
  note: string
  /** Whom; somebody else may be called the next time. */
  contactId: string
  /** When the person agreed that answers are noted; absent: was not asked, or did not. */
  agreedAt?: Date
}

/** One call after an installation, or one survey about a purchase. */
export interface DueRow extends DueStanding {
  /** The installation's id: a thing bought is asked about once in each way. */
  _id: string
  accountId: string
  /** Its account's region. */
  regionId: string
  productId: string
  /** Whom to ask; null: nobody at the account can be. */
  contactId: string | null
  /** Who looks after the account. */
  ownerId: string | null
  /** The day of installation or purchase. */
  since: LocalDate
  opensOn: LocalDate
  closesOn: LocalDate
  /** Calls that nobody answered. */
  tries: number
  /** Not before this day, after one of them. */
  notBefore: LocalDate | null
  /** A call that goes on now: it is in the contact ledger. */
  begun: {
    at: Date
    by: string
    byName: string
    /** When the person agreed that answers are noted; absent: not yet. */
    agreedAt?: Date
  } | null
  /** Of a call: the language of whom to ask; absent: nobody, or of a survey. */
  language?: string | null
  /** When the person asked to be called back. */
  callBackAt?: Date | null
  /** The number on record is somebody else's: it waits for another one. */
  wrongPhone?: string | null
  /** Who said that others there know more of it. */
  exceptId?: string | null
  /** Every call so far, the first one first; absent: none was noted. */
  attempts?: CallAttempt[]
  /** The wave that a survey was handed to. */
  waveId: string | null
  /** When it was done, lapsed or was cancelled. */
  settledAt: Date | null
  revision: number
}

const fields = {
  _id: String,
  accountId: String,
  regionId: String,
  productId: String,
  contactId: String,
  ownerId: String,
  since: String,
  opensOn: String,
  closesOn: String,
  state: String,
  reason: String,
  dueAt: Date,
  lookOn: String,
  tries: Number,
  notBefore: String,
  begun: {},
  language: String,
  callBackAt: Date,
  wrongPhone: String,
  exceptId: String,
  attempts: { type: [{}], default: undefined },
  waveId: String,
  settledAt: Date,
  revision: Number,
}
const indexes = [
  { fields: { state: 1, closesOn: 1, _id: 1 } },
  { fields: { state: 1, regionId: 1, closesOn: 1, _id: 1 } },
  { fields: { state: 1, lookOn: 1 } },
  { fields: { accountId: 1 } },
] as const

const books = {
  installation_call: defineCollection<DueRow>('calls', fields, indexes),
  product_survey: defineCollection<DueRow>('productSurveys', fields, indexes),
} as const satisfies Record<DueKind, unknown>

const open: readonly DueState[] = ['waiting', 'due']

export async function findDueRows(
  ctx: Context,
  kind: DueKind,
  ids: readonly string[],
): Promise<Map<string, DueRow>> {
  const rows = await books[kind](ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<DueRow[]>()
    .exec()
  return new Map(rows.map(row => [row._id, row]))
}

/** What is still open at these accounts. */
export function findOpenOf(ctx: Context, kind: DueKind, accountIds: readonly string[]): Promise<DueRow[]> {
  return books[kind](ctx)
    .find({ accountId: trusted({ $in: [...accountIds] }), state: trusted({ $in: [...open] }) })
    .lean<DueRow[]>()
    .exec()
}

/** Calls of an account that somebody tried, in no order. */
export function findCalledOf(ctx: Context, accountId: string): Promise<DueRow[]> {
  return books
    .installation_call(ctx)
    .find({ accountId, attempts: trusted({ $exists: true, $ne: [] }) })
    .lean<DueRow[]>()
    .exec()
}

/** Open ones whose day to be looked at has come. */
export function findUnseen(
  ctx: Context,
  kind: DueKind,
  { today, limit }: { today: LocalDate; limit: number },
): Promise<DueRow[]> {
  return books[kind](ctx)
    .find({ state: trusted({ $in: [...open] }), lookOn: trusted({ $lte: today }) })
    .limit(limit)
    .lean<DueRow[]>()
    .exec()
}

/** Stores rows that were changed from what was read (revision 0: nothing was). Who lost against somebody else's change stays as that left it. */
export async function storeDueRows(ctx: Context, kind: DueKind, rows: readonly DueRow[]): Promise<void> {
  if (rows.length === 0) return
  try {
    await books[kind](ctx).bulkWrite(
      rows.map(({ _id, revision, ...content }) => ({
        updateOne: {
          filter: { _id, revision },
          update: { $set: { ...content, revision: revision + 1 } },
          upsert: revision === 0,
        },
      })),
      { ordered: false },
    )
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

/** Notes that these were looked at, also where nothing could be found out about them. */
export async function noteSeen(
  ctx: Context,
  kind: DueKind,
  ids: readonly string[],
  { today, next }: { today: LocalDate; next: LocalDate },
): Promise<void> {
  if (ids.length === 0) return
  await books[kind](ctx).updateMany(
    { _id: trusted({ $in: [...ids] }), lookOn: trusted({ $lte: today }) },
    { $set: { lookOn: next } },
  )
}

/** Names nobody of these any more. What is still open goes to somebody else when the account is looked at again. */
export async function eraseFromDue(ctx: Context, contactIds: readonly string[]): Promise<void> {
  const own = { contactId: trusted({ $in: [...contactIds] }) }
  for (const book of Object.values(books))
    await book(ctx).updateMany(own, {
      $set: {
        contactId: null,
        begun: null,
        callBackAt: null,
        wrongPhone: null,
        exceptId: null,
        attempts: [],
      },
      $inc: { revision: 1 },
    })
}

/** Gives what is due with a record to the one that it was merged into, also a call that goes on. */
export async function handOverDue(
  ctx: Context,
  from: Pick<DueRow, 'accountId'> | { contactId: string },
  to: Pick<DueRow, 'accountId' | 'regionId'> | { contactId: string },
): Promise<void> {
  for (const book of Object.values(books)) await book(ctx).updateMany(from, { $set: to })
}

/** Takes what is due at an account along into another region. */
export async function moveDue(ctx: Context, accountId: string, regionId: string): Promise<void> {
  for (const book of Object.values(books))
    await book(ctx).updateMany({ accountId, regionId: trusted({ $ne: regionId }) }, { $set: { regionId } })
}

/** Changes a row that still stands at its revision; null: somebody was first. */
export function changeDueRow(
  ctx: Context,
  kind: DueKind,
  { _id, revision }: Pick<DueRow, '_id' | 'revision'>,
  change: Partial<DueRow>,
): Promise<DueRow | null> {
  return books[kind](ctx)
    .findOneAndUpdate(
      { _id, revision },
      { $set: { ...change, revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<DueRow>()
    .exec()
}

/** A region and the languages in which somebody calls there. */
export interface DeskPlace {
  regionId: string
  languages: readonly string[]
}

export interface CallerSearch {
  /** Null: nobody's. */
  memberId: string | null
  /** The desks of this colleague. */
  own: readonly DeskPlace[]
  /** Every desk that somebody has: its calls are no matter of the account's owner. */
  taken: readonly DeskPlace[]
}

export interface DueSearch {
  states: readonly DueState[]
  /** Null: of all regions. */
  regionIds: readonly string[] | null
  /** Null: nobody's; absent: anybody's. */
  ownerId?: string | null
  /** Only what one colleague calls, by desk or by account. */
  caller?: CallerSearch
  /** Windows that close in these months, such as `2026-04`, both inclusive. */
  from?: string | undefined
  until?: string | undefined
}

export interface DuePlace {
  closesOn: LocalDate
  id: string
}

/** What closes first comes first; `latest`: what closed last. */
export function listDueRows(
  ctx: Context,
  kind: DueKind,
  search: DueSearch,
  { after, limit, latest = false }: { after: DuePlace | null; limit: number; latest?: boolean },
): Promise<DueRow[]> {
  const step = latest ? -1 : 1
  const beyond = (value: string) => trusted(latest ? { $lt: value } : { $gt: value })
  const place = after && {
    $or: [{ closesOn: beyond(after.closesOn) }, { closesOn: after.closesOn, _id: beyond(after.id) }],
  }
  return books[kind](ctx)
    .find({ ...filterOf(search), ...place })
    .sort({ closesOn: step, _id: step })
    .limit(limit)
    .lean<DueRow[]>()
    .exec()
}

/** What is planned for an instant and not begun: the soonest first, of one instant what closes first. */
export function listPlannedRows(
  ctx: Context,
  kind: DueKind,
  search: DueSearch,
  { after, limit }: { after: Date; limit: number },
): Promise<DueRow[]> {
  return books[kind](ctx)
    .find({ ...filterOf(search), begun: null, dueAt: trusted({ $gt: after }) })
    .sort({ dueAt: 1, closesOn: 1, _id: 1 })
    .limit(limit)
    .lean<DueRow[]>()
    .exec()
}

/** What could have begun by now, were it not for the hour: what closes first comes first. */
export function listReadyRows(
  ctx: Context,
  kind: DueKind,
  search: DueSearch,
  { now, limit }: { now: Date; limit: number },
): Promise<DueRow[]> {
  return books[kind](ctx)
    .find({ ...filterOf(search), begun: null, dueAt: trusted({ $lte: now }) })
    .sort({ closesOn: 1, _id: 1 })
    .limit(limit)
    .lean<DueRow[]>()
    .exec()
}

export function countDueRows(ctx: Context, kind: DueKind, search: DueSearch): Promise<number> {
  return books[kind](ctx).countDocuments(filterOf(search)).exec()
}

export interface DueCount {
  /** Of the window's end. */
  month: string
  regionId: string
  state: DueState
  reason: DueReason | null
  n: number
}

/** How many things ended how, by the month in which their window closed. */
export async function countEnded(ctx: Context, kind: DueKind, search: DueSearch): Promise<DueCount[]> {
  const { states, regionIds, from, until } = search
  const groups = await books[kind](ctx).aggregate<{ _id: Omit<DueCount, 'n'>; n: number }>([
    {
      $match: {
        state: { $in: [...states] },
        ...(regionIds ? { regionId: { $in: [...regionIds] } } : {}),
        ...monthsFilter({ from, until }),
      },
    },
    {
      $group: {
        _id: {
          month: { $substrCP: ['$closesOn', 0, 7] },
          regionId: '$regionId',
          state: '$state',
          reason: '$reason',
        },
        n: { $sum: 1 },
      },
    },
  ])
  return groups.map(({ _id, n }) => ({ ..._id, reason: _id.reason ?? null, n }))
}

function filterOf({ states, regionIds, ownerId, caller, from, until }: DueSearch) {
  const closesOn = monthsFilter({ from, until })?.closesOn
  return {
    state: trusted({ $in: [...states] }),
    ...(regionIds ? { regionId: trusted({ $in: [...regionIds] }) } : {}),
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(caller ? { $and: [callerFilter(caller)] } : {}),
    ...(closesOn ? { closesOn: trusted(closesOn) } : {}),
  }
}

/** In `$and`, so that it stands beside the place of a page. */
function callerFilter({ memberId, own, taken }: CallerSearch) {
  const at = ({ regionId, languages }: DeskPlace) => ({
    regionId,
    language: trusted({ $in: [...languages] }),
  })
  const byAccount = { ownerId: memberId, ...(taken.length > 0 ? { $nor: taken.map(at) } : {}) }
  return { $or: [...own.map(at), byAccount] }
}

function monthsFilter({ from, until }: Pick<DueSearch, 'from' | 'until'>) {
  if (from === undefined && until === undefined) return undefined
  return {
    closesOn: { ...(from ? { $gte: `${from}-01` } : {}), ...(until ? { $lte: `${until}-31` } : {}) },
  }
}

/** How far the daily look has come. */
export interface LookRow {
  _id: 'look'
  /** The day that is being looked at, or was looked at to the end. */
  day: LocalDate
  /** The last day that was looked at to the end; null: none. */
  finished: LocalDate | null
  /** Which things are walked; null: those whose day to be looked at has come. */
  kind: DueKind | null
  after: { since: LocalDate; id: string } | null
}

const looks = defineCollection<LookRow>('dueLooks', {
  _id: String,
  day: String,
  finished: String,
  kind: String,
  after: {},
})

export function findLook(ctx: Context): Promise<LookRow | null> {
  return looks(ctx).findById('look').lean<LookRow>().exec()
}

export async function storeLook(ctx: Context, { _id, ...look }: LookRow): Promise<void> {
  await looks(ctx).updateOne({ _id }, { $set: look }, { upsert: true })
}

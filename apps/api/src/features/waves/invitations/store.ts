import type { AccountAnswer } from '@sixfold/domain/sending/silence'
import type { Context } from '../../../context.ts'
import type { Along } from '../../../db/collection.ts'
import {
  defineCollection,
  isDuplicateKey,
  newId,
  readOne,
  readOneWith,
  trusted,
} from '../../../db/collection.ts'
import type { WalkPlace } from '../../../db/walk.ts'

export type InvitationState =
  | 'planned'
  | 'sent'
  | 'opened'
  | 'started'
  | 'finished'
  | 'refused'
  | 'opted_out'
  | 'bounced'

/** Before every date that is set. */
const LONG_AGO = new Date(0)

/** States in which an answer is still hoped for. */
const hopeful: readonly InvitationState[] = ['sent', 'opened', 'started']

export interface InvitationRow {
  _id: string
  waveId: string
  contactId: string
  accountId: string
  regionId: string
  segments: string[]
  language: string
  state: InvitationState
  /** Why it was refused for good, or what it waits for. */
  reason: string | null
  /** When a planned one is tried (again). */
  dueAt: Date | null
  sentAt: Date | null
  finishedAt: Date | null
  /** The wave's end, in each invitation so that a link is judged by one document. */
  closesAt: Date
  /** It leaves before this instant or never; null: as long as the wave runs. */
  sendUntil: Date | null
  /** One for each mail that carried a link. */
  tokenHashes: string[]
  /** When the next reminder is tried; null: none is to come. */
  remindAt: Date | null
  /** Reminders of the plan that are settled, and those of them that were sent. */
  remindersSettled: number
  remindersSent: number
  /** The contact's mailbox said that its owner is away until then. */
  awayUntil: Date | null
  /** Of a blind wave that is open: the hash of the blinded ballot that was signed. When it was is not kept. */
  ballot?: string
  createdAt: Date
}

const invitations = defineCollection<InvitationRow>(
  'invitations',
  {
    _id: String,
    waveId: String,
    contactId: String,
    accountId: String,
    regionId: String,
    segments: [String],
    language: String,
    state: String,
    reason: String,
    dueAt: Date,
    sentAt: Date,
    finishedAt: Date,
    closesAt: Date,
    sendUntil: Date,
    tokenHashes: [String],
    remindAt: Date,
    remindersSettled: Number,
    remindersSent: Number,
    awayUntil: Date,
    ballot: String,
    createdAt: Date,
  },
  [
    { fields: { waveId: 1, contactId: 1 }, unique: true },
    { fields: { tokenHashes: 1 } },
    { fields: { waveId: 1, state: 1, dueAt: 1 } },
    { fields: { waveId: 1, _id: 1 } },
    { fields: { waveId: 1, remindAt: 1 } },
    { fields: { contactId: 1 } },
    {
      fields: { accountId: 1, finishedAt: -1, _id: -1 },
      partialFilterExpression: { state: 'finished' },
    },
  ],
)

export type NewInvitation = Pick<
  InvitationRow,
  'waveId' | 'contactId' | 'accountId' | 'regionId' | 'segments' | 'language' | 'closesAt' | 'sendUntil'
>

/** Plans invitations for now; a contact that the wave has already stays as it is. */
export function insertPlanned(ctx: Context, planned: readonly NewInvitation[]): Promise<void> {
  return insertNew(ctx, planned, { state: 'planned', dueAt: ctx.clock.now() })
}

/** Begins one for somebody who is on the telephone: nothing is ever sent. */
export function insertStarted(ctx: Context, invitation: NewInvitation): Promise<void> {
  return insertNew(ctx, [invitation], { state: 'started', dueAt: null })
}

async function insertNew(
  ctx: Context,
  planned: readonly NewInvitation[],
  beginning: Pick<InvitationRow, 'state' | 'dueAt'>,
): Promise<void> {
  if (planned.length === 0) return
  const now = ctx.clock.now()
  try {
    await invitations(ctx).bulkWrite(
      planned.map(({ waveId, contactId, ...rest }) => ({
        updateOne: {
          filter: { waveId, contactId },
          update: {
            $setOnInsert: {
              _id: newId(),
              ...rest,
              ...beginning,
              reason: null,
              sentAt: null,
              finishedAt: null,
              tokenHashes: [],
              remindAt: null,
              remindersSettled: 0,
              remindersSent: 0,
              awayUntil: null,
              createdAt: now,
            },
          },
          upsert: true,
        },
      })),
      { ordered: false },
    )
  } catch (error) {
    // Two workers planned the same contact in one moment: the index let one of them.
    if (!isDuplicateKey(error)) throw error
  }
}

export function findDue(ctx: Context, waveId: string, limit: number): Promise<InvitationRow[]> {
  return invitations(ctx)
    .find({ waveId, state: 'planned', dueAt: trusted({ $lte: ctx.clock.now() }) })
    .sort({ dueAt: 1 })
    .limit(limit)
    .lean<InvitationRow[]>()
    .exec()
}

/** When the next planned invitation of a wave is due; null when none is planned. */
export async function findNextDue(ctx: Context, waveId: string): Promise<Date | null> {
  const next = await invitations(ctx)
    .findOne({ waveId, state: 'planned' })
    .sort({ dueAt: 1 })
    .select('dueAt')
    .lean<Pick<InvitationRow, 'dueAt'>>()
  return next?.dueAt ?? null
}

/** Adds a link to a planned invitation; false when it is no longer planned. */
export async function addLink(ctx: Context, id: string, tokenHash: string): Promise<boolean> {
  const result = await invitations(ctx).updateOne(
    { _id: id, state: 'planned' },
    { $push: { tokenHashes: tokenHash } },
  )
  return result.matchedCount === 1
}

export async function markSent(ctx: Context, id: string, remindAt: Date | null): Promise<void> {
  await invitations(ctx).updateOne(
    { _id: id, state: 'planned' },
    { $set: { state: 'sent', reason: null, dueAt: null, sentAt: ctx.clock.now(), remindAt } },
  )
}

export async function postpone(ctx: Context, id: string, reason: string, dueAt: Date): Promise<void> {
  await invitations(ctx).updateOne({ _id: id, state: 'planned' }, { $set: { reason, dueAt } })
}

export async function refuse(ctx: Context, id: string, reason: string): Promise<void> {
  await invitations(ctx).updateOne(
    { _id: id, state: 'planned' },
    { $set: { state: 'refused', reason, dueAt: null } },
  )
}

/** Moves an invitation on from one of the states `from`; null when it is in none of them. */
export function moveOn(
  ctx: Context,
  id: string,
  from: readonly InvitationState[],
  state: InvitationState,
  reason: string | null = null,
): Promise<InvitationRow | null> {
  return invitations(ctx)
    .findOneAndUpdate(
      { _id: id, state: trusted({ $in: [...from] }) },
      { $set: { state, dueAt: null, reason, ...(hopeful.includes(state) ? {} : { remindAt: null }) } },
      { returnDocument: 'after' },
    )
    .lean<InvitationRow>()
    .exec()
}

/** Marks invitations as finished, each once, with the time of its submission. */
export async function markFinished(
  ctx: Context,
  finished: readonly { id: string; at: Date }[],
): Promise<void> {
  await invitations(ctx).bulkWrite(
    finished.map(({ id, at }) => ({
      updateOne: {
        filter: { _id: id, state: trusted({ $ne: 'finished' }) },
        update: { $set: { state: 'finished', finishedAt: at, dueAt: null, reason: null, remindAt: null } },
      },
    })),
    { ordered: false },
  )
}

/** Notes that a link has earned its ballot, without a time; true for the one that it has earned already, false for another. */
export async function storeBallot(ctx: Context, id: string, ballot: string): Promise<boolean> {
  const earning: InvitationState[] = ['planned', 'bounced', ...hopeful]
  const result = await invitations(ctx).updateOne(
    { _id: id, state: trusted({ $in: earning }) },
    { $set: { state: 'finished', ballot, finishedAt: null, dueAt: null, reason: null, remindAt: null } },
  )
  return result.matchedCount === 1 || (await invitations(ctx).exists({ _id: id, ballot })) !== null
}

/** Forgets which ballots were signed. */
export async function forgetBallots(ctx: Context, waveId: string): Promise<void> {
  await invitations(ctx).updateMany({ waveId, state: 'finished' }, { $unset: { ballot: 1 } })
}

/** Ends a wave for its invitations: links stop working, what is still planned is refused, nobody is reminded. */
export async function endInvitations(ctx: Context, waveId: string, at: Date, reason: string): Promise<void> {
  await invitations(ctx).updateMany({ waveId, closesAt: trusted({ $gt: at }) }, { $set: { closesAt: at } })
  await invitations(ctx).updateMany(
    { waveId, state: 'planned' },
    { $set: { state: 'refused', reason, dueAt: null } },
  )
  await invitations(ctx).updateMany(
    { waveId, remindAt: trusted({ $gt: LONG_AGO }) },
    { $set: { remindAt: null } },
  )
}

/** Gives all links of a wave another end. */
export async function moveEnd(ctx: Context, waveId: string, closesAt: Date): Promise<void> {
  await invitations(ctx).updateMany({ waveId }, { $set: { closesAt } })
}

/** Those to be reminded now, in the order in which they became due. */
export function findRemindable(ctx: Context, waveId: string, limit: number): Promise<InvitationRow[]> {
  return invitations(ctx)
    .find({ waveId, remindAt: trusted({ $lte: ctx.clock.now() }), state: trusted({ $in: [...hopeful] }) })
    .sort({ remindAt: 1 })
    .limit(limit)
    .lean<InvitationRow[]>()
    .exec()
}

/** When the next reminder of a wave is due; null: none is to come. */
export async function findNextReminder(ctx: Context, waveId: string): Promise<Date | null> {
  const next = await invitations(ctx)
    .findOne({ waveId, remindAt: trusted({ $gt: LONG_AGO }) })
    .sort({ remindAt: 1 })
    .select('remindAt')
    .lean<Pick<InvitationRow, 'remindAt'>>()
  return next?.remindAt ?? null
}

/** Adds a link for a reminder; false when none is to be sent any more. */
export async function addReminderLink(
  ctx: Context,
  { _id, remindersSettled }: InvitationRow,
  tokenHash: string,
): Promise<boolean> {
  const result = await invitations(ctx).updateOne(
    { _id, remindersSettled, state: trusted({ $in: [...hopeful] }) },
    { $push: { tokenHashes: tokenHash } },
  )
  return result.matchedCount === 1
}

/** Notes that a reminder was sent or given up, once, and when the next one is tried. */
export async function settleReminder(
  ctx: Context,
  { _id, remindersSettled }: InvitationRow,
  { sent, remindAt }: { sent: boolean; remindAt: Date | null },
): Promise<void> {
  await invitations(ctx).updateOne(
    { _id, remindersSettled },
    { $set: { remindAt }, $inc: { remindersSettled: 1, ...(sent ? { remindersSent: 1 } : {}) } },
  )
  // Who answered meanwhile is not reminded again.
  await invitations(ctx).updateOne(
    { _id, state: trusted({ $nin: [...hopeful] }) },
    { $set: { remindAt: null } },
  )
}

export function putOffReminder(ctx: Context, row: InvitationRow, remindAt: Date | null): Promise<void> {
  return putOffReminders(ctx, [{ row, remindAt }])
}

/** Tries the next reminder of each at another time, unless one was settled meanwhile or no answer is hoped for any more. */
export async function putOffReminders(
  ctx: Context,
  changed: readonly { row: InvitationRow; remindAt: Date | null }[],
): Promise<void> {
  if (changed.length === 0) return
  await invitations(ctx).bulkWrite(
    changed.map(({ row: { _id, remindersSettled }, remindAt }) => ({
      updateOne: {
        filter: { _id, remindersSettled, state: trusted({ $in: [...hopeful] }) },
        update: { $set: { remindAt } },
      },
    })),
    { ordered: false },
  )
}

/** Those who may still answer, in order of their ids. */
export function findHopeful(
  { ctx, waveId }: { ctx: Context; waveId: string },
  { after, limit }: WalkPlace,
): Promise<InvitationRow[]> {
  return invitations(ctx)
    .find({
      waveId,
      state: trusted({ $in: [...hopeful] }),
      ...(after === null ? {} : { _id: trusted({ $gt: after }) }),
    })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<InvitationRow[]>()
    .exec()
}

export async function storeAway(ctx: Context, id: string, awayUntil: Date): Promise<void> {
  await invitations(ctx).updateOne({ _id: id }, { $max: { awayUntil } })
}

/** An account of a wave with what became of its invitations. */
export interface AccountEcho extends AccountAnswer {
  accountId: string
  regionId: string
}

/** Counted for all accounts of a wave at once. */
export async function echoOfAccounts(ctx: Context, waveId: string): Promise<AccountEcho[]> {
  const one = (test: object) => ({ $sum: { $cond: [test, 1, 0] } })
  const groups = await invitations(ctx).aggregate<
    { _id: Pick<AccountEcho, 'accountId' | 'regionId'> } & Omit<AccountEcho, 'accountId' | 'regionId'>
  >([
    { $match: { waveId } },
    {
      $group: {
        _id: { accountId: '$accountId', regionId: '$regionId' },
        planned: one({ $eq: ['$state', 'planned'] }),
        open: one({ $in: ['$state', [...hopeful]] }),
        reminding: one({ $gt: ['$remindAt', null] }),
        finished: one({ $eq: ['$state', 'finished'] }),
        optedOut: one({ $eq: ['$state', 'opted_out'] }),
      },
    },
  ])
  return groups.map(({ _id, ...counts }) => ({ ..._id, ...counts }))
}

export interface ReminderCount {
  regionId: string
  remindersSent: number
  remindersSettled: number
  n: number
  /** The first reminder to come for one of them; null: none is to come. */
  nextAt: Date | null
}

/** How many people got how many reminders and are to get another, by region. */
export async function countReminded(ctx: Context, waveId: string): Promise<ReminderCount[]> {
  const groups = await invitations(ctx).aggregate<{
    _id: Pick<ReminderCount, 'regionId' | 'remindersSent' | 'remindersSettled'>
    n: number
    nextAt: Date | null
  }>([
    { $match: { waveId } },
    {
      $group: {
        _id: {
          regionId: '$regionId',
          remindersSent: '$remindersSent',
          remindersSettled: '$remindersSettled',
          coming: { $gt: ['$remindAt', null] },
        },
        n: { $sum: 1 },
        nextAt: { $min: '$remindAt' },
      },
    },
  ])
  return groups.map(({ _id, n, nextAt }) => ({
    regionId: _id.regionId,
    remindersSent: _id.remindersSent,
    remindersSettled: _id.remindersSettled,
    n,
    nextAt,
  }))
}

export function findInvitationsTo(
  ctx: Context,
  waveId: string,
  contactIds: readonly string[],
): Promise<InvitationRow[]> {
  return invitations(ctx)
    .find({ waveId, contactId: trusted({ $in: [...contactIds] }) })
    .lean<InvitationRow[]>()
    .exec()
}

/** Invitations to a wave that went to people of an account of one region, as both were when they were asked. */
export function findInvitationsOfAccount(
  ctx: Context,
  waveId: string,
  { accountId, regionId }: { accountId: string; regionId: string },
): Promise<InvitationRow[]> {
  return invitations(ctx).find({ accountId, waveId, regionId }).lean<InvitationRow[]>().exec()
}

export function findByTokenHash(ctx: Context, tokenHash: string): Promise<InvitationRow | null> {
  return readOne(invitations(ctx), { tokenHashes: tokenHash })
}

/** The same with documents that belong to it. */
export function findByTokenHashWith<Values extends Record<string, unknown>>(
  ctx: Context,
  tokenHash: string,
  along: { readonly [Name in keyof Values & string]: Along<Values[Name]> },
): Promise<{ row: InvitationRow; along: Values } | null> {
  return readOneWith(invitations(ctx), { tokenHashes: tokenHash }, along)
}

export function findInvitationsById(ctx: Context, ids: readonly string[]): Promise<InvitationRow[]> {
  return invitations(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<InvitationRow[]>()
    .exec()
}

/** Every invitation of these contacts, of any wave. */
export function findInvitationsOf(ctx: Context, contactIds: readonly string[]): Promise<InvitationRow[]> {
  return invitations(ctx)
    .find({ contactId: trusted({ $in: [...contactIds] }) })
    .sort({ _id: 1 })
    .lean<InvitationRow[]>()
    .exec()
}

/** What people of these accounts finished, the latest first; a blind survey does not say when it was. */
export function findFinishedOf(
  ctx: Context,
  accountIds: readonly string[],
  { notAfter, limit }: { notAfter: Date | null; limit: number },
): Promise<FinishedInvitation[]> {
  const [only] = accountIds
  return invitations(ctx)
    .find({
      accountId: accountIds.length === 1 && only !== undefined ? only : trusted({ $in: [...accountIds] }),
      state: 'finished',
      finishedAt: trusted({ $gt: LONG_AGO, ...(notAfter ? { $lte: notAfter } : {}) }),
    })
    .select('waveId contactId finishedAt')
    .sort({ finishedAt: -1, _id: -1 })
    .limit(limit)
    .lean<FinishedInvitation[]>()
    .exec()
}

export type FinishedInvitation = Pick<InvitationRow, '_id' | 'waveId' | 'contactId' | 'finishedAt'>

/** Ends the links of people who were erased: what was hoped for is refused; that somebody was asked and finished stays. */
export async function eraseFromInvitations(ctx: Context, ids: readonly string[]): Promise<void> {
  const own = { _id: trusted({ $in: [...ids] }) }
  const ending: InvitationState[] = ['planned', 'bounced', ...hopeful]
  await invitations(ctx).updateMany(own, {
    $set: { tokenHashes: [], dueAt: null, remindAt: null, awayUntil: null },
  })
  await invitations(ctx).updateMany(
    { ...own, state: trusted({ $in: ending }) },
    { $set: { state: 'refused', reason: 'erased' } },
  )
}

/** Of people whose answers lost their name it stays that they were asked and how that ended: neither a link nor an instant of it. */
export async function forgetAnswering(ctx: Context, ids: readonly string[]): Promise<void> {
  await invitations(ctx).updateMany(
    { _id: trusted({ $in: [...ids] }) },
    { $set: { tokenHashes: [], finishedAt: null, dueAt: null, remindAt: null, awayUntil: null } },
  )
}

export interface InvitationQuery {
  waveId: string
  /** Null: of all regions. */
  regionIds: readonly string[] | null
  state?: InvitationState | undefined
  after: string | null
  limit: number
}

export function findInvitations(ctx: Context, query: InvitationQuery): Promise<InvitationRow[]> {
  const { waveId, regionIds, state, after, limit } = query
  return invitations(ctx)
    .find({
      waveId,
      ...(state ? { state } : {}),
      ...(regionIds ? { regionId: trusted({ $in: [...regionIds] }) } : {}),
      ...(after ? { _id: trusted({ $gt: after }) } : {}),
    })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<InvitationRow[]>()
    .exec()
}

export interface InvitationCount {
  waveId: string
  regionId: string
  state: InvitationState
  n: number
}

/** How many invitations of each wave are in which state, by region: counted, not kept, so that they are right after a crash. */
export async function countByState(ctx: Context, waveIds: readonly string[]): Promise<InvitationCount[]> {
  if (waveIds.length === 0) return []
  const groups = await invitations(ctx).aggregate<{ _id: Omit<InvitationCount, 'n'>; n: number }>([
    { $match: { waveId: { $in: [...waveIds] } } },
    { $group: { _id: { waveId: '$waveId', regionId: '$regionId', state: '$state' }, n: { $sum: 1 } } },
  ])
  return groups.map(({ _id, n }) => ({ ..._id, n }))
}

export type InvitationMark = Pick<InvitationRow, '_id' | 'accountId' | 'regionId' | 'state'>

/** Every invitation of a wave in order of their ids, some at a time, with no more than what is counted. */
export function walkMarks(
  ctx: Context,
  waveId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<InvitationMark[]> {
  return invitations(ctx)
    .find({ waveId, ...(after ? { _id: trusted({ $gt: after }) } : {}) })
    .select('accountId regionId state')
    .sort({ _id: 1 })
    .limit(limit)
    .lean<InvitationMark[]>()
    .exec()
}
